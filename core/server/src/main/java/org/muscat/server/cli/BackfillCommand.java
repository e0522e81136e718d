package org.muscat.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.muscat.server.archive.MetricHistory;
import org.muscat.server.backfill.Backfill;
import org.muscat.server.backfill.Backfill.Progress;
import org.muscat.server.index.GridPoint;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat backfill}. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description =
        "Stores the index of every day (00:00 UTC) from one moment to another, as it would have"
            + " been known then. Doing it again stores nothing new.",
    footer =
        "%nExamples:%n"
            + "  muscat backfill --model gulf --from 2019-01-01T00:00:00Z --to 2025-06-30T00:00:00Z"
            + " --openmetrics gulf.om%n"
            + "  promtool tsdb create-blocks-from --max-block-duration=8760h openmetrics gulf.om"
            + " blocks%n"
            + "%nExit codes: 0 stored, 1 internal error, 2 usage, 3 no day has a score, 78"
            + " configuration.")
final class BackfillCommand implements Callable<Integer> {

  private static final int MOST_THREADS = 64;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private TheatreOptions theatres = new TheatreOptions();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      required = true,
      description = "The first moment, such as 2019-01-01T00:00:00Z.")
  private String from = "";

  @Option(names = "--to", paramLabel = "INSTANT", required = true, description = "The last moment.")
  private String to = "";

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many read indicators; the result is the same (default: 1).")
  private int threads = 1;

  @Option(
      names = "--openmetrics",
      paramLabel = "FILE",
      description =
          "Write the metrics of every day as well, with timestamps, for promtool; a file that is"
              + " not there yet.")
  private @Nullable Path openMetrics;

  @Override
  public Integer call() {
    List<Instant> span = theatres.span(from, to);
    if (threads < 1 || threads > MOST_THREADS) {
      throw new ParameterException(
          spec.commandLine(), "--threads " + threads + " is not a number from 1 to 64");
    }
    if (openMetrics != null && Files.exists(openMetrics)) {
      throw new ParameterException(
          spec.commandLine(), openMetrics + " is there already; name another file");
    }
    TheatreOptions.requireStore(common);
    if (openMetrics == null) {
      return run(span, (point, withheld) -> {});
    }
    try (MetricHistory history = new MetricHistory(openMetrics)) {
      int code =
          run(
              span,
              (point, withheld) ->
                  history.add(
                      point.assessment().state().asOf(),
                      OpenMetricsText.of(List.of(point.assessment()), withheld)));
      long samples = history.finish();
      spec.commandLine().getErr().println(samples + " samples written to " + openMetrics);
      spec.commandLine().getErr().flush();
      return code;
    }
  }

  private int run(List<Instant> span, BiConsumer<GridPoint, Restricted> points) {
    try (Session session = common.open()) {
      Restricted withheld = session.restricted();
      Backfill backfill = session.injector().getInstance(Backfill.class);
      boolean scored = true;
      for (Theatre theatre : theatres.of(session)) {
        Progress done =
            backfill.run(
                theatre,
                span.get(0),
                span.get(1),
                threads,
                session.clock(),
                progress -> tell(spec.commandLine().getErr(), "muscat: ", theatre, progress),
                point -> points.accept(point, withheld));
        tell(spec.commandLine().getOut(), "", theatre, done);
        scored &= done.scored() > 0;
      }
      return scored ? ExitCode.OK : ExitCode.REFUSED;
    }
  }

  private static void tell(PrintWriter out, String prefix, Theatre theatre, Progress progress) {
    out.println(
        prefix
            + theatre.id()
            + ": "
            + progress.points()
            + " days up to "
            + progress.asOf()
            + ", "
            + progress.scored()
            + " with a score; "
            + progress.stored()
            + " stored, "
            + progress.unchanged()
            + " unchanged; "
            + progress.checkpoints()
            + " checkpoints");
    out.flush();
  }
}
