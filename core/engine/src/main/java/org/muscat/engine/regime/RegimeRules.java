package org.muscat.engine.regime;

import java.util.List;
import java.util.Optional;

/**
 * The table of method, section 6: when a regime is entered and when it is left. The enter rules of
 * DETENTE, CONTAINMENT and COERCION exclude each other, so that their order does not matter;
 * CONFLICT goes before all of them.
 */
final class RegimeRules {

  /** The regimes that are entered by dialogue and pressure. */
  private static final List<Regime> BY_DIALOGUE_AND_PRESSURE =
      List.of(Regime.DETENTE, Regime.CONTAINMENT, Regime.COERCION);

  private static final double CONFLICT_ENTER = 0.70;
  private static final double CONFLICT_ENTER_CLOSED = 0.40;
  private static final double CONFLICT_LEAVE = 0.45;

  private RegimeRules() {}

  /**
   * The words for why CONFLICT is entered, empty when it is not. What is live of a missing axis is
   * enough: the missing parts could only raise it.
   */
  static Optional<String> conflict(Axes axes) {
    double kinetic = axes.kinetic().known().orElse(axes.kinetic().atLeast());
    if (kinetic >= CONFLICT_ENTER) {
      return Optional.of(
          "kinetic " + Decimals.three(kinetic) + " >= " + Decimals.three(CONFLICT_ENTER));
    }
    if (axes.strait() == Strait.EFFECTIVELY_CLOSED && kinetic >= CONFLICT_ENTER_CLOSED) {
      return Optional.of(
          "strait effectively closed and kinetic "
              + Decimals.three(kinetic)
              + " >= "
              + Decimals.three(CONFLICT_ENTER_CLOSED));
    }
    return Optional.empty();
  }

  /**
   * Whether this step counts towards the end of a CONFLICT: K is known and below .45, and the enter
   * rule is known not to hold.
   */
  static boolean isQuiet(Axes axes) {
    // A missing axis is not a quiet one.
    double kinetic = axes.kinetic().known().orElse(1);
    boolean maybeClosed = axes.strait() != Strait.PASSABLE;
    return kinetic < (maybeClosed ? CONFLICT_ENTER_CLOSED : CONFLICT_LEAVE);
  }

  /** The regime whose enter rule holds; DRIFT if there is none. */
  static Regime entered(double dialogue, double pressure) {
    for (Regime regime : BY_DIALOGUE_AND_PRESSURE) {
      if (enters(regime, dialogue, pressure)) {
        return regime;
      }
    }
    return Regime.DRIFT;
  }

  /** Whether the enter rule of a regime holds. */
  static boolean enters(Regime regime, double dialogue, double pressure) {
    return switch (regime) {
      case DETENTE -> dialogue >= 0.55 && pressure <= 0.35;
      case CONTAINMENT -> dialogue >= 0.45 && pressure >= 0.45;
      case COERCION -> dialogue <= 0.35 && pressure >= 0.55;
      case CONFLICT, DRIFT, UNDETERMINED -> false;
    };
  }

  /** Whether the leave rule of a regime holds, that of DRIFT being that another one is entered. */
  static boolean leaves(Regime regime, double dialogue, double pressure) {
    return switch (regime) {
      case DETENTE -> dialogue < 0.45 || pressure > 0.45;
      case CONTAINMENT -> dialogue < 0.35 || pressure < 0.35;
      case COERCION -> dialogue > 0.45 || pressure < 0.45;
      case DRIFT -> entered(dialogue, pressure) != Regime.DRIFT;
      case CONFLICT, UNDETERMINED -> false;
    };
  }
}
