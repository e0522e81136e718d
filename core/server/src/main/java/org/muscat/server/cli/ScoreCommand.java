package org.muscat.server.cli;

import com.google.inject.Injector;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.feed.FeedRunner;
import org.muscat.server.feed.Fetched;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.publish.Reproduction;
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
    description = "Scores theatres once, as of any moment. Reads only, unless --fetch.",
    footer =
        "%nExit codes: 0 scored, 1 internal error, 2 usage, 3 refused for coverage, 4 a fetch"
            + " failed, 5 below --fail-below, 78 configuration.")
final class ScoreCommand implements Callable<Integer> {

  /** How a score is written. */
  enum Format {
    TABLE,
    JSON,
    OPENMETRICS
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private TheatreOptions theatres = new TheatreOptions();

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

  @Option(names = "--fetch", description = "Fetch the configured feeds first.")
  private boolean fetch;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table, json or openmetrics (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = "--fail-below",
      paramLabel = "X",
      description = "Exit with 5 if the index of a theatre is below this.")
  private @Nullable Double failBelow;

  @Override
  public Integer call() {
    Optional<Instant> asked = asked();
    if (failBelow != null && !(failBelow >= 0 && failBelow <= 100)) {
      throw usage("--fail-below " + failBelow + " is not a number from 0 to 100");
    }
    if (published && revised) {
      throw usage("--published and --revised exclude each other");
    }
    if (!fetch) {
      TheatreOptions.requireStore(common);
    }
    try (Session session = common.open()) {
      List<Theatre> chosen = theatres.of(session);
      if (fetch && !fetchAll(session)) {
        return ExitCode.FETCH_FAILED;
      }
      Instant moment = asked.orElseGet(() -> now(session.clock()));
      Injector injector = session.injector();
      List<Assessment> assessments =
          revised || (asked.isEmpty() && !published)
              ? injector.getInstance(Assessor.class).assessAll(chosen, moment)
              : past(injector, session, chosen, moment);
      write(assessments, injector.getInstance(Documents.class));
      return exitCode(assessments);
    }
  }

  private Optional<Instant> asked() {
    return asOf == null ? Optional.empty() : Optional.of(theatres.moment("--as-of", asOf));
  }

  private List<Assessment> past(
      Injector injector, Session session, List<Theatre> chosen, Instant moment) {
    PastScores past =
        new PastScores(
            injector.getInstance(Assessor.class),
            injector.getInstance(Reproduction.class),
            session.store(),
            spec.commandLine().getErr());
    return published ? past.published(chosen, moment) : past.asOf(chosen, moment);
  }

  /** After a fetch the first moment that surely knows what it brought. */
  private Instant now(Clock clock) {
    Instant now = clock.instant();
    return fetch
        ? now.truncatedTo(ChronoUnit.MILLIS).plusMillis(1)
        : now.truncatedTo(ChronoUnit.SECONDS);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private boolean fetchAll(Session session) {
    boolean good = true;
    for (FeedRunner feed : session.configuredFeeds()) {
      try (feed) {
        Fetched fetched = feed.run();
        if (fetched.failure().isPresent()) {
          good = false;
          spec.commandLine()
              .getErr()
              .println("muscat: feed '" + feed.id() + "': " + fetched.failure().get());
        }
      }
    }
    return good;
  }

  private void write(List<Assessment> assessments, Documents documents) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TABLE -> assessments.forEach(one -> out.print(ScoreTable.of(documents.index(one))));
      case JSON -> {
        // The very bytes that the API serves.
        out.print(
            theatres.namesOne()
                ? documents.published(assessments.get(0))
                : Json.compact(assessments.stream().map(documents::index).toList()) + "\n");
      }
      case OPENMETRICS -> out.print(OpenMetricsText.of(assessments));
    }
    out.flush();
  }

  private int exitCode(List<Assessment> assessments) {
    boolean below = false;
    for (Assessment assessment : assessments) {
      IndexState state = assessment.state();
      if (state.scored().isEmpty()) {
        return ExitCode.REFUSED;
      }
      below |= failBelow != null && state.scored().get().stability() < failBelow;
    }
    return below ? ExitCode.BELOW : ExitCode.OK;
  }
}
