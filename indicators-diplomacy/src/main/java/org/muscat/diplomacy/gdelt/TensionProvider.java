package org.muscat.diplomacy.gdelt;

import java.util.List;
import java.util.Optional;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.SeriesView;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code tension} (D3 of the method): {@code -sum w G / sum w} over the unique events of a
 * dyad in the last days, w = ln(1 + distinct source domains), G = Goldstein (1992). In Goldstein
 * points, -10 (only cooperation) to 10 (only war).
 *
 * <p>No reading when no event is known, or when too few files of the window were read: a source
 * that fell silent is not a calm dyad.
 *
 * <p>The anchors -1 and 5 and the climatological error of 20 points are choices, not calibrations:
 * no raw history was at hand to calibrate them on. Half of it is back a day after the newest file:
 * the window steps by days.
 */
public final class TensionProvider implements IndicatorProvider<GdeltWindowConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "tension",
        "Tension between two states in the news, from raw GDELT files",
        Role.PILLAR,
        "Goldstein points",
        Scale.logistic(-1, 5),
        new Uncertainty(5, 20, GdeltWindow.CADENCE, GdeltWindow.MAX_AGE),
        "method, section 4, D3; Goldstein (1992), A Conflict-Cooperation Scale for WEIS Events Data");
  }

  @Override
  public Class<GdeltWindowConfig> configType() {
    return GdeltWindowConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(GdeltWindowConfig config) {
    return GdeltWindow.validate(config);
  }

  @Override
  public Inputs inputs(GdeltWindowConfig config) {
    return GdeltWindow.inputs(config);
  }

  @Override
  public Indicator create(GdeltWindowConfig config) {
    return known -> read(known, config);
  }

  private static Reading read(SeriesView known, GdeltWindowConfig config) {
    GdeltWindow window = GdeltWindow.of(known, config);
    Optional<NoData> silence = window.silence(config.minFileShare());
    if (silence.isPresent()) {
      return silence.get();
    }
    double weight = window.sum("weight");
    if (weight <= 0) {
      return window.noEvent(config.dyad());
    }
    return window.measured(-window.sum("goldstein-weighted") / weight);
  }
}
