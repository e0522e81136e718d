package org.muscat.server.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.Moments;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say of which moments there are to be scores. */
final class MomentOptions {

  private static final int MOST = 100_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "Score with what was known then, such as 2019-09-20T00:00:00Z (default: now).")
  private @Nullable String asOf;

  @Option(
      names = "--published",
      description = "Take what was published last at or before --as-of, whatever its second.")
  private boolean published;

  @Option(
      names = "--revised",
      description =
          "Score with all that is known by now of that moment, whatever was published then.")
  private boolean revised;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Score as of many moments: the first of them.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "INSTANT", description = "None of them is after this.")
  private @Nullable String to;

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      description = "From one of them to the next, such as P1D or PT6H.")
  private @Nullable String every;

  /** Whether many moments are asked for. */
  boolean isRange() {
    return from != null || to != null || every != null;
  }

  /** Whether what was published last is asked for. */
  boolean isPublished() {
    return published;
  }

  /** Whether what was published does not matter. */
  boolean isRevised() {
    return revised;
  }

  /**
   * The moments, oldest first; empty for now.
   *
   * @throws picocli.CommandLine.ParameterException if something is wrong with an option
   */
  Optional<List<Instant>> moments() {
    Arguments arguments = new Arguments(spec);
    if (published && revised) {
      throw arguments.wrong("--published and --revised exclude each other");
    }
    if (isRange()) {
      if (asOf != null || published) {
        throw arguments.wrong(
            (asOf != null ? "--as-of" : "--published") + " is about one moment; leave --from out");
      }
      return Optional.of(range(arguments));
    }
    return asOf == null ? Optional.empty() : Optional.of(List.of(moment("--as-of", asOf)));
  }

  private List<Instant> range(Arguments arguments) {
    if (from == null || to == null || every == null) {
      throw arguments.wrong("--from, --to and --every belong together; give all three");
    }
    Instant first = moment("--from", from);
    Instant last = moment("--to", to);
    Duration step = step(arguments, every);
    if (first.isAfter(last)) {
      throw arguments.wrong("--from " + from + " is after --to " + to + "; swap them");
    }
    if (Duration.between(first, last).dividedBy(step) >= MOST) {
      throw arguments.wrong("--every " + every + " is more than " + MOST + " moments; choose more");
    }
    List<Instant> moments = new ArrayList<>();
    for (Instant next = first; !next.isAfter(last); next = next.plus(step)) {
      moments.add(next);
    }
    return moments;
  }

  private static Duration step(Arguments arguments, String text) {
    try {
      Duration step = Duration.parse(text);
      if (step.toMillis() >= 1) {
        return step;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // told below, with the option
    }
    throw arguments.wrong("--every '" + text + "' is not an ISO duration such as P1D or PT6H");
  }

  private Instant moment(String option, String text) {
    try {
      return Moments.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Arguments(spec).wrong(option + ": " + e.getMessage());
    }
  }
}
