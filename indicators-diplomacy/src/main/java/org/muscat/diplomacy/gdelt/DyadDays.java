package org.muscat.diplomacy.gdelt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * The unique events of one dyad in one file, by day. An event that is reported in several files
 * counts in each of them; {@link RollUp} counts it once.
 */
final class DyadDays {

  private final Dyad dyad;
  private final SortedMap<LocalDate, DyadDay> days = new TreeMap<>();

  DyadDays(Dyad dyad) {
    this.dyad = dyad;
  }

  Dyad dyad() {
    return dyad;
  }

  SortedMap<LocalDate, DyadDay> days() {
    return Collections.unmodifiableSortedMap(days);
  }

  void add(GdeltRow row) {
    days.computeIfAbsent(row.day(), day -> new DyadDay())
        .add(row, row.acting().equals(dyad.first()));
  }

  /**
   * One observation a day, and always one for the day of the file: value 0 there says that the file
   * was read and reports nothing.
   */
  List<Observation> observations(FileStamp stamp, Instant knownAt) {
    SortedMap<LocalDate, DyadDay> told = new TreeMap<>(days);
    told.putIfAbsent(stamp.day(), new DyadDay());
    List<Observation> observations = new ArrayList<>();
    told.forEach((day, events) -> observations.add(observation(stamp, day, events, knownAt)));
    return observations;
  }

  private Observation observation(FileStamp stamp, LocalDate day, DyadDay events, Instant knownAt) {
    return Observation.event(
            dyad.eventSeries(),
            stamp.text() + "/" + day,
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            "dyad-day",
            events.size(),
            events.attributes())
        .knownAt(knownAt, KnownBasis.PUBLISHED);
  }
}
