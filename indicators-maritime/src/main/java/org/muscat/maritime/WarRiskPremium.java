package org.muscat.maritime;

import java.time.Duration;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.spi.Uncertainty;

/**
 * M8, war-risk premium: what a hull pays for seven days in the area, {@code p} percent of its
 * value, from the series {@code war-risk/<strait>/hull}. Quotes spread over two orders of
 * magnitude, so the reading is {@code ln(1 + p/0.125)}, whose risk is straight from 0 to 100 at 10
 * %: {@code r = min(100, 100 ln(1 + p/.125)/ln(1 + 10/.125))}. The premium itself is the fact
 * {@code percent-of-hull}.
 *
 * <p>There is no free source: quotes come by file drop. With none the reading is missing. Spread
 * and ages are a choice: quotes of brokers are renewed weekly.
 */
final class WarRiskPremium implements IndicatorProvider<StraitConfig> {

  /** What a quiet strait costs, in percent of the hull. */
  private static final double QUIET = 0.125;

  private static final double HIGHEST = 10;
  private static final Duration MAX_AGE = Duration.ofDays(28);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "war-risk-premium",
        "What insurers ask for a week in the area",
        Role.PILLAR,
        "ln(1 + % of hull / 0.125)",
        Scale.linear(0, 0, reading(HIGHEST), 100),
        new Uncertainty(5, 25, Duration.ofDays(7), MAX_AGE),
        "method, section 4, M8");
  }

  @Override
  public Class<StraitConfig> configType() {
    return StraitConfig.class;
  }

  @Override
  public Inputs inputs(StraitConfig config) {
    return Inputs.none().with(series(config), MAX_AGE);
  }

  @Override
  public Indicator create(StraitConfig config) {
    String series = series(config);
    return known -> read(series, known);
  }

  private static Reading read(String series, SeriesView known) {
    Series quotes = known.series(series);
    if (quotes.isEmpty()) {
      return new NoData("no quote of '" + series + "' of the last 28 days is known");
    }
    double percent = quotes.lastValue();
    if (percent < 0 || percent > 100) {
      return NoData.suspect(
          "a premium of %s %% of the hull on %s cannot be; correct the file"
              .formatted(percent, quotes.lastTime()));
    }
    return Measured.of(reading(percent), quotes.lastTime())
        .fact("percent-of-hull", Double.toString(percent));
  }

  private static double reading(double percent) {
    return Math.log1p(percent / QUIET);
  }

  private static String series(StraitConfig config) {
    return "war-risk/" + config.strait() + "/hull";
  }
}
