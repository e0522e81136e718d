package org.muscat.diplomacy.sanctions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/** S2; see {@link EconomicStressProvider}. */
final class EconomicStress implements Indicator {

  private static final int FEWEST = 2;

  private final String country;

  EconomicStress(String country) {
    this.country = country;
  }

  @Override
  public Reading read(SeriesView known) {
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    double stress = 0;
    int weight = 0;
    long weightedSeconds = 0;
    for (StressPart part : StressPart.values()) {
      Series series = known.series(part.series(country));
      if (series.isEmpty() || series.lastTime().plus(part.maxAge()).isBefore(known.asOf())) {
        missing.add(part.word());
      } else {
        stress += part.percent() * part.stress(series.lastValue());
        weight += part.percent();
        weightedSeconds += part.percent() * series.lastTime().getEpochSecond();
        facts.put(part.word(), told(series));
      }
    }
    if (facts.size() < FEWEST) {
      return new NoData(
          "economy/%s lacks %s; a reading needs %d of %d"
              .formatted(country, missing, FEWEST, StressPart.values().length));
    }
    Measured reading =
        Measured.of(stress / weight, Instant.ofEpochSecond(weightedSeconds / weight));
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      reading = reading.fact(fact.getKey(), fact.getValue());
    }
    return missing.isEmpty()
        ? reading
        : reading.partial(
            "without " + String.join(", ", missing) + ", whose weight the others have");
  }

  private static String told(Series series) {
    return series.lastValue() + " of " + LocalDate.ofInstant(series.lastTime(), ZoneOffset.UTC);
  }
}
