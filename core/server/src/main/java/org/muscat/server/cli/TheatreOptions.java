package org.muscat.server.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.Moments;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which theatres a command is about. */
final class TheatreOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--model", paramLabel = "M", required = true, description = "The model.")
  private String model = "";

  @Option(
      names = "--theatre",
      paramLabel = "T",
      description = "One theatre of the model (default: all).")
  private @Nullable String theatre;

  /** Whether one theatre is named. */
  boolean namesOne() {
    return theatre != null;
  }

  /** The chosen theatres, at least one. */
  List<Theatre> of(Session session) {
    List<Theatre> all = session.theatres().all();
    List<Theatre> chosen =
        all.stream()
            .filter(one -> one.model().id().equals(model))
            .filter(one -> theatre == null || one.id().equals(theatre))
            .toList();
    if (chosen.isEmpty()) {
      List<String> known = all.stream().map(one -> one.model().id() + "/" + one.id()).toList();
      throw new ParameterException(
          spec.commandLine(),
          "there is no theatre "
              + model
              + "/"
              + (theatre == null ? "*" : theatre)
              + "; there are "
              + known);
    }
    return chosen;
  }

  /** The moment that an option names. */
  Instant moment(String option, String text) {
    try {
      return Moments.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage());
    }
  }

  /** Two moments that options name, the first not after the second. */
  List<Instant> span(String from, String to) {
    Instant first = moment("--from", from);
    Instant last = moment("--to", to);
    if (first.isAfter(last)) {
      throw new ParameterException(
          spec.commandLine(), "--from " + from + " is after --to " + to + "; swap them");
    }
    return List.of(first, last);
  }

  /** Fails if there is no store to read. */
  static void requireStore(CommonOptions common) {
    if (Files.notExists(common.data().resolve(CommonOptions.STORE)) && common.keepsStoreInData()) {
      throw new IllegalStateException(
          "there is no store in "
              + common.data()
              + "; fill one with 'muscat import' or 'muscat score --fetch', or name another with"
              + " --data");
    }
  }
}
