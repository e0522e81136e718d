package org.muscat.energy;

import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;

/**
 * E10, how far dear energy reaches expected inflation: the change of the breakeven inflation rate
 * over twenty observed days, in basis points. The input is in %.
 */
final class BreakevenPassThrough implements IndicatorProvider<BreakevenPassThroughConfig> {

  private static final double BASIS_POINTS = 100;

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofIndices(
        "breakeven-pass-through",
        "Change of breakeven inflation over a month",
        "bp",
        "method, section 4, E10; Federal Reserve Bank of St. Louis, T10YIE");
  }

  @Override
  public Class<BreakevenPassThroughConfig> configType() {
    return BreakevenPassThroughConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(BreakevenPassThroughConfig config) {
    return SeriesNames.check("series", () -> inputs(config));
  }

  @Override
  public Inputs inputs(BreakevenPassThroughConfig config) {
    return Inputs.none().with(config.series(), DailyPrints.lookBack(config.days()));
  }

  @Override
  public Indicator create(BreakevenPassThroughConfig config) {
    return Measurement.indicator(known -> read(known.series(config.series()), config.days()));
  }

  private static Measured read(Series known, int days) throws NoReadingException {
    Series rates = DailyPrints.unstuck(known).last(days + 1);
    if (rates.size() < days + 1) {
      throw NoReadingException.because(
          "a change over %d days of '%s' needs %d values within %d d, %d are known"
              .formatted(
                  days, known.name(), days + 1, DailyPrints.lookBack(days).toDays(), rates.size()));
    }
    Rates.believed(rates);
    return Measured.of(BASIS_POINTS * (rates.value(days) - rates.value(0)), rates.lastTime());
  }
}
