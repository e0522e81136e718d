package org.muscat.server.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.theatre.TheatreState.RegimeView;

/**
 * What was said of a theatre in a few numbers. Immutable.
 *
 * @param stability in points; null if there is no score
 * @param lower the lower end of its interval; null without a score
 * @param upper the upper end of its interval; null without a score
 * @param coverage in [0,1]
 * @param regime null if the model judges none
 */
public record PublishedPoint(
    Instant asOf,
    IndexState.Status status,
    @Nullable Double stability,
    @Nullable Double lower,
    @Nullable Double upper,
    double coverage,
    @Nullable Regime regime) {

  /** The point of an assessment. */
  public static PublishedPoint of(Assessment assessment) {
    IndexState state = assessment.state();
    RegimeView view = assessment.theatreState().regime();
    return new PublishedPoint(
        state.asOf(),
        state.status(),
        state.scored().map(IndexState.Score::stability).orElse(null),
        state.scored().map(IndexState.Score::lower).orElse(null),
        state.scored().map(IndexState.Score::upper).orElse(null),
        state.coverage(),
        view == null ? null : view.state().regime());
  }
}
