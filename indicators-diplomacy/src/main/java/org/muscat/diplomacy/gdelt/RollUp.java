package org.muscat.diplomacy.gdelt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * The days of the dyads over all files: what several files report of one event counts once. See
 * decision 27.
 *
 * <p>A day is told twice, each time when the first file of a later day is taken: when the day is
 * over, from its own files, and a day later from those of the day after too, which is the last
 * version. So what is told is a function of the files alone, whoever reads them and in how many
 * runs. What is reported of a day later than that does not count in it.
 *
 * <p>A batch that is lost is asked for again, so what {@link #across} tells changes nothing, and
 * the file of a batch is taken when the next fetch shows that the batch was stored.
 *
 * <p>It keeps the reports of the last two days of events, at most {@link #MOST_REPORTS}; a file
 * with which it would keep more is left out of the days, and of their number of files. For one
 * thread.
 */
final class RollUp {

  /** The unique events of a day. */
  static final String EVENTS = "events";

  /** Those of roots of cooperation, 01 to 09. */
  static final String COOPERATION = "cooperation";

  /** The unique events in which the first state of the dyad acts. */
  static final String FIRST_EVENTS = "first-events";

  /** Those of roots of cooperation. */
  static final String FIRST_COOPERATION = "first-cooperation";

  /** The unique events of roots of talk, 03 to 06. */
  static final String TALK = "talk";

  /** The mean tone of the events of a day, weighted by w; no point on a day without events. */
  static final String TONE = "tone";

  /** The documents of a day. */
  static final String ARTICLES = "articles";

  /** The attribute of a day with the number of its own files. */
  static final String FILES = "files";

  /**
   * The files of the day itself under which a day gives no points, 95 % of {@link
   * FileStamp#FILES_A_DAY}: counts of a part of a day would read as calm.
   */
  static final int FEWEST_FILES = 92;

  static final long MOST_REPORTS = 1_000_000;

  private final List<Dyad> dyads;
  private final long most;
  private final List<SortedMap<LocalDate, DyadDay>> days = new ArrayList<>();
  private final SortedMap<LocalDate, Integer> files = new TreeMap<>();

  /** From when on all files of a day could be had that are in it. */
  private final SortedMap<LocalDate, Instant> known = new TreeMap<>();

  private final Set<FileStamp> read = new HashSet<>();
  private long reports;
  private Instant wholeFrom = Instant.MAX;
  private @Nullable Told toldLast;

  /** A file that was told in a batch, and the cursor of the batch. */
  private record Told(GdeltFile file, String cursor) {}

  RollUp(List<Dyad> dyads) {
    this(dyads, MOST_REPORTS);
  }

  /** A roll-up that keeps at most so many reports. */
  RollUp(List<Dyad> dyads, long most) {
    this.dyads = List.copyOf(dyads);
    this.most = most;
    dyads.forEach(dyad -> days.add(new TreeMap<>()));
  }

  /** The moment from which on all files up to a last one are needed when a later day begins. */
  static Instant neededFrom(FileStamp last) {
    return start(last.day().minusDays(1));
  }

  /** Whether another day begins between two files. */
  static boolean isAcross(FileStamp last, FileStamp next) {
    return last.day().isBefore(next.day());
  }

  /** Whether it was given this file, as far as it remembers. */
  boolean hasRead(FileStamp stamp) {
    return read.contains(stamp);
  }

  /** Whether all that there is from a moment on was added, as it was last said. */
  boolean isWholeFrom(Instant moment) {
    return !wholeFrom.isAfter(moment);
  }

  void setWholeFrom(Instant moment) {
    wholeFrom = moment;
  }

  /** Takes a file that cannot be read, so that nobody tries again. */
  void addUnreadable(FileStamp stamp) {
    read.add(stamp);
  }

  /** How many reports it holds. */
  int reports() {
    return (int) reports;
  }

  /** Takes a file once the batch in which it is told is stored, see {@link #goOn}. */
  void addWhenStored(GdeltFile file, String cursor) {
    toldLast = new Told(file, cursor);
  }

  /** Goes on where a fetch does: the file of the last batch is taken, or the batch was lost. */
  void goOn(Optional<String> cursor) {
    Told last = toldLast;
    toldLast = null;
    if (last != null && cursor.equals(Optional.of(last.cursor()))) {
      add(last.file());
    }
  }

  /** Takes a file, once, and forgets the days that no file from it on is told with. */
  void add(GdeltFile file) {
    if (!read.add(file.stamp())) {
      return;
    }
    LocalDate day = file.stamp().day();
    LocalDate before = day.minusDays(1);
    forgetBefore(before);
    long more = 0;
    for (DyadDays dyad : file.dyads()) {
      for (DyadDay one : dyad.days().tailMap(before).values()) {
        more += one.reports();
      }
    }
    if (reports + more > most) {
      return;
    }
    for (int i = 0; i < dyads.size(); i++) {
      SortedMap<LocalDate, DyadDay> ofDyad = days.get(i);
      file.dyads()
          .get(i)
          .days()
          .tailMap(before)
          .forEach((date, events) -> add(ofDyad, date, events));
    }
    files.merge(day, 1, Integer::sum);
    known.merge(day, file.knownAt(), RollUp::later);
  }

  private void add(SortedMap<LocalDate, DyadDay> ofDyad, LocalDate date, DyadDay events) {
    DyadDay day = ofDyad.computeIfAbsent(date, first -> new DyadDay());
    int before = day.reports();
    day.add(events);
    reports += day.reports() - before;
  }

  /**
   * What is told between two files of different days, and known with the later one, or with a late
   * file that is in it.
   *
   * @param last the file before; all since {@link #neededFrom} it were added
   * @param nextKnown from when on the later one could be had
   */
  List<Observation> across(FileStamp last, Instant nextKnown) {
    LocalDate day = last.day();
    List<Observation> told = new ArrayList<>();
    for (LocalDate over : List.of(day.minusDays(1), day)) {
      if (files.getOrDefault(over, 0) > 0) {
        Instant knownAt = later(nextKnown, later(knownOf(over), knownOf(over.plusDays(1))));
        for (int i = 0; i < dyads.size(); i++) {
          DyadDay events = days.get(i).getOrDefault(over, new DyadDay());
          told.addAll(observations(dyads.get(i), over, events, knownAt));
        }
      }
    }
    return told;
  }

  private Instant knownOf(LocalDate day) {
    return known.getOrDefault(day, Instant.MIN);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void forgetBefore(LocalDate day) {
    for (SortedMap<LocalDate, DyadDay> ofDyad : days) {
      SortedMap<LocalDate, DyadDay> old = ofDyad.headMap(day);
      old.values().forEach(events -> reports -= events.reports());
      old.clear();
    }
    files.headMap(day).clear();
    known.headMap(day).clear();
    read.removeIf(stamp -> stamp.day().isBefore(day));
  }

  private List<Observation> observations(
      Dyad dyad, LocalDate day, DyadDay events, Instant knownAt) {
    int own = files.getOrDefault(day, 0);
    Map<String, String> attributes = new TreeMap<>(events.attributes());
    attributes.put(FILES, Integer.toString(own));
    attributes.put("files-after", Integer.toString(files.getOrDefault(day.plusDays(1), 0)));
    List<Observation> told = new ArrayList<>();
    told.add(
        Observation.event(
            dyad.daySeries(), day.toString(), start(day), "dyad-day", events.size(), attributes));
    if (own >= FEWEST_FILES) {
      points(events)
          .forEach(
              (quantity, value) ->
                  told.add(Observation.point(dyad.dailySeries(quantity), start(day), value)));
    }
    return told.stream().map(one -> one.knownAt(knownAt, KnownBasis.PUBLISHED)).toList();
  }

  private static SortedMap<String, Double> points(DyadDay events) {
    SortedMap<String, Double> points = new TreeMap<>();
    points.put(EVENTS, (double) events.size());
    points.put(COOPERATION, (double) events.cooperation(false));
    points.put(FIRST_EVENTS, (double) events.byFirst());
    points.put(FIRST_COOPERATION, (double) events.cooperation(true));
    points.put(TALK, (double) events.talk());
    points.put(ARTICLES, (double) events.articles());
    if (events.size() > 0) {
      points.put(TONE, events.toneWeighted() / events.weight());
    }
    return points;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
