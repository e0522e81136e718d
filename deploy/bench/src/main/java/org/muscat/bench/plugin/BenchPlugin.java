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
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.spi.Uncertainty;

/** Offers the newest value of a made-up series, and how far it is from the mean of a window. */
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
    return List.of(new NewestValue(), new WindowZ());
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

  /**
   * What Prometheus' {@code (x - avg_over_time(x[30m])) / stddev_over_time(x[30m])} says, from the
   * same window.
   */
  private static final class WindowZ implements IndicatorProvider<Config> {

    private static final Duration WINDOW = Duration.ofMinutes(30);

    @Override
    public IndicatorDescriptor descriptor() {
      return IndicatorDescriptor.of(
          "window-z",
          "Newest value in standard deviations from the mean of half an hour",
          Role.PILLAR,
          "standard deviations",
          Scale.logistic(0, 3),
          new Uncertainty(5, 20, Duration.ofDays(1), Duration.ofDays(10)),
          "made up for measurements");
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public Inputs inputs(Config config) {
      return Inputs.none().with(config.series(), WINDOW);
    }

    @Override
    public Indicator create(Config config) {
      String name = config.series();
      return known -> z(known.series(name));
    }

    private static Reading z(Series series) {
      int size = series.size();
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < size; i++) {
        sum += series.value(i);
        squares += series.value(i) * series.value(i);
      }
      double mean = sum / size;
      double deviation = Math.sqrt(squares / size - mean * mean);
      return size < 2 || !(deviation > 0)
          ? new NoData("no deviation in '" + series.name() + "'")
          : Measured.of((series.lastValue() - mean) / deviation, series.lastTime());
    }
  }
}
