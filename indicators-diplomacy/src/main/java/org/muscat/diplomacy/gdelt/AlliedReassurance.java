package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muscat.diplomacy.chronicle.TheatreChronicle;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/** Cooperation with allies minus their refusals; see {@link AlliedReassuranceProvider}. */
final class AlliedReassurance implements Indicator {

  static final int DAYS = 7;
  static final Duration MAX_AGE = Duration.ofDays(5);
  static final Duration REFUSALS = Duration.ofDays(28);

  /** A dispersion above which the mean says little of any ally [choice]. */
  static final double MUCH = .2;

  private static final int FEWEST_DAYS = 5;

  private final AlliedReassuranceConfig config;

  AlliedReassurance(AlliedReassuranceConfig config) {
    this.config = config;
  }

  /**
   * How one ally is treated.
   *
   * @param last the start of the newest day
   */
  private record Treated(double share, Instant last, Optional<String> caveat) {}

  @Override
  public Reading read(SeriesView known) {
    List<Treated> treated = new ArrayList<>();
    List<String> caveats = new ArrayList<>();
    for (String ally : config.allies()) {
      treated(known, new Dyad(config.principal(), ally))
          .ifPresentOrElse(treated::add, () -> caveats.add("too little is known of " + ally));
    }
    if (2 * treated.size() < config.allies().size() || treated.isEmpty()) {
      return new NoData(
          "GDELT tells of %d of %d allies of %s in the last days and the two years before; half are"
                  .formatted(treated.size(), config.allies().size(), config.principal())
              + " needed");
    }
    TheatreChronicle chronicle = TheatreChronicle.of(known, config.theatre(), REFUSALS);
    Optional<String> silence = chronicle.silence();
    if (silence.isPresent()) {
      return new NoData("nobody knows which allies refuse: " + silence.get());
    }
    treated.forEach(one -> one.caveat().ifPresent(caveats::add));
    chronicle.caveat().ifPresent(why -> caveats.add("refusals: " + why));
    return measured(treated, chronicle, caveats);
  }

  private Measured measured(
      List<Treated> treated, TheatreChronicle chronicle, List<String> caveats) {
    SortedMap<String, Double> refusing = new TreeMap<>(chronicle.refusers());
    refusing.keySet().retainAll(config.allies());
    double refusals = refusing.values().stream().mapToDouble(Double::doubleValue).sum();
    double mean = treated.stream().mapToDouble(Treated::share).average().orElseThrow();
    double dispersion = dispersion(treated, mean);
    if (dispersion > MUCH) {
      caveats.add(String.format(Locale.ROOT, "the allies differ, dispersion %.2f", dispersion));
    }
    Measured reading =
        Measured.of(
                mean - refusals / config.allies().size(),
                treated.stream().map(Treated::last).max(Instant::compareTo).orElseThrow())
            .fact("dispersion", String.format(Locale.ROOT, "%.3f", dispersion))
            .fact("refusing", String.join(" ", refusing.keySet()));
    return caveats.isEmpty() ? reading : reading.partial(caveats.get(0));
  }

  private static double dispersion(List<Treated> treated, double mean) {
    double sum = 0;
    for (Treated one : treated) {
      sum += (one.share() - mean) * (one.share() - mean);
    }
    return Math.sqrt(sum / treated.size());
  }

  /** Empty if too few days are known, or none of them is recent. */
  private static Optional<Treated> treated(SeriesView known, Dyad dyad) {
    DailyCounts events = DailyCounts.of(known, List.of(dyad), RollUp.FIRST_EVENTS);
    DailyCounts cooperation = DailyCounts.of(known, List.of(dyad), RollUp.FIRST_COOPERATION);
    Series days = events.total();
    if (days.isEmpty() || days.lastTime().plus(MAX_AGE).isBefore(known.asOf())) {
      return Optional.empty();
    }
    long end = days.epochDay(days.size() - 1) + 1;
    long from = end - DAYS;
    if (events.days(from, end) < FEWEST_DAYS
        || events.days(from, end) != cooperation.days(from, end)) {
      return Optional.empty();
    }
    return CooperationPrior.of(known, dyad, RollUp.FIRST_EVENTS, RollUp.FIRST_COOPERATION, from)
        .map(
            prior ->
                new Treated(
                    prior.shrink(cooperation.sum(from, end), events.sum(from, end)),
                    days.lastTime(),
                    prior.caveat()));
  }
}
