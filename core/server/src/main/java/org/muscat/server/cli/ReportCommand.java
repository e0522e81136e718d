package org.muscat.server.cli;

import com.google.inject.Injector;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.server.config.Periods;
import org.muscat.server.config.ReportFormat;
import org.muscat.server.index.Theatre;
import org.muscat.server.report.Report;
import org.muscat.server.report.ReportFiles;
import org.muscat.server.report.ReportFolder;
import org.muscat.server.report.ReportPeriod;
import org.muscat.server.report.Reports;
import org.muscat.server.runtime.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes a report of each theatre over some time, as of any moment. Reads only.",
    footer =
        "%nExamples:%n"
            + "  muscat report --model gulf --theatre hormuz --period P1M%n"
            + "  muscat report --model gulf --from 2024-01-01T00:00:00Z --to 2024-03-31T00:00:00Z"
            + " --format html --out reports%n"
            + "%nExit codes, of several the smallest: 0 written, 1 internal error, 2 usage, 3 written,"
            + " and a theatre has no score at any moment, 8 a file cannot be written, 78"
            + " configuration.")
final class ReportCommand implements Callable<Integer> {

  private static final String PERIOD = "P7D";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private TheatreOptions theatres = new TheatreOptions();

  @Option(
      names = {"--as-of", "--to"},
      paramLabel = "INSTANT",
      description =
          "Its end: with what was known then, such as 2019-09-20T00:00:00Z (default: now).")
  private @Nullable String asOf;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "How long before its end it begins, such as P7D or P1M (default: P7D).")
  private @Nullable String period;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Instead of --period: with the day of which moment it begins.")
  private @Nullable String from;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "html,csv",
      description = "html, csv or both (default: ${DEFAULT-VALUE}).")
  private List<ReportFormat> formats = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go (default: reports in the data folder).")
  private @Nullable Path out;

  @Override
  public Integer call() throws InterruptedException {
    if (period != null && from != null) {
      throw wrong("--period and --from exclude each other; drop one");
    }
    TheatreOptions.requireStore(common);
    try (Session session = common.open()) {
      ReportPeriod about = about(session);
      Injector injector = session.injector();
      Path folder = out == null ? injector.getInstance(ReportFolder.class).path() : out;
      Set<String> scored = new HashSet<>();
      List<Theatre> chosen = theatres.of(session);
      try {
        ReportFiles files = new ReportFiles(folder);
        injector
            .getInstance(Reports.class)
            .of(chosen, about, report -> write(files, report, scored));
      } catch (UncheckedIOException e) {
        spec.commandLine().getErr().println("muscat: " + e.getMessage());
        return ExitCode.UNREACHABLE;
      }
      return scored.size() == chosen.size() ? ExitCode.OK : ExitCode.REFUSED;
    }
  }

  private void write(ReportFiles files, Report report, Set<String> scored) {
    PrintWriter told = spec.commandLine().getOut();
    for (ReportFormat format : formats.stream().distinct().toList()) {
      told.println(files.write(report, format));
    }
    told.flush();
    if (!report.scored().isEmpty()) {
      scored.add(report.now().theatre().id());
    }
  }

  private ReportPeriod about(Session session) {
    Instant end =
        asOf == null ? ScoreRun.now(session.clock(), false) : theatres.moment("--as-of", asOf);
    try {
      if (from != null) {
        return ReportPeriod.between(theatres.moment("--from", from), end);
      }
      String length = period == null ? PERIOD : period;
      return ReportPeriod.before(
          end,
          Periods.read(length)
              .orElseThrow(
                  () -> wrong("--period '" + length + "' is not a period such as P7D or P1M")));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
