package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.SeriesView;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code cooperation-share} (D2 of the method): {@code (n_c + 20 pi)/(n + 20)} over the
 * unique events of a dyad in the last days, both ways; n_c of the CAMEO roots 01 to 09. In [0,1];
 * the more cooperation, the calmer.
 *
 * <p>pi is the share in all events of the 730 days before the window, from days over all files of
 * which at least 92 of 96 were read; no reading with fewer than 90 such days [choice], partial
 * under 730. It is a share of sums, not a mean of daily shares [choice], so that a day with one
 * event does not count as much as one with a hundred. No reading when too few files of the window
 * were read.
 *
 * <p>The anchors .75 and .35 and the climatological error of 20 points are choices: no raw history
 * was at hand to calibrate them on.
 */
public final class CooperationShareProvider implements IndicatorProvider<GdeltWindowConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "cooperation-share",
        "Share of cooperation in the news of two states, from raw GDELT files",
        Role.PILLAR,
        "share",
        Scale.logistic(.75, .35),
        new Uncertainty(5, 20, GdeltWindow.CADENCE, GdeltWindow.MAX_AGE),
        "method, section 4, D2; CAMEO (Schrodt 2012)");
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
    // The window ends with the newest file, which may be old.
    return CooperationPrior.inputs(
        GdeltWindow.inputs(config),
        Dyad.of(config.dyad()),
        RollUp.EVENTS,
        RollUp.COOPERATION,
        (int) config.window().plus(GdeltWindow.MAX_AGE).toDays());
  }

  /** A share is a level already. */
  @Override
  public Optional<LevelMap> level(GdeltWindowConfig config) {
    return Optional.of(LevelMap.identity());
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
    Dyad dyad = Dyad.of(config.dyad());
    Optional<CooperationPrior> prior =
        CooperationPrior.of(
            known,
            dyad,
            RollUp.EVENTS,
            RollUp.COOPERATION,
            Duration.between(Instant.EPOCH, window.from()).toDays());
    if (prior.isEmpty()) {
      return new NoData(
          "the usual share of "
              + config.dyad()
              + " is not known: "
              + CooperationPrior.FEWEST_DAYS
              + " days with events before the window are needed");
    }
    double share = prior.get().shrink(window.count(Cameo.COOPERATION), window.events());
    Measured reading =
        window
            .measured(share)
            .fact("usual-share", String.format(Locale.ROOT, "%.3f", prior.get().share()));
    return reading.caveat().isPresent()
        ? reading
        : prior.get().caveat().map(reading::partial).orElse(reading);
  }
}
