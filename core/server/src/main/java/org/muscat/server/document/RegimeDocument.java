package org.muscat.server.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.regime.Axes;
import org.muscat.engine.regime.AxisReading;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.regime.RegimePosterior;
import org.muscat.engine.theatre.TheatreState.RegimeView;

/**
 * The regime of a theatre and what stands beside it, as JSON (method, section 6).
 *
 * @param regime such as {@code containment}; null if the model judges none
 * @param since the moment of the step that it began with; null with the regime
 * @param reason why it holds, or why there is none
 * @param axes null if the model judges no regime
 * @param posterior the probability of each regime, by its name; null with the axes
 * @param entropy of the posterior, in [0,1]; 1 when all regimes are alike; null with the axes
 * @param mix of dialogue and pressure, in [0,1]
 * @param mixGradient whether more pressure helps (positive) or hurts from here
 * @param mixReason why there is no mix; empty when there is
 */
public record RegimeDocument(
    @Nullable String regime,
    @Nullable String since,
    String reason,
    @Nullable AxesDocument axes,
    @Nullable Map<String, Double> posterior,
    @Nullable Double entropy,
    @Nullable Double mix,
    @Nullable Double mixGradient,
    String mixReason) {

  private static final RegimeDocument NONE =
      new RegimeDocument(
          null,
          null,
          "the model judges no regime",
          null,
          null,
          null,
          null,
          null,
          "the model judges no regime");

  /** What the regime is judged by. */
  public record AxesDocument(AxisDocument dialogue, AxisDocument pressure, AxisDocument kinetic) {

    static AxesDocument of(Axes axes) {
      return new AxesDocument(
          AxisDocument.of(axes.dialogue()),
          AxisDocument.of(axes.pressure()),
          AxisDocument.of(axes.kinetic()));
    }
  }

  /**
   * One axis.
   *
   * @param level in [0,1]; null when the axis is missing
   * @param missing ids of the inputs of the axis that are missing
   * @param reason why the axis is missing; empty when it is not
   */
  public record AxisDocument(@Nullable Double level, List<String> missing, String reason) {

    static AxisDocument of(AxisReading axis) {
      return new AxisDocument(axis.level(), axis.missing(), reason(axis));
    }

    private static String reason(AxisReading axis) {
      if (axis.level() != null) {
        return "";
      }
      return axis.missing().isEmpty()
          ? "the model has no indicators of it"
          : "less than half of its weight is known";
    }
  }

  static RegimeDocument of(@Nullable RegimeView view) {
    if (view == null) {
      return NONE;
    }
    Map<String, Double> posterior = new LinkedHashMap<>();
    for (Regime regime : RegimePosterior.REGIMES) {
      posterior.put(Words.of(regime), view.posterior().of(regime));
    }
    return new RegimeDocument(
        Words.of(view.state().regime()),
        view.state().since().toString(),
        view.state().reason(),
        AxesDocument.of(view.state().axes()),
        Collections.unmodifiableMap(posterior),
        view.posterior().entropy(),
        view.mix(),
        view.mixGradient(),
        view.mix() == null ? "dialogue or pressure is missing" : "");
  }
}
