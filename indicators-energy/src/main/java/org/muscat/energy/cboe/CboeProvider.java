package org.muscat.energy.cboe;

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
 * Makes the feed {@code cboe}: the closing level of volatility indices, in volatility points, at
 * the start of the day (UTC).
 */
public final class CboeProvider implements FeedProvider<CboeConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
            "cboe",
            "Volatility indices from Cboe (OVX, VIX)",
            "Cboe Global Markets, https://www.cboe.com",
            Duration.ofDays(1),
            "copyright of Cboe: for your own use, not to be passed on")
        .tellingWholeHistory();
  }

  @Override
  public Class<CboeConfig> configType() {
    return CboeConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(CboeConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Address.problems(config.url()));
    problems.addAll(Wanted.problems("indices", config.indices()));
    return problems;
  }

  @Override
  public Feed create(CboeConfig config, FeedContext context) {
    return new TableFeed(
        Table.each(config.indices()),
        new CboeSource(config.url(), context.http()),
        Past.SETTLED,
        context);
  }
}
