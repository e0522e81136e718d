package org.muscat.energy.eia;

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
 * Makes the feed {@code eia}: daily spot prices, oil in USD/bbl and gas in USD/MMBtu, at the start
 * of the day (UTC).
 */
public final class EiaProvider implements FeedProvider<EiaConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
            "eia",
            "Daily spot prices of oil and gas from the U.S. Energy Information Administration",
            "EIA, https://www.eia.gov/opendata",
            Duration.ofDays(1),
            "public domain, name EIA as the source")
        .tellingWholeHistory();
  }

  @Override
  public Class<EiaConfig> configType() {
    return EiaConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(EiaConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Wanted.problems("series", config.series()));
    if (problems.isEmpty()) {
      Table.each(config.series()).stream()
          .filter(table -> table.name().indexOf('/') < 1)
          .forEach(
              table ->
                  problems.add(
                      new ConfigProblem(
                          "series",
                          "'"
                              + table.name()
                              + "' has no route; write it before the id, such as"
                              + " petroleum/pri/spt/RBRTE")));
    }
    problems.addAll(Address.problems(config.url()));
    return problems;
  }

  @Override
  public Feed create(EiaConfig config, FeedContext context) {
    return new TableFeed(
        Table.each(config.series()),
        new EiaSource(config.url(), config.key(), context.http()),
        Past.SETTLED,
        context);
  }
}
