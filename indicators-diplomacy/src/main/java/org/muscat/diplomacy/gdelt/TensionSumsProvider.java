package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code tension-sums}: D3 of the method from daily symmetric Goldstein sums of a dyad
 * (negative is conflict), for a history of which no raw files are at hand. A sum grows with the
 * volume of news, so it is no Goldstein mean; it is read as a robust score against its own past.
 *
 * <p>Tension of a day is minus the mean of the sums of the last {@code window} days up to it, of
 * which five in seven must be known. The reading is {@code z = (x - median_W)/(1.4826 MAD_W)} of
 * the last day, clipped to +-4, W = the last 730 accepted days before it. A day is accepted while
 * its own |z| is at most 3 [choice], the first 180 as they come; so the baseline does not learn
 * from a crisis, and {@code frozen-since} says since when it has not learned. No reading with fewer
 * than 180 accepted days, or when the last day is older than a fortnight; partial under 730.
 *
 * <p>The climatological error of 26.7 points is the standard deviation of the risk of USA-IRN in
 * 2018-2019.
 */
public final class TensionSumsProvider implements IndicatorProvider<TensionSumsConfig> {

  static final Duration MAX_AGE = Duration.ofDays(14);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "tension-sums",
        "Tension between two states in the news, from daily Goldstein sums",
        Role.PILLAR,
        "z",
        Scale.normal(),
        new Uncertainty(5, 26.7, Duration.ofDays(1), MAX_AGE),
        "method, sections 3 (robust z, gated) and 4 (D3); Goldstein (1992)");
  }

  @Override
  public Class<TensionSumsConfig> configType() {
    return TensionSumsConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(TensionSumsConfig config) {
    return Windows.validate(config.dyad(), config.window());
  }

  @Override
  public Inputs inputs(TensionSumsConfig config) {
    // The gate is a fold over the whole past; a shorter look-back would make the baseline depend
    // on where it happens to begin.
    return Inputs.none().with(Dyad.of(config.dyad()).sumSeries(), Inputs.WHOLE_HISTORY);
  }

  @Override
  public Indicator create(TensionSumsConfig config) {
    return GatedScore.falling(
        Dyad.of(config.dyad()).sumSeries(), (int) config.window().toDays(), MAX_AGE);
  }
}
