package org.muscat.energy.fred;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * Makes the feed {@code fred}: the series of {@code fred-csv} with every version that FRED kept of
 * each value (ALFRED), and the day on which it was published. A value counts as known from the end
 * of that day on (UTC).
 */
public final class FredProvider implements FeedProvider<FredConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
            "fred",
            "Daily prices, volatilities and rates from FRED with their vintages",
            "Federal Reserve Bank of St. Louis, https://fred.stlouisfed.org",
            Duration.ofDays(1),
            "free with a key under the terms of the FRED API; some series belong to others, such as"
                + " OVX and VIX to Cboe")
        .tellingWholeHistory();
  }

  @Override
  public Class<FredConfig> configType() {
    return FredConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(FredConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Address.problems(config.url()));
    problems.addAll(Wanted.problems("series", config.series()));
    return problems;
  }

  @Override
  public Feed create(FredConfig config, FeedContext context) {
    return new TableFeed(
        Table.each(config.series()),
        new FredSource(
            config.url(),
            config.key(),
            context.http(),
            () -> LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC)),
        Past.SETTLED,
        context);
  }
}
