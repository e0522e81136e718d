package org.muscat.server.chokepoint;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.StatusReader;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.store.Store;

/**
 * Draws the straits of the theatres and the incidents of a year as GeoJSON. What is a strait is
 * told by the readings: a status indicator with the facts {@code latitude} and {@code longitude}.
 * It remembers them, for what cannot be read later; nothing else of an answer depends on that.
 * Blocks on the store and on plugins; safe for any thread but an event loop.
 */
public final class Chokepoints {

  private final Store store;
  private final Assessor assessor;
  private final Restricted restricted;
  private final Positions positions = new Positions();

  @Inject
  public Chokepoints(Store store, Assessor assessor, Restricted restricted) {
    this.store = store;
    this.assessor = assessor;
    this.restricted = restricted;
  }

  /** With the words as they were published. */
  public ChokepointsDocument published(Snapshot snapshot) {
    StatusReader statuses = assessor.statusReader();
    for (Assessment assessment : snapshot.assessments()) {
      assessment.basis().failure().ifPresent(statuses::leaveAlone);
    }
    Features features = new Features();
    Straits straits = new Straits(store, statuses, positions, restricted, snapshot.asOf());
    for (Assessment assessment : snapshot.assessments()) {
      straits.add(assessment.theatre(), assessment.statusWords(), features);
    }
    return document(
        snapshot.assessments().stream().map(Assessment::theatre).toList(),
        snapshot.asOf(),
        features);
  }

  /** With the words of a moment, from all that is known by now of what was known then. */
  public ChokepointsDocument at(Theatres theatres, Instant asOf) {
    StatusReader statuses = assessor.statusReader();
    Features features = new Features();
    Straits straits = new Straits(store, statuses, positions, restricted, asOf);
    for (Theatre theatre : theatres.all()) {
      straits.add(theatre, statuses.words(theatre, asOf), features);
    }
    return document(theatres.all(), asOf, features);
  }

  private ChokepointsDocument document(List<Theatre> theatres, Instant asOf, Features features) {
    List<ChokepointsDocument.Withheld> withheld =
        new Incidents(store, theatres, restricted, asOf).add(features);
    return new ChokepointsDocument(
        "FeatureCollection", asOf.toString(), features.placed(), features.unplaced(), withheld);
  }
}
