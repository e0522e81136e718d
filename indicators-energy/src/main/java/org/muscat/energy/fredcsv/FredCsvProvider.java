package org.muscat.energy.fredcsv;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.muscat.energy.table.Address;
import org.muscat.energy.table.Past;
import org.muscat.energy.table.Table;
import org.muscat.energy.table.TableFeed;
import org.muscat.energy.table.Wanted;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/**
 * Makes the feed {@code fred-csv}: daily series of FRED, which need no key. Points at the start of
 * the day (UTC), in the unit of FRED: oil in USD/bbl, gas in USD/MMBtu, volatility in points, rates
 * and inflation in percent, the dollar as an index.
 */
public final class FredCsvProvider implements FeedProvider<FredCsvConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
            "fred-csv",
            "Daily prices, volatilities and rates from FRED, without a key",
            "Federal Reserve Bank of St. Louis, https://fred.stlouisfed.org",
            Duration.ofDays(1),
            "free for personal use, cite FRED; some series belong to others, such as OVX and VIX to"
                + " Cboe")
        .tellingWholeHistory();
  }

  @Override
  public Class<FredCsvConfig> configType() {
    return FredCsvConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(FredCsvConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Address.problems(config.url()));
    problems.addAll(Wanted.problems("series", config.series()));
    return problems;
  }

  @Override
  public Feed create(FredCsvConfig config, FeedContext context) {
    return new TableFeed(
        Table.each(config.series()),
        new FredCsvSource(config.url(), context.http()),
        Past.SETTLED,
        context);
  }
}
