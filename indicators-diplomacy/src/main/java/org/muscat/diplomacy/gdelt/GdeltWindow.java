package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.SeriesView;

/**
 * The dyad-days that are known in the last whole days before a moment and in its running day, and
 * how many of the files that should have come were read.
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

  private final List<Event> days;
  private static final double WHOLE = 0.95;

  private final int expectedFiles;
  private final int files;
  private final Instant newestFile;

  private GdeltWindow(List<Event> days, int expectedFiles, int files, Instant newestFile) {
    this.days = days;
    this.expectedFiles = expectedFiles;
    this.files = files;
    this.newestFile = newestFile;
  }

  static List<ConfigProblem> validate(GdeltWindowConfig config) {
    try {
      Dyad.of(config.dyad());
    } catch (IllegalArgumentException e) {
      return List.of(new ConfigProblem("dyad", String.valueOf(e.getMessage())));
    }
    Duration window = config.window();
    if (window.isNegative() || window.isZero() || !window.equals(wholeDays(window))) {
      return List.of(
          new ConfigProblem("window", window + " is not a positive number of days, such as P7D"));
    }
    return List.of();
  }

  static Inputs inputs(GdeltWindowConfig config) {
    // One day more, because the window begins at the start of a day.
    return Inputs.none()
        .with(Dyad.of(config.dyad()).eventSeries(), wholeDays(config.window()).plusDays(1));
  }

  static GdeltWindow of(SeriesView known, GdeltWindowConfig config) {
    Instant asOf = known.asOf();
    Instant from = asOf.minus(wholeDays(config.window())).truncatedTo(ChronoUnit.DAYS);
    List<Event> days =
        known.events(Dyad.of(config.dyad()).eventSeries()).stream()
            .filter(day -> !day.observedAt().isBefore(from))
            .toList();
    Set<Instant> stamps = new HashSet<>();
    for (Event day : days) {
      FileStamp.parse(day.key().substring(0, Math.max(0, day.key().indexOf('/'))))
          .ifPresent(stamp -> stamps.add(stamp.time()));
    }
    Instant newest = stamps.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
    long expected =
        Duration.between(from, asOf.minus(FileStamp.PUBLICATION)).dividedBy(FileStamp.CADENCE) + 1;
    return new GdeltWindow(days, (int) expected, stamps.size(), newest);
  }

  /** Why there can be no reading, if too few files were read. */
  Optional<NoData> silence(double minFileShare) {
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

  String fileCount() {
    return files + " of " + expectedFiles;
  }

  /** The stamp of the newest file that was read. */
  Instant newestFile() {
    return newestFile;
  }

  private static Duration wholeDays(Duration window) {
    return Duration.ofDays(window.toDays());
  }
}
