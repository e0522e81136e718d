package org.muscat.server.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.publish.Reproduction;
import org.muscat.store.Pruning;
import org.muscat.store.Publication;
import org.muscat.store.Store;

/** The scores of a past moment: those that were published then, where there are any. */
final class PastScores {

  /** Who asks for a moment this soon after a publication may have meant it. */
  private static final Duration NEAR = Duration.ofHours(1);

  private final Reproduction reproduction;
  private final Store store;
  private final PrintWriter err;
  private final Set<String> hinted = new HashSet<>();

  /**
   * Scores of one command.
   *
   * @param err is told what differs from what was published
   */
  PastScores(Reproduction reproduction, Store store, PrintWriter err) {
    this.reproduction = reproduction;
    this.store = store;
    this.err = err;
  }

  /** Of each theatre what was published as of the moment; else what is known by now of it. */
  List<Assessment> asOf(Assessor assessor, List<Theatre> theatres, Instant moment) {
    Map<String, Assessment> byTheatre = new HashMap<>();
    List<Theatre> others = new ArrayList<>();
    for (Theatre theatre : theatres) {
      Optional<Publication> last = store.publications().atOrBefore(theatre.id(), moment);
      // Publications know milliseconds.
      if (last.filter(then -> then.asOf().plusMillis(1).isAfter(moment)).isPresent()) {
        byTheatre.put(theatre.id(), told(theatre, reproduction.again(theatre, last.get())));
      } else {
        others.add(theatre);
        hint(theatre, moment, last);
      }
    }
    assessor
        .assessAll(others, moment)
        .forEach(assessment -> byTheatre.put(assessment.theatre().id(), assessment));
    return theatres.stream().map(theatre -> byTheatre.get(theatre.id())).toList();
  }

  /**
   * Of each theatre what was published last.
   *
   * @throws IllegalStateException if nothing was published of one of them
   */
  List<Assessment> published(List<Theatre> theatres, Instant atOrBefore) {
    List<Assessment> assessments = new ArrayList<>();
    for (Theatre theatre : theatres) {
      Publication publication =
          store
              .publications()
              .atOrBefore(theatre.id(), atOrBefore)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "nothing of theatre '"
                              + theatre.id()
                              + "' was published at or before "
                              + atOrBefore
                              + "; leave --published out to score with what is known by now"));
      assessments.add(told(theatre, reproduction.again(theatre, publication)));
    }
    return assessments;
  }

  private Assessment told(Theatre theatre, Reproduction.Result result) {
    if (!result.differences().isEmpty()) {
      err.println(
          "muscat: theatre '"
              + theatre.id()
              + "' as of "
              + result.publication().asOf()
              + " may not be what was published then: "
              + String.join("; ", result.differences()));
      err.flush();
    }
    return result.assessment();
  }

  /** Of many moments one hint for each theatre is enough. */
  private void hint(Theatre theatre, Instant moment, Optional<Publication> last) {
    if (hinted.contains(theatre.id())) {
      return;
    }
    store
        .pruning()
        .floor(Pruning.Subject.PUBLICATIONS)
        .filter(moment::isBefore)
        .ifPresent(
            floor -> {
              hinted.add(theatre.id());
              err.println(
                  "muscat: what was published before "
                      + floor
                      + " was pruned, so this is with what is known by now");
              err.flush();
            });
    last.filter(before -> before.asOf().isAfter(moment.minus(NEAR)))
        .ifPresent(
            before -> {
              hinted.add(theatre.id());
              err.println(
                  "muscat: nothing of theatre '"
                      + theatre.id()
                      + "' was published as of exactly "
                      + moment
                      + ", so this is with what is known by now; --published takes that of "
                      + before.asOf());
              err.flush();
            });
  }
}
