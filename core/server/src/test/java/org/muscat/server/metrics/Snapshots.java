package org.muscat.server.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muscat.engine.Composite;
import org.muscat.engine.IndexState;
import org.muscat.engine.Input;
import org.muscat.engine.Model;
import org.muscat.engine.margin.TouchProbability;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.engine.theatre.TheatreState.MarginView;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Measured;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;
import org.muscat.store.SourceRanking;

/** Snapshots of theatres with two indicators. */
final class Snapshots {

  private static final Uncertainty UNCERTAINTY =
      new Uncertainty(1, 10, Duration.ofDays(1), Duration.ofDays(3));

  private Snapshots() {}

  /** All theatres with a score. */
  static Snapshot at(Instant asOf, String... theatres) {
    return new Snapshot(asOf, Arrays.stream(theatres).map(id -> assessment(id, asOf)).toList());
  }

  private static Assessment assessment(String id, Instant asOf) {
    Model.Pillar pillar =
        new Model.Pillar(
            "first",
            1,
            List.of(
                new Model.Member("one", 1, Scale.linear(0, 0, 100, 100), UNCERTAINTY),
                new Model.Member("two", 1, Scale.linear(0, 0, 100, 100), UNCERTAINTY)));
    Model model = new Model("test", 1, "0", List.of(pillar), Model.Rules.DEFAULT);
    IndexState index =
        new Composite(model)
            .compose(
                id,
                asOf,
                List.of(Input.of(Measured.of(30, asOf)), Input.of(Measured.of(40, asOf))),
                null,
                AsymmetricResponse.DEFAULT);
    MarginView margin =
        new MarginView(null, null, "too short", new TouchProbability.Withheld("too short"));
    return new Assessment(
        new Theatre(
            id, id, TheatreModel.of(id, model), SourceRanking.byName(), List.of(), List.of()),
        new TheatreState(index, null, List.of(), margin),
        List.of(),
        List.of(),
        new Assessment.Basis(0, Optional.empty()));
  }
}
