#set( $id = $artifactId.replaceAll('([a-z0-9])([A-Z])', '$1-$2').toLowerCase().replaceAll('[^a-z0-9]+', '-') )
package ${package};

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.PluginDescriptor;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.spi.Uncertainty;

/** A feed of daily gas prices, and an indicator that reads them. */
public final class PricePlugin implements MuscatPlugin {

  static final String PRICE = "gas/price";
  private static final URI SOURCE = URI.create("https://prices.example/gas.csv");

  /** No options yet. */
  public record Config() {}

  @Override public PluginDescriptor descriptor() {
    return PluginDescriptor.of("${id}", "Gas", "${version}", "Apache-2.0", PluginDescriptor.SPI_VERSION);
  }
  @Override public List<FeedProvider<?>> feeds() { return List.of(new Prices()); }
  @Override public List<IndicatorProvider<?>> indicators() { return List.of(new PriceStress()); }

  /** Observes. Only a feed may go to the network, and only through its context. */
  static final class Prices implements FeedProvider<Config> {
    @Override public FeedDescriptor descriptor() {
      return FeedDescriptor.of("gas-prices", "Prices", SOURCE.toString(), Duration.ofDays(1), "made up").tellingWholeHistory();
    }
    @Override public Class<Config> configType() { return Config.class; }
    @Override public Feed create(Config config, FeedContext context) {
      return request -> prices(context.http().fetch(HttpQuery.get(SOURCE).accepting("text/csv")).text());
    }

    private static Batch prices(String csv) throws FeedException {
      List<String> rows = csv.lines().toList();
      if (rows.isEmpty() || !rows.get(0).equals("date,price")) {
        throw new FeedException(FeedException.Reason.SOURCE_CHANGED, SOURCE + " has no row 'date,price' at its top");
      }
      List<Observation> prices = new ArrayList<>();
      List<Batch.Rejection> rejected = new ArrayList<>();
      for (int line = 1; line < rows.size(); line++) {
        String[] cells = rows.get(line).split(",", -1);
        try {
          LocalDate day = LocalDate.parse(cells[0]);
          if (!cells[1].isEmpty()) { // a day without a price is not observed: it is never made up
            prices.add(Observation.point(PRICE, day.atStartOfDay(ZoneOffset.UTC).toInstant(), Double.parseDouble(cells[1])));
          }
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
          rejected.add(new Batch.Rejection(SOURCE.toString(), line + 1, "'" + rows.get(line) + "' is no date and price"));
        }
      }
      return Batch.last(prices, rejected, rows.get(rows.size() - 1));
    }
  }

  /** How the newest price stands to the mean of a month: a pure function of what was known. */
  static final class PriceStress implements IndicatorProvider<Config> {
    @Override public IndicatorDescriptor descriptor() {
      return IndicatorDescriptor.of("price-stress", "Gas price to its mean", Role.PILLAR, "ratio",
          Scale.logistic(1.0, 1.5), // risk 10 at its mean, risk 90 half above it: choices of this example
          new Uncertainty(3, 25, Duration.ofDays(1), Duration.ofDays(10)), "an example");
    }
    @Override public Class<Config> configType() { return Config.class; }
    @Override public Inputs inputs(Config config) { return Inputs.none().with(PRICE, Duration.ofDays(30)); }
    @Override public Indicator create(Config config) {
      return known -> {
        Series prices = known.series(PRICE);
        if (prices.size() < 5) {
          return new NoData(prices.size() + " prices are known of the last 30 days; 5 are needed");
        }
        double mean = Arrays.stream(prices.values()).average().orElseThrow();
        return Measured.of(prices.lastValue() / mean, prices.lastTime());
      };
    }
  }
}
