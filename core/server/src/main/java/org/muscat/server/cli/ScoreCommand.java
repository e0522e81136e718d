package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.deliver.Delivery;
import org.muscat.server.deliver.DeliveryException;
import org.muscat.server.document.Documents;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.Json;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Scoring;
import org.muscat.server.runtime.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat score}. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Scores theatres once, as of any moment. Reads only, unless --fetch.",
    footer =
        "%nExit codes, of several the smallest: 0 scored and delivered, 1 internal error, 2 usage,"
            + " 3 refused for coverage, 4 a feed failed and the score is of what is known without it,"
            + " 5 below --fail-below, 6 a regime of --fail-on-regime, 7 another run holds the lock,"
            + " 8 a target does not answer or cannot be written, 9 a target does not take the"
            + " credentials, 10 a target does not take what is sent, 78 configuration. See"
            + " docs/jobs.md.")
final class ScoreCommand implements Callable<Integer> {

  /** How a score is written. */
  enum Format {
    TABLE,
    JSON,
    CSV,
    OPENMETRICS
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private TheatreOptions theatres = new TheatreOptions();

  @Mixin private MomentOptions moments = new MomentOptions();

  @Option(names = "--fetch", description = "Fetch the configured feeds first.")
  private boolean fetch;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table, json, csv or openmetrics (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Mixin private VerdictOptions verdicts = new VerdictOptions();

  @Mixin private DeliveryOptions delivery = new DeliveryOptions();

  @Option(
      names = "--lock",
      paramLabel = "FILE",
      description = "Do nothing and exit with 7 while another run holds this file.")
  private @Nullable Path lock;

  /** Known once the session is open. */
  private @Nullable Documents documents;

  /** Likewise. */
  private @Nullable Restricted withheld;

  @Override
  public Integer call() {
    Optional<List<Instant>> asked = moments.moments();
    verdicts.check(moments.isRange());
    ServerConfig config = delivery.asksNetwork() ? common.config() : ServerConfig.empty();
    Deliveries factory =
        new Deliveries(Clock.systemUTC(), new Random(), config.http(), this::withheld);
    List<Delivery> deliveries =
        delivery.deliveries(
            factory, config.webhooks(), common.configFile(), this::documents, moments.isRange());
    if (delivery.removes()) {
      return remove(factory, deliveries);
    }
    return lock == null ? score(asked, deliveries) : scoreAlone(lock, asked, deliveries);
  }

  private int scoreAlone(Path file, Optional<List<Instant>> asked, List<Delivery> deliveries) {
    try (JobLock held = JobLock.take(file, holder())) {
      return held.run(() -> score(asked, deliveries));
    } catch (JobLock.HeldException e) {
      err().println("muscat: " + e.getMessage() + "; this run does nothing");
      return ExitCode.LOCKED;
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--lock " + file + " cannot be written: " + e, e);
    }
  }

  private static String holder() {
    return "process " + ProcessHandle.current().pid() + " since " + Instant.now();
  }

  private int remove(Deliveries factory, List<Delivery> deliveries) {
    try {
      delivery.remove(factory);
      return ExitCode.OK;
    } catch (DeliveryException e) {
      err().println("muscat: " + deliveries.get(0).target() + ": " + e.getMessage());
      return ExitCode.of(e.reason());
    }
  }

  private int score(Optional<List<Instant>> asked, List<Delivery> deliveries) {
    if (!fetch) {
      TheatreOptions.requireStore(common);
    }
    try (Session session = common.open()) {
      if (format == Format.JSON) {
        Json.prepare(IndexDocument.class);
      }
      List<Theatre> chosen = theatres.of(session);
      verdicts.check(chosen);
      Scoring scoring = session.scoring();
      documents = scoring.documents();
      withheld = session.restricted();
      ScoreRun run = new ScoreRun(session, scoring, chosen, moments, err());
      int fetched = fetch && !run.fetch() ? ExitCode.FETCH_FAILED : ExitCode.OK;
      DeliveryRun delivering = new DeliveryRun(deliveries, err());
      try (ScorePrinter printer = printer()) {
        int code =
            run.run(
                asked,
                fetch,
                assessments -> {
                  printer.print(assessments);
                  delivering.deliver(assessments);
                  return moments.isRange() ? ExitCode.OK : verdicts.of(assessments, err());
                });
        printer.finish();
        return ExitCode.both(fetched, ExitCode.both(code, delivering.finish()));
      }
    }
  }

  private ScorePrinter printer() {
    PrintWriter out = spec.commandLine().getOut();
    Documents written = documents();
    return switch (format) {
      case TABLE ->
          moments.isRange()
              ? new LinePrinter(out)
              : whole(all -> all.forEach(one -> out.print(ScoreTable.of(written.whole(one)))));
      case JSON ->
          theatres.namesOne() && !moments.isRange()
              // The very bytes that the API serves.
              ? whole(all -> out.print(written.served(all.get(0))))
              : new JsonPrinter(out, written);
      case CSV -> new CsvPrinter(out);
      case OPENMETRICS ->
          moments.isRange()
              ? new HistoryPrinter(out, withheld())
              : whole(all -> out.print(OpenMetricsText.of(all, withheld())));
    };
  }

  /** Flushed at once: what follows may take long, and fail. */
  private ScorePrinter whole(ScorePrinter printer) {
    PrintWriter out = spec.commandLine().getOut();
    return assessments -> {
      printer.print(assessments);
      out.flush();
    };
  }

  private Documents documents() {
    return Objects.requireNonNull(documents, "the session is not open");
  }

  private Restricted withheld() {
    return Objects.requireNonNull(withheld, "the session is not open");
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
