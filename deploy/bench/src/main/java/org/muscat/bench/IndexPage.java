package org.muscat.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Theatre;
import org.muscat.store.SourceRanking;

/** Snapshots of many synthetic theatres, of which each has some 120 series. */
final class IndexPage {

  private IndexPage() {}

  /**
   * Snapshots of the same theatres a minute apart, with other readings.
   *
   * @param theatres how many
   * @param count how many snapshots
   */
  static List<Snapshot> snapshots(int theatres, int count) {
    SyntheticTheatres synthetic = new SyntheticTheatres(23);
    TheatreMemory memory = synthetic.remembered(SyntheticTheatres.fold());
    List<TheatreFold> folds = new ArrayList<>();
    for (int theatre = 0; theatre < theatres; theatre++) {
      folds.add(SyntheticTheatres.fold("theatre-" + theatre));
    }
    List<Snapshot> snapshots = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Instant asOf = SyntheticTheatres.NOW.plusSeconds(60L * number);
      List<Assessment> assessments = new ArrayList<>();
      for (TheatreFold fold : folds) {
        assessments.add(assessment(fold, fold.at(memory, asOf, synthetic.readings(fold, asOf))));
      }
      snapshots.add(new Snapshot(asOf, assessments));
    }
    return snapshots;
  }

  private static Assessment assessment(TheatreFold fold, TheatreState state) {
    String id = state.index().theatre();
    return new Assessment(
        new Theatre(id, id, fold.model(), SourceRanking.byName(), List.of(), List.of()),
        state,
        List.of(),
        List.of(),
        new Assessment.Basis(0, Optional.empty()));
  }
}
