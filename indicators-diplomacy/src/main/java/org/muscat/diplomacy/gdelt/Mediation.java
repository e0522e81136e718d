package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muscat.diplomacy.chronicle.TheatreChronicle;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** How many mediators are active; see {@link MediationProvider}. */
final class Mediation implements Indicator {

  private static final int DAYS = 14;
  private static final int FEWEST_DAYS = 10;
  private static final int FEWEST_DAYS_BEFORE = 180;

  static final Duration WINDOW = Duration.ofDays(DAYS);
  static final Duration LOOK_BACK = Duration.ofDays(DailyCounts.BASELINE + DAYS + 2);

  private final MediationConfig config;

  Mediation(MediationConfig config) {
    this.config = config;
  }

  @Override
  public Reading read(SeriesView known) {
    TheatreChronicle chronicle = TheatreChronicle.of(known, config.theatre(), WINDOW);
    SortedMap<String, Double> active = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    Instant newest = Instant.EPOCH;
    for (String mediator : config.mediators()) {
      Optional<Talk> talk = talk(known, mediator);
      if (talk.isEmpty()) {
        unknown.add(mediator);
      } else {
        newest = newest.isAfter(talk.get().last()) ? newest : talk.get().last();
        if (talk.get().isUnusual()) {
          active.put(mediator, 1.0);
        }
      }
    }
    if (chronicle.speaks()) {
      chronicle
          .mediators()
          .forEach((mediator, belief) -> active.merge(mediator, belief, Math::max));
      Instant coded = chronicle.lastDay().orElseThrow();
      newest = newest.isAfter(coded) ? newest : coded;
    } else if (unknown.size() == config.mediators().size()) {
      return new NoData(
          "neither the chronicle nor GDELT says anything: " + chronicle.caveat().orElseThrow());
    }
    Measured reading =
        Measured.of(active.values().stream().mapToDouble(Double::doubleValue).sum(), newest)
            .fact("mediators", String.join(" ", active.keySet()));
    return caveat(chronicle, unknown).map(reading::partial).orElse(reading);
  }

  private static Optional<String> caveat(TheatreChronicle chronicle, List<String> unknown) {
    return unknown.isEmpty()
        ? chronicle.caveat()
        : Optional.of("GDELT says too little of the talks of " + String.join(", ", unknown));
  }

  /**
   * The talk of one third party in the last 14 days.
   *
   * @param last the start of the newest day
   * @param isWithAll whether there was some with each principal
   * @param events with all principals together
   * @param usual number of them in as many days
   */
  private record Talk(Instant last, boolean isWithAll, double events, double usual) {

    boolean isUnusual() {
      return isWithAll && events >= usual + 2 * Math.sqrt(Math.max(usual, 1));
    }
  }

  private Optional<Talk> talk(SeriesView known, String mediator) {
    List<Dyad> dyads =
        config.principals().stream().map(principal -> new Dyad(principal, mediator)).toList();
    DailyCounts all = DailyCounts.of(known, dyads, RollUp.TALK);
    long end = Math.floorDiv(known.asOf().getEpochSecond(), Duration.ofDays(1).toSeconds());
    long from = end - DAYS;
    int days = all.days(from, end + 1);
    int before = all.days(from - DailyCounts.BASELINE, from);
    if (days < FEWEST_DAYS || before < FEWEST_DAYS_BEFORE) {
      return Optional.empty();
    }
    boolean isWithAll =
        dyads.stream()
            .map(dyad -> DailyCounts.of(known, List.of(dyad), RollUp.TALK))
            .allMatch(one -> one.sum(from, end + 1) > 0);
    double usual = all.sum(from - DailyCounts.BASELINE, from) / before * days;
    return Optional.of(new Talk(all.total().lastTime(), isWithAll, all.sum(from, end + 1), usual));
  }
}
