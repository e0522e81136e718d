package org.muscat.bench.plugin;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.NoData;
import org.muscat.spi.Option;
import org.muscat.spi.PluginDescriptor;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.spi.Uncertainty;

/** Offers one indicator: the newest value of a series of its own. */
public final class BenchPlugin implements MuscatPlugin {

  /** Which series: {@code bench/<theatre>/<number>}. */
  public record Config(
      @Option(doc = "The theatre.") String theatre,
      @Option(doc = "Which of its series.") int number) {

    String series() {
      return "bench/" + theatre + "/s" + number;
    }
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(
        "bench", "To be measured with", "0.1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
  }

  @Override
  public List<IndicatorProvider<?>> indicators() {
    return List.of(new NewestValue());
  }

  /** The indicator without a host. */
  public static IndicatorProvider<Config> newestValue() {
    return new NewestValue();
  }

  private static final class NewestValue implements IndicatorProvider<Config> {

    @Override
    public IndicatorDescriptor descriptor() {
      return IndicatorDescriptor.of(
          "newest-value",
          "Newest value of a made-up series",
          Role.PILLAR,
          "units",
          Scale.logistic(15, 48),
          new Uncertainty(5, 20, Duration.ofDays(1), Duration.ofDays(10)),
          "made up for measurements");
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public Inputs inputs(Config config) {
      return Inputs.none().with(config.series(), Inputs.WHOLE_HISTORY);
    }

    @Override
    public Indicator create(Config config) {
      String name = config.series();
      return known -> {
        Series series = known.series(name);
        return series.isEmpty()
            ? new NoData("nothing in '" + name + "'")
            : Measured.of(series.lastValue(), series.lastTime());
      };
    }
  }
}
