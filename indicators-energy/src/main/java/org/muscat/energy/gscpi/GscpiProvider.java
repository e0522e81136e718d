package org.muscat.energy.gscpi;

import java.time.Duration;
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
 * Makes the feed {@code gscpi}: pressure on global supply chains, in standard deviations from its
 * mean. Points {@code supply-chain/gscpi} at the start (UTC) of the first day of the month. Every
 * publication estimates the whole past anew, so each is known from the fetch on, and the store
 * keeps it as a vintage of its own. Source: Benigno, di Giovanni, Groen and Noble (2022), Federal
 * Reserve Bank of New York Staff Report 1017.
 */
public final class GscpiProvider implements FeedProvider<GscpiConfig> {

  /** Of no consequence: nothing of this series is known before it was fetched. */
  private static final int LAG = 1;

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
            "gscpi",
            "Global Supply Chain Pressure Index of the New York Fed",
            "Federal Reserve Bank of New York, https://www.newyorkfed.org/research/policy/gscpi",
            Duration.ofDays(31),
            "free to use, cite the Federal Reserve Bank of New York")
        .tellingWholeHistory();
  }

  @Override
  public Class<GscpiConfig> configType() {
    return GscpiConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(GscpiConfig config) {
    return Address.problems(config.url());
  }

  @Override
  public Feed create(GscpiConfig config, FeedContext context) {
    Table table = Table.of(new Wanted("GSCPI", "supply-chain/gscpi", LAG));
    return new TableFeed(
        List.of(table), new GscpiSource(config.url(), context.http()), Past.REESTIMATED, context);
  }
}
