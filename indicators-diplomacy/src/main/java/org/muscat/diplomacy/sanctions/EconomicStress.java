package org.muscat.diplomacy.sanctions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/** S2; see {@link EconomicStressProvider}. */
final class EconomicStress implements Indicator {

  /** How long a part that is missing keeps the others from calming (method, section 2, rule 2). */
  static final Duration HOLD = Duration.ofDays(90);

  /** Of the weight, in hundredths; with fewer there is no reading (method, section 2, rule 3). */
  private static final int FEWEST_PERCENT = 50;

  private final String country;

  EconomicStress(String country) {
    this.country = country;
  }

  /** The last value of a part. */
  private record Told(StressPart part, double value, Instant at) {

    boolean isOf(Duration age, Instant asOf) {
      return !at.plus(part.maxAge()).plus(age).isBefore(asOf);
    }

    String text() {
      return value + " of " + LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
  }

  @Override
  public Reading read(SeriesView known) {
    List<Told> live = new ArrayList<>();
    List<Told> held = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (StressPart part : StressPart.values()) {
      Series series = known.series(part.series(country));
      Told told =
          series.isEmpty()
              ? new Told(part, Double.NaN, Instant.EPOCH)
              : new Told(part, series.lastValue(), series.lastTime());
      if (told.isOf(Duration.ZERO, known.asOf())) {
        live.add(told);
      } else {
        missing.add(part.word());
        if (told.isOf(HOLD, known.asOf())) {
          held.add(told);
        }
      }
    }
    int percent = percent(live);
    return percent < FEWEST_PERCENT
        ? new NoData(
            "economy/%s lacks %s; the others have %d %% of the weight, a reading needs %d %%"
                .formatted(country, missing, percent, FEWEST_PERCENT))
        : measured(live, held, missing);
  }

  private static Measured measured(List<Told> live, List<Told> held, List<String> missing) {
    List<Told> all = new ArrayList<>(live);
    all.addAll(held);
    double stress = Math.max(mean(live), mean(all));
    Measured reading = Measured.of(stress, observedAt(live));
    for (Told told : live) {
      reading = reading.fact(told.part().word(), told.text());
    }
    if (missing.isEmpty()) {
      return reading;
    }
    String without = "without " + String.join(", ", missing) + ", whose weight the others have";
    String least =
        held.stream()
            .map(told -> told.part().word() + " " + told.text())
            .collect(Collectors.joining(", "));
    return reading
        .fact("missing", String.join(", ", missing))
        .partial(least.isEmpty() ? without : without + "; not calmer than with " + least);
  }

  private static int percent(List<Told> parts) {
    return parts.stream().mapToInt(told -> told.part().percent()).sum();
  }

  private static double mean(List<Told> parts) {
    double stress = 0;
    for (Told told : parts) {
      stress += told.part().percent() * told.part().stress(told.value());
    }
    return stress / percent(parts);
  }

  private static Instant observedAt(List<Told> parts) {
    long weightedSeconds = 0;
    for (Told told : parts) {
      weightedSeconds += told.part().percent() * told.at().getEpochSecond();
    }
    return Instant.ofEpochSecond(weightedSeconds / percent(parts));
  }
}
