package org.muscat.diplomacy.gdelt;

import java.util.List;
import java.util.Optional;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.SeriesView;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code talks-balance} (D4 of the method): {@code (T - H)/(T + H + 5)} over the unique
 * events of a dyad in the last days, T of the CAMEO roots 03 to 06 (talk), H of 13, 15 and 17 to 20
 * (threat and force). In (-1, 1); the more talk, the calmer. No reading when no event of the dyad
 * is known, or when too few files of the window were read: a source that fell silent is not a
 * balance.
 *
 * <p>The anchors .5 and -.5 and the climatological error of 20 points are choices, not
 * calibrations: no raw history was at hand to calibrate them on. Half of it is back a day after the
 * newest file: the window steps by days.
 */
public final class TalksBalanceProvider implements IndicatorProvider<GdeltWindowConfig> {

  /** Events that a balance of few is shrunk by, towards 0. */
  private static final double SHRINKAGE = 5;

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "talks-balance",
        "Talks against threats between two states, from raw GDELT files",
        Role.PILLAR,
        "balance",
        Scale.logistic(.5, -.5),
        new Uncertainty(5, 20, GdeltWindow.CADENCE, GdeltWindow.MAX_AGE),
        "method, section 4, D4; CAMEO (Schrodt 2012)");
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

  /** {@code (1 + D4)/2} (method, section 6). */
  @Override
  public Optional<LevelMap> level(GdeltWindowConfig config) {
    return Optional.of(LevelMap.linear(-1, 1));
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
    if (window.events() <= 0) {
      return window.noEvent(config.dyad());
    }
    double talk = window.count(Cameo.TALK);
    double threat = window.count(Cameo.THREAT);
    return window.measured((talk - threat) / (talk + threat + SHRINKAGE));
  }
}
