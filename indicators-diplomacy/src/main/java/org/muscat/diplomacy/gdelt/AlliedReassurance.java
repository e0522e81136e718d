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

  /** How long an ally that is missing keeps the others from calming (method, section 2, rule 2). */
  static final Duration HOLD = Duration.ofDays(90);

  /** A dispersion above which the mean says little of any ally [choice]. */
  static final double MUCH = .2;

  private static final int FEWEST_DAYS = 5;

  private final AlliedReassuranceConfig config;

  AlliedReassurance(AlliedReassuranceConfig config) {
    this.config = config;
  }

  /**
   * How one ally is treated, or was.
   *
   * @param last the start of the newest day that it rests on
   * @param isLive whether that is the newest there is, and not too old
   */
  private record Treated(double share, Instant last, boolean isLive, Optional<String> caveat) {}

  @Override
  public Reading read(SeriesView known) {
    List<Treated> treated = new ArrayList<>();
    List<Treated> held = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String ally : config.allies()) {
      Optional<Treated> one = treated(known, new Dyad(config.principal(), ally));
      if (one.filter(Treated::isLive).isPresent()) {
        treated.add(one.get());
      } else {
        missing.add(ally);
        one.ifPresent(held::add);
      }
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
    Measured reading = measured(treated, held, chronicle);
    return missing.isEmpty()
        ? reading
        : reading
            .fact("missing", String.join(" ", missing))
            .partial("too little is known of " + String.join(", ", missing));
  }

  private Measured measured(List<Treated> treated, List<Treated> held, TheatreChronicle chronicle) {
    List<String> caveats = new ArrayList<>();
    treated.forEach(one -> one.caveat().ifPresent(caveats::add));
    chronicle.caveat().ifPresent(why -> caveats.add("refusals: " + why));
    SortedMap<String, Double> refusing = new TreeMap<>(chronicle.refusers());
    refusing.keySet().retainAll(config.allies());
    double refusals = refusing.values().stream().mapToDouble(Double::doubleValue).sum();
    double mean = mean(treated);
    List<Treated> all = new ArrayList<>(treated);
    all.addAll(held);
    double dispersion = dispersion(treated, mean);
    if (dispersion > MUCH) {
      caveats.add(String.format(Locale.ROOT, "the allies differ, dispersion %.2f", dispersion));
    }
    Measured reading =
        Measured.of(
                Math.min(mean, mean(all)) - refusals / config.allies().size(),
                treated.stream().map(Treated::last).max(Instant::compareTo).orElseThrow())
            .fact("dispersion", String.format(Locale.ROOT, "%.3f", dispersion))
            .fact("refusing", String.join(" ", refusing.keySet()));
    return caveats.isEmpty() ? reading : reading.partial(caveats.get(0));
  }

  private static double mean(List<Treated> treated) {
    return treated.stream().mapToDouble(Treated::share).average().orElseThrow();
  }

  private static double dispersion(List<Treated> treated, double mean) {
    double sum = 0;
    for (Treated one : treated) {
      sum += (one.share() - mean) * (one.share() - mean);
    }
    return Math.sqrt(sum / treated.size());
  }

  /** The newest week of which enough is known; empty if it is too old even to be held. */
  private static Optional<Treated> treated(SeriesView known, Dyad dyad) {
    Series days = DailyCounts.of(known, List.of(dyad), RollUp.FIRST_EVENTS).total();
    Instant oldest = known.asOf().minus(MAX_AGE);
    for (int i = days.size() - 1; i >= 0 && !days.time(i).isBefore(oldest.minus(HOLD)); i--) {
      boolean isLive = i == days.size() - 1 && !days.time(i).isBefore(oldest);
      Optional<Treated> week = week(known, dyad, days.time(i), isLive);
      if (week.isPresent()) {
        return week;
      }
    }
    return Optional.empty();
  }

  /** The week that ends with a day; empty if too little is known of it. */
  private static Optional<Treated> week(SeriesView known, Dyad dyad, Instant last, boolean isLive) {
    DailyCounts events = DailyCounts.of(known, List.of(dyad), RollUp.FIRST_EVENTS);
    DailyCounts cooperation = DailyCounts.of(known, List.of(dyad), RollUp.FIRST_COOPERATION);
    long end = Duration.ofSeconds(last.getEpochSecond()).toDays() + 1;
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
                    last,
                    isLive,
                    prior.caveat()));
  }
}
