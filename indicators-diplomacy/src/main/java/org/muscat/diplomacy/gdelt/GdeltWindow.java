package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.SeriesView;

/**
 * The dyad-days that are known in the last whole days up to the newest file and in its day, and how
 * many of the files that should have come were read. A day that was rolled up over all files counts
 * as it was; of the others each file counts for itself.
 */
final class GdeltWindow {

  /**
   * How often a window has something new to say, which is how fast its reading wears off. Files
   * come every quarter of an hour, but each moves a window of days by less than a hundredth; the
   * window itself steps by whole days. With the cadence of the files a reading from the newest
   * file, which is a quarter of an hour old when it can be had, would already have lost half of its
   * worth.
   */
  static final Duration CADENCE = Duration.ofDays(1);

  /** How long a window says what it said when its newest file came. */
  static final Duration MAX_AGE = Duration.ofDays(3);

  private static final double WHOLE = 0.95;

  private final List<Event> days;
  private final Instant from;
  private final Instant asOf;
  private final int expectedFiles;
  private final int files;
  private final Instant newestFile;

  private GdeltWindow(
      List<Event> days,
      Instant from,
      Instant asOf,
      int expectedFiles,
      int files,
      Instant newestFile) {
    this.days = days;
    this.from = from;
    this.asOf = asOf;
    this.expectedFiles = expectedFiles;
    this.files = files;
    this.newestFile = newestFile;
  }

  static List<ConfigProblem> validate(GdeltWindowConfig config) {
    return Windows.validate(config.dyad(), config.window());
  }

  static Inputs inputs(GdeltWindowConfig config) {
    Dyad dyad = Dyad.of(config.dyad());
    // One day more, because the window begins at the start of a day.
    Duration lookBack = wholeDays(config.window()).plusDays(1).plus(MAX_AGE);
    return Inputs.none().with(dyad.eventSeries(), lookBack).with(dyad.daySeries(), lookBack);
  }

  static GdeltWindow of(SeriesView known, GdeltWindowConfig config) {
    Dyad dyad = Dyad.of(config.dyad());
    List<Event> rows = known.events(dyad.eventSeries());
    Instant asOf = known.asOf();
    Optional<Instant> newest =
        rows.stream().flatMap(row -> stamp(row).stream()).max(Instant::compareTo);
    // Up to the end of the newest file: while no file comes, what it says must not change, for
    // days that leave the window while none come in would calm it, or alarm.
    Instant end =
        newest.map(stamp -> stamp.plus(FileStamp.CADENCE)).filter(asOf::isAfter).orElse(asOf);
    Instant from = end.minus(wholeDays(config.window())).truncatedTo(ChronoUnit.DAYS);
    List<Event> inWindow = since(from, rows);
    Set<Instant> stamps = new HashSet<>();
    inWindow.forEach(row -> stamp(row).ifPresent(stamps::add));
    List<Event> days = rolledUp(inWindow, stamps, since(from, known.events(dyad.daySeries())));
    long expected =
        Duration.between(from, asOf.minus(FileStamp.PUBLICATION)).dividedBy(FileStamp.CADENCE) + 1;
    return new GdeltWindow(
        days, from, asOf, (int) expected, stamps.size(), newest.orElse(Instant.EPOCH));
  }

  /** The days as they were rolled up, and of the others the rows of each file. */
  private static List<Event> rolledUp(List<Event> rows, Set<Instant> stamps, List<Event> rolledUp) {
    Map<Instant, Event> whole = new HashMap<>();
    for (Event day : rolledUp) {
      Instant end = day.observedAt().plus(1, ChronoUnit.DAYS);
      long ofDay =
          stamps.stream().filter(at -> !at.isBefore(day.observedAt()) && at.isBefore(end)).count();
      // One that was rolled up from fewer files than are known says less than they do.
      if (day.number("files") >= ofDay) {
        whole.put(day.observedAt(), day);
      }
    }
    List<Event> days = new ArrayList<>(whole.values());
    rows.stream().filter(row -> !whole.containsKey(row.observedAt())).forEach(days::add);
    days.sort(Comparator.comparing(Event::observedAt).thenComparing(Event::key));
    return days;
  }

  private static List<Event> since(Instant from, List<Event> events) {
    return events.stream().filter(event -> !event.observedAt().isBefore(from)).toList();
  }

  private static Optional<Instant> stamp(Event row) {
    return FileStamp.ofName(row.key()).map(FileStamp::time);
  }

  /** Why there can be no reading, if too few files were read. */
  Optional<NoData> silence(double minFileShare) {
    if (files > 0 && newestFile.plus(MAX_AGE).isBefore(asOf)) {
      return Optional.of(
          new NoData("the newest GDELT file is of " + newestFile + ", older than 3 days"));
    }
    if (files == 0 || files < minFileShare * expectedFiles) {
      return Optional.of(
          new NoData(
              String.format(
                  Locale.ROOT,
                  "%d of %d GDELT files of the window were read; at least %.0f %% are needed",
                  files,
                  expectedFiles,
                  100 * minFileShare)));
    }
    return Optional.empty();
  }

  /** That its files hold no event of a dyad. */
  NoData noEvent(List<String> dyad) {
    return new NoData("no event of " + dyad + " in " + fileCount() + " files of the window");
  }

  /** A measurement from this window: PARTIAL when more than a twentieth of its files is missing. */
  Measured measured(double value) {
    Measured measured = Measured.of(value, newestFile).fact("files", fileCount());
    return files < WHOLE * expectedFiles
        ? measured.partial(fileCount() + " GDELT files of the window were read")
        : measured;
  }

  /** The sum of an attribute, 0 where a day does not have it. */
  double sum(String attribute) {
    double sum = 0;
    for (Event day : days) {
      sum += day.attributes().containsKey(attribute) ? day.number(attribute) : 0;
    }
    return sum;
  }

  /** The unique events of some root codes. */
  double count(List<String> roots) {
    return roots.stream().mapToDouble(root -> sum("root-" + root)).sum();
  }

  /** All unique events. */
  double events() {
    return days.stream().mapToDouble(Event::value).sum();
  }

  String fileCount() {
    return files + " of " + expectedFiles;
  }

  /** The start of the first day. */
  Instant from() {
    return from;
  }

  /** The stamp of the newest file that was read. */
  Instant newestFile() {
    return newestFile;
  }

  private static Duration wholeDays(Duration window) {
    return Duration.ofDays(window.toDays());
  }
}
