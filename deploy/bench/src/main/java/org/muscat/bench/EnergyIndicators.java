package org.muscat.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muscat.energy.EnergyPlugin;
import org.muscat.host.config.Bound;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.RecordBinder;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;

/** One of each indicator of the energy plugin, without options, over markets of its own. */
final class EnergyIndicators {

  private record Made(String id, Indicator indicator, Inputs inputs) {}

  private final List<Made> all = new ArrayList<>();
  private final SyntheticMarkets markets;

  EnergyIndicators(SyntheticMarkets markets) {
    this.markets = markets;
    new EnergyPlugin().indicators().forEach(provider -> all.add(make(provider)));
  }

  private static <C extends Record> Made make(IndicatorProvider<C> provider) {
    Problems problems = new Problems();
    C config =
        RecordBinder.bind(
                ConfigNode.emptyMapping(new Place("bench", 1, "")), provider.configType(), problems)
            .map(Bound::value)
            .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
    return new Made(provider.descriptor().id(), provider.create(config), provider.inputs(config));
  }

  /** How many there are. */
  int size() {
    return all.size();
  }

  /** Reads each as of a day; how many measure something. */
  int read(LocalDate day) {
    int measured = 0;
    for (Made one : all) {
      if (one.indicator().read(markets.view(day, one.inputs())) instanceof Measured) {
        measured++;
      }
    }
    return measured;
  }

  /** Reads one of them on each day of a span; how many days it measures something. */
  int readOne(int index, LocalDate from, LocalDate to) {
    Made one = all.get(index);
    int measured = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      if (one.indicator().read(markets.view(day, one.inputs())) instanceof Measured) {
        measured++;
      }
    }
    return measured;
  }

  String id(int index) {
    return all.get(index).id();
  }
}
