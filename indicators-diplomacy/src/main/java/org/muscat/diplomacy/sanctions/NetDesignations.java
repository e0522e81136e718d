package org.muscat.diplomacy.sanctions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/** S1; see {@link SanctionsPressureProvider}. */
final class NetDesignations implements Indicator {

  /** Days whose windows are covered, before there is a score. */
  static final int SMALLEST_BASELINE = 180;

  private final String theatre;

  NetDesignations(String theatre) {
    this.theatre = theatre;
  }

  @Override
  public Reading read(SeriesView known) {
    List<Event> events = known.events(OfacSeries.events(theatre));
    Optional<Event> baseline =
        events.stream()
            .filter(event -> event.type().equals(OfacSeries.BASELINE))
            .reduce(NetDesignations::later);
    if (baseline.isEmpty()) {
      return new NoData("no list of sanctions is known in " + OfacSeries.events(theatre));
    }
    LocalDate first = seen(baseline.get());
    Series lists =
        known
            .series(OfacSeries.lists(theatre))
            .since(first.atStartOfDay(ZoneOffset.UTC).toInstant());
    if (lists.isEmpty()) {
      return new NoData("no day with a list is known in " + OfacSeries.lists(theatre));
    }
    List<Event> changes =
        events.stream()
            .filter(event -> !event.type().equals(OfacSeries.BASELINE))
            .filter(event -> !event.observedAt().isBefore(baseline.get().observedAt()))
            .toList();
    return read(SeenDays.of(lists, changes), changes, first, lists.lastTime());
  }

  /** The one that was seen later: two may be of one list, under different programmes. */
  private static Event later(Event one, Event other) {
    return seen(other).isBefore(seen(one)) ? one : other;
  }

  private static LocalDate seen(Event baseline) {
    return LocalDate.parse(baseline.attributes().get(OfacSeries.SEEN));
  }

  private static Reading read(
      SeenDays days, List<Event> changes, LocalDate first, Instant observedAt) {
    GatedMean mean = new GatedMean(SMALLEST_BASELINE);
    int last = days.size() - 1;
    // The day of the baseline tells nothing, so the first window begins on the day after.
    for (int day = SeenDays.WINDOW; day < last; day++) {
      if (days.isCovered(day)) {
        mean.offer(LocalDate.ofEpochDay(days.epochDay(day)), days.net(day));
      }
    }
    if (mean.size() < SMALLEST_BASELINE) {
      return new NoData(
          "lists since %s cover %d days with their %d days before; a score needs %d"
              .formatted(first, mean.size(), SeenDays.WINDOW, SMALLEST_BASELINE));
    }
    int size = mean.size();
    double mu = mean.mean();
    double net = days.net(last);
    double z = mean.score(net);
    mean.offer(LocalDate.ofEpochDay(days.epochDay(last)), net);
    Measured reading =
        Measured.of(z, observedAt)
            .fact("net", Integer.toString((int) net))
            .fact("designations", count(changes, OfacSeries.DESIGNATION, observedAt))
            .fact("vessels", count(changes, OfacSeries.VESSEL, observedAt))
            .fact("delistings", count(changes, OfacSeries.DELISTING, observedAt))
            .fact("mean", String.format(Locale.ROOT, "%.1f", mu))
            .fact("baseline-days", Integer.toString(size))
            .fact("baseline-list", first.toString());
    LocalDate frozenSince = mean.frozenSince();
    Measured told =
        frozenSince == null ? reading : reading.fact("frozen-since", frozenSince.toString());
    int seen = days.seenInLastWindow();
    return seen < SeenDays.WINDOW
        ? told.partial("a list was seen on " + seen + " of the last " + SeenDays.WINDOW + " days")
        : told;
  }

  private static String count(List<Event> changes, String type, Instant last) {
    Instant from = last.minus(Duration.ofDays(SeenDays.WINDOW - 1L));
    return Long.toString(
        changes.stream()
            .filter(event -> event.type().equals(type))
            .filter(event -> !event.observedAt().isBefore(from))
            .filter(event -> !event.observedAt().isAfter(last))
            .count());
  }
}
