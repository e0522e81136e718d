package org.muscat.bench.theses;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.regime.Axes;
import org.muscat.engine.regime.Flag;
import org.muscat.engine.regime.FlagJudgement;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.engine.theatre.TheatreState.RegimeView;

/**
 * What the index said as of 00:00 UTC of a day, with what was known then.
 *
 * @param state all of it
 */
record Day(TheatreState state) {

  LocalDate date() {
    return LocalDate.ofInstant(state.asOf(), ZoneOffset.UTC);
  }

  RegimeView view() {
    RegimeView view = state.regime();
    if (view == null) {
      throw new IllegalArgumentException("the model judges no regime; give it axes");
    }
    return view;
  }

  Regime regime() {
    return view().state().regime();
  }

  Axes axes() {
    return view().state().axes();
  }

  @Nullable Double dialogue() {
    return axes().dialogue().level();
  }

  @Nullable Double pressure() {
    return axes().pressure().level();
  }

  @Nullable Double kinetic() {
    return axes().kinetic().level();
  }

  @Nullable Score score() {
    return state.index().scored().orElse(null);
  }

  /** Whether a flag is raised, clear or undecided. */
  String flag(Flag flag) {
    return state.flag(flag).map(FlagJudgement::verdict).map(Enum::name).orElse("none");
  }
}
