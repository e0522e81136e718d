package org.muscat.energy.gpr;

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
 * Makes the feed {@code gpr}: geopolitical risk as newspapers tell it, an index whose mean from
 * 1985 to 2019 is 100. Points {@code gpr/all}, {@code gpr/threats} and {@code gpr/acts} at the
 * start of the day (UTC). Source: Caldara and Iacoviello (2022), Measuring Geopolitical Risk,
 * American Economic Review 112(4).
 */
public final class GprProvider implements FeedProvider<GprConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
            "gpr",
            "Daily geopolitical risk index of Caldara and Iacoviello",
            "Dario Caldara and Matteo Iacoviello, https://www.matteoiacoviello.com/gpr.htm",
            Duration.ofDays(7),
            "free to use, cite Caldara and Iacoviello (2022)")
        .tellingWholeHistory();
  }

  @Override
  public Class<GprConfig> configType() {
    return GprConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(GprConfig config) {
    return Address.problems(config.url());
  }

  @Override
  public Feed create(GprConfig config, FeedContext context) {
    Table table =
        new Table(
            "gpr",
            List.of(
                new Wanted("GPRD", "gpr/all", config.lag()),
                new Wanted("GPRD_THREAT", "gpr/threats", config.lag()),
                new Wanted("GPRD_ACT", "gpr/acts", config.lag())));
    return new TableFeed(
        List.of(table), new GprSource(config.url(), context.http()), Past.SETTLED, context);
  }
}
