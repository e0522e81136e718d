package org.muscat.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.muscat.store.Pruning;
import org.muscat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat store prune}. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = {
      "Removes old records of what was published, and of fetches that brought nothing. Observations"
          + " and index states stay for ever."
    },
    footer = "%nExit codes: 0 pruned, 1 internal error, 2 usage.")
final class StorePruneCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--keep",
      paramLabel = "PERIOD",
      required = true,
      description = "What is younger stays, such as P90D or P2Y.")
  private String keep = "";

  @Option(names = "--dry-run", description = "Only say what would go.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Instant now = Clock.systemUTC().instant();
    Instant before = before(now);
    TheatreOptions.requireStore(common);
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = common.openStore()) {
      for (Pruning.Subject subject : Pruning.Subject.values()) {
        long rows =
            dryRun
                ? store.pruning().count(subject, before)
                : store.pruning().prune(subject, before, now);
        out.printf(
            Locale.ROOT,
            "%s: %d from before %s %s%n",
            subject.name().toLowerCase(Locale.ROOT),
            rows,
            before,
            dryRun ? "would go" : "removed");
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  private Instant before(Instant now) {
    Instant before;
    try {
      before = keep.contains("T") ? now.minus(Duration.parse(keep)) : minus(now);
    } catch (DateTimeException | ArithmeticException e) {
      throw new ParameterException(
          spec.commandLine(), "--keep '" + keep + "' is not a period such as P90D or P2Y", e);
    }
    if (!before.isBefore(now)) {
      throw new ParameterException(
          spec.commandLine(), "--keep '" + keep + "' is not longer than nothing");
    }
    return before;
  }

  private Instant minus(Instant now) {
    return now.atZone(ZoneOffset.UTC).minus(Period.parse(keep)).toInstant();
  }
}
