package org.muscat.engine.regime;

import java.util.List;

/** Why a regime holds, in words with the numbers. */
final class Reasons {

  private Reasons() {}

  static String enters(double dialogue, double pressure) {
    return numbers(dialogue, pressure) + " meet its enter rule";
  }

  static String stays(Regime regime, double dialogue, double pressure) {
    return numbers(dialogue, pressure)
        + (regime == Regime.DRIFT
            ? " meet the enter rule of no other regime"
            : " do not meet its leave rule");
  }

  static String dwells(Regime regime, int held, double dialogue, double pressure) {
    return numbers(dialogue, pressure)
        + (regime == Regime.DRIFT
            ? " meet the enter rule of another regime"
            : " meet its leave rule")
        + ", but it began only "
        + held
        + " of "
        + RegimeMachine.DWELL
        + " d ago";
  }

  static String axesAreBack(Regime suspended, double dialogue, double pressure) {
    return "all axes are back; " + stays(suspended, dialogue, pressure);
  }

  static String notYetOver(Axes axes, int quiet) {
    if (quiet == 0) {
      return kinetic(axes) + ", which does not count towards its end";
    }
    return kinetic(axes) + ", quiet for " + quiet + " of " + RegimeMachine.QUIET + " d";
  }

  /** Names each missing axis, with its missing parts where they are known. */
  static String missing(Axes axes) {
    List<String> names =
        axes.missing().stream().map(name -> withParts(name, parts(axes, name))).toList();
    return "missing: " + String.join(", ", names);
  }

  private static List<String> parts(Axes axes, String axis) {
    return switch (axis) {
      case "dialogue" -> axes.dialogue().missing();
      case "pressure" -> axes.pressure().missing();
      default -> axes.kinetic().missing();
    };
  }

  private static String withParts(String axis, List<String> parts) {
    return parts.isEmpty() ? axis : axis + " (without " + String.join(", ", parts) + ")";
  }

  private static String kinetic(Axes axes) {
    if (axes.kinetic().known().isEmpty()) {
      return "kinetic is missing";
    }
    String strait =
        switch (axes.strait()) {
          case PASSABLE -> "";
          case EFFECTIVELY_CLOSED -> " under a strait effectively closed";
          case UNKNOWN -> " under a strait of unknown status";
        };
    return "kinetic " + Decimals.three(axes.kinetic().known().getAsDouble()) + strait;
  }

  private static String numbers(double dialogue, double pressure) {
    return "dialogue " + Decimals.three(dialogue) + " and pressure " + Decimals.three(pressure);
  }
}
