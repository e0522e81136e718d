package org.muscat.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muscat.server.feed.FeedRunner;
import org.muscat.server.feed.Fetched;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Scoring;
import org.muscat.server.runtime.Session;

/** Scores theatres as of one moment after the other. */
final class ScoreRun {

  private final Session session;
  private final List<Theatre> theatres;
  private final MomentOptions moments;
  private final Assessor assessor;
  private final PastScores past;
  private final PrintWriter err;

  ScoreRun(
      Session session,
      Scoring scoring,
      List<Theatre> theatres,
      MomentOptions moments,
      PrintWriter err) {
    this.session = session;
    this.theatres = theatres;
    this.moments = moments;
    this.err = err;
    this.assessor = scoring.assessor();
    this.past = new PastScores(scoring.reproduction(), session.store(), err);
  }

  /** Fetches all configured feeds, whatever comes of each; gives whether none failed. */
  boolean fetch() {
    boolean good = true;
    for (FeedRunner feed : session.configuredFeeds()) {
      try (feed) {
        Fetched fetched = feed.run();
        while (fetched.hasMore()) {
          err.println(
              "muscat: feed '" + feed.id() + "' goes on after " + fetched.stored() + " rows");
          err.flush();
          fetched = feed.run();
        }
        if (fetched.failure().isPresent()) {
          good = false;
          err.println(
              "muscat: feed '"
                  + feed.id()
                  + "': "
                  + fetched.failure().get()
                  + "; the score is of what is known without it");
        }
      }
    }
    err.flush();
    return good;
  }

  /** The present moment; after a fetch the first that surely knows what it brought. */
  static Instant now(Clock clock, boolean fetched) {
    Instant now = clock.instant();
    return fetched
        ? now.truncatedTo(ChronoUnit.MILLIS).plusMillis(1)
        : now.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Scores all theatres.
   *
   * @param asked the moments, oldest first; empty for now
   * @param code what is done with the scores of each moment, and the exit code that they lead to
   * @return the exit code
   */
  int run(Optional<List<Instant>> asked, boolean fetched, Judging code) {
    if (!moments.isRange()) {
      Instant moment = asked.map(all -> all.get(0)).orElseGet(() -> now(session.clock(), fetched));
      return code.of(assess(assessor.about(moment), moment, asked.isPresent()));
    }
    List<Instant> all = asked.orElseThrow();
    Set<String> scored = new HashSet<>();
    Progress progress =
        new Progress(err, Boolean.getBoolean(Progress.TERMINAL), session.clock(), all.size());
    int done = 0;
    for (Instant moment : all) {
      List<Assessment> assessments = assess(assessor, moment, true);
      assessments.stream()
          .filter(one -> one.state().scored().isPresent())
          .forEach(one -> scored.add(one.theatre().id()));
      progress.clear();
      code.of(assessments);
      progress.at(++done);
    }
    progress.clear();
    return scored.size() == theatres.size() ? ExitCode.OK : ExitCode.REFUSED;
  }

  /** What becomes of scores. */
  @FunctionalInterface
  interface Judging {
    int of(List<Assessment> assessments);
  }

  private List<Assessment> assess(Assessor assessor, Instant moment, boolean isPast) {
    if (moments.isPublished()) {
      return past.published(theatres, moment);
    }
    return isPast && !moments.isRevised()
        ? past.asOf(assessor, theatres, moment)
        : assessor.assessAll(theatres, moment);
  }
}
