package org.muscat.server.cli;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Scalars;
import org.muscat.server.deliver.Credentials;
import org.muscat.server.deliver.HttpTarget;
import org.muscat.server.deliver.MoreLabels;
import org.muscat.spi.config.Secret;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the arguments of options; what is wrong with one is a mistake of use that names it. */
final class Arguments {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):[^}]+}");

  private final CommandSpec spec;

  Arguments(CommandSpec spec) {
    this.spec = spec;
  }

  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Fails if an option is given without the one that it belongs to. */
  void requireWith(String main, @Nullable Object given, String option, @Nullable Object value) {
    if (given == null && value != null) {
      throw wrong(option + " is nothing without " + main);
    }
  }

  /** An address, with a user and a password or without both. */
  HttpTarget target(
      String option, String address, @Nullable String user, @Nullable String password) {
    if ((user == null) != (password == null)) {
      throw wrong(option + "-user and " + option + "-password belong together; give both or none");
    }
    try {
      Optional<Credentials> credentials =
          user == null || password == null
              ? Optional.empty()
              : Optional.of(new Credentials(user, secret(option + "-password", password)));
      return HttpTarget.of(address, credentials);
    } catch (IllegalArgumentException e) {
      throw wrong(option + ": " + e.getMessage());
    }
  }

  /** A secret that is there; relative files are those of the working directory. */
  Secret secret(String option, String reference) {
    if (!REFERENCE.matcher(reference).matches()) {
      // Whatever stands there may be the secret itself, so it is not quoted.
      throw wrong(
          option
              + ": a secret does not stand in an argument, where all users of the machine see it;"
              + " write '${file:PATH}' for a file or '${env:NAME}' for a variable of the"
              + " environment, in single quotes");
    }
    Problems problems = new Problems();
    ConfigNode node = new ConfigNode.Scalar(new Place(option, 0, ""), reference, false);
    return Scalars.read(node, Secret.class, problems)
        .orElseThrow(() -> wrong(option + ": " + problems.all().get(0).message()));
  }

  /** Labels that are added to metrics, which have others of their own. */
  Map<String, String> labels(String option, @Nullable Map<String, String> labels, String... taken) {
    if (labels == null) {
      return Map.of();
    }
    MoreLabels.mistake(labels.keySet(), taken)
        .ifPresent(
            mistake -> {
              throw wrong(option + ": " + mistake);
            });
    return labels;
  }
}
