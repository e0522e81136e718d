package org.muscat.server.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.deliver.Delivery;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options about remote write. */
final class RemoteWriteOptions {

  private static final String URL = "--remote-write";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = URL,
      paramLabel = "URL",
      description =
          "Send samples to a receiver of remote write 1.0, such as"
              + " http://prometheus:9090/api/v1/write; their timestamp is the moment of the score.")
  private @Nullable String url;

  @Option(
      names = "--remote-write-label",
      paramLabel = "NAME=VALUE",
      description = "A label of every series, such as job=muscat; may be given several times.")
  private @Nullable Map<String, String> labels;

  @Option(names = "--remote-write-user", paramLabel = "NAME", description = "Who signs in.")
  private @Nullable String user;

  @Option(
      names = "--remote-write-password",
      paramLabel = "REFERENCE",
      description = "Where the password is: '$${file:PATH}' or '$${env:NAME}'.")
  private @Nullable String password;

  boolean isGiven() {
    return url != null;
  }

  /**
   * The receiver; empty if none is named.
   *
   * @throws picocli.CommandLine.ParameterException if something is wrong with an option
   */
  Optional<Delivery> delivery(Deliveries deliveries) {
    Arguments arguments = new Arguments(spec);
    arguments.requireWith(URL, url, "--remote-write-label", labels);
    arguments.requireWith(URL, url, "--remote-write-user", user);
    arguments.requireWith(URL, url, "--remote-write-password", password);
    if (url == null) {
      return Optional.empty();
    }
    return Optional.of(
        deliveries.remoteWrite(
            arguments.target(URL, url, user, password),
            arguments.labels("--remote-write-label", labels)));
  }
}
