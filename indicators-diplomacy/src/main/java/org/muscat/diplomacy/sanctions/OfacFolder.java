package org.muscat.diplomacy.sanctions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.DropFolder;

/**
 * Reads the lists of a folder in the order of the days in their names, one at a time. One whose
 * content is no list is told and passed over; one that the disk does not give ends the fetch, and
 * the next begins with it. Files that come later with a day that lies behind are told once, and not
 * read.
 */
final class OfacFolder {

  private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

  private final DropFolder folder;
  private final Programmes programmes;
  private final SdnChanges changes;
  private final Clock clock;

  OfacFolder(DropFolder folder, Programmes programmes, SdnChanges changes, Clock clock) {
    this.folder = folder;
    this.programmes = programmes;
    this.changes = changes;
    this.clock = clock;
  }

  /** A list, and the day in its name. */
  private record Dated(Path file, LocalDate day) {}

  /** A list that was read. */
  private record Read(Dated file, SdnList list, LocalDate published) {}

  /**
   * What one look at the folder brought.
   *
   * @param batch of the next list, if there is one
   * @param seen otherwise, what was seen so far
   * @param rejections otherwise, what could not be read
   */
  record Step(Optional<Batch> batch, Optional<Seen> seen, List<Rejection> rejections) {}

  /**
   * Reads the next list, or, if other programmes were watched before, the last one again: that is
   * the beginning, and what lies before it stays as it was told.
   *
   * @param last what was seen last, under whatever programmes
   * @param goesOn whether something else is asked when there is none
   */
  Step next(Optional<Seen> last, boolean goesOn) throws FeedException, InterruptedException {
    List<Rejection> rejections = new ArrayList<>();
    List<Dated> files = files(rejections);
    LocalDate done = last.map(this::done).orElse(LocalDate.MIN);
    List<Dated> ahead = files.stream().filter(file -> file.day().isAfter(done)).toList();
    int behind = files.size() - ahead.size();
    boolean isLate = last.isPresent() && behind > last.get().passed();
    if (isLate) {
      rejections.add(late(behind - last.get().passed(), done));
    }
    for (int i = 0; i < ahead.size(); i++) {
      Optional<Read> read = read(ahead.get(i), last, rejections);
      if (read.isPresent()) {
        boolean more = i + 1 < ahead.size();
        Told told = tell(last, read.get(), behind + i + 1, more);
        rejections.addAll(read.get().list().rejections());
        Batch batch =
            more || goesOn
                ? Batch.partial(told.observations(), rejections, told.cursor())
                : Batch.last(told.observations(), rejections, told.cursor());
        return new Step(Optional.of(batch), last, rejections);
      }
    }
    Optional<Seen> seen = last.map(one -> passedOver(one, ahead, files.size()));
    if (!goesOn && isLate && ahead.isEmpty()) {
      // Nothing is wrong with what was read: it is told again, or the host took it for unreadable.
      Seen same = seen.orElseThrow();
      List<Observation> again = List.of(changes.sighting(same.day(), same.entries().size()));
      return new Step(
          Optional.of(Batch.last(again, rejections, same.toString())), seen, rejections);
    }
    return new Step(Optional.empty(), seen, rejections);
  }

  /** The day up to which nothing is read any more. */
  private LocalDate done(Seen last) {
    return last.watched(programmes) ? last.day() : last.day().minusDays(1);
  }

  /** What a list says, and the cursor behind it. */
  private record Told(List<Observation> observations, String cursor) {}

  private Told tell(Optional<Seen> last, Read read, int passed, boolean more) throws FeedException {
    Optional<Seen> before = last.filter(one -> one.watched(programmes));
    SdnList list = read.list();
    Map<Long, SdnEntry> entries =
        SdnChanges.entries(before.map(Seen::entries).orElse(Map.of()), list);
    LocalDate day = read.file().day();
    List<Observation> told = new ArrayList<>();
    if (before.isEmpty()) {
      told.add(changes.baseline(list, programmes.toString(), read.published(), day));
    } else {
      told.addAll(changes.since(before.get(), list, read.published()));
    }
    told.add(changes.sighting(day, entries.size()));
    // Under other programmes nobody knew it before: that is no history.
    boolean inHistory = before.map(Seen::inHistory).orElse(last.isEmpty());
    if (inHistory) {
      told.replaceAll(one -> assumed(one, day));
    }
    String cursor =
        new Seen(
                programmes.toString(),
                read.published(),
                day,
                "",
                inHistory && more,
                passed,
                entries)
            .toString();
    return new Told(told, cursor);
  }

  /** Of a list that lay there at first: known when its day was over, if it is. */
  private Observation assumed(Observation one, LocalDate day) {
    Instant over = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return over.isAfter(clock.instant()) ? one : one.knownAt(over, KnownBasis.ASSUMED);
  }

  private Optional<Read> read(Dated file, Optional<Seen> before, List<Rejection> rejections)
      throws FeedException, InterruptedException {
    try {
      SdnList list = SdnListReader.read(file.file().toString(), content(file.file()), programmes);
      LocalDate published = list.published().orElse(file.day());
      requireInOrder(file, published, before);
      return Optional.of(new Read(file, list, published));
    } catch (IOException e) {
      // It may be readable in a moment, so it must not be passed over.
      throw new FeedException(
          Reason.UNREACHABLE,
          "cannot read the list " + file.file() + " (" + e + "); make it readable or take it away",
          e);
    } catch (FeedException e) {
      rejections.add(new Rejection(file.file().toString(), 0, e.reason() + ": " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static byte[] content(Path file) throws IOException, FeedException {
    if (Files.size(file) > SdnListReader.MOST_BYTES) {
      throw new FeedException(
          Reason.TOO_LARGE,
          file + " has more than " + SdnListReader.MOST_BYTES + " bytes, as no list has");
    }
    return Files.readAllBytes(file);
  }

  private static void requireInOrder(Dated file, LocalDate published, Optional<Seen> before)
      throws FeedException {
    if (published.isAfter(file.day())) {
      throw new FeedException(
          Reason.BAD_DATA,
          "it was published on " + published + ", after the day in its name; rename it");
    }
    if (before.isPresent() && published.isBefore(before.get().published())) {
      throw new FeedException(
          Reason.BAD_DATA,
          "it was published on %s, before the list of %s, which was read already"
              .formatted(published, before.get().published()));
    }
  }

  /** What was seen when no file ahead could be read: they lie behind now. */
  private static Seen passedOver(Seen seen, List<Dated> ahead, int files) {
    LocalDate day = ahead.isEmpty() ? seen.day() : ahead.get(ahead.size() - 1).day();
    return new Seen(
        seen.programmes(), seen.published(), day, seen.validator(), false, files, seen.entries());
  }

  private Rejection late(int count, LocalDate done) {
    return new Rejection(
        folder.path().toString(),
        0,
        "%d more lists of days up to %s, which were read already; they are left out. For another history give the feed another id"
            .formatted(count, done));
  }

  private List<Dated> files(List<Rejection> rejections) throws FeedException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Dated> dated = new ArrayList<>();
    folder.makeIfAbsent();
    try (Stream<Path> entries = Files.list(folder.path())) {
      for (Path file : entries.filter(OfacFolder::isList).sorted().toList()) {
        Optional<LocalDate> day = day(file);
        if (day.filter(one -> !one.isAfter(today)).isPresent()) {
          dated.add(new Dated(file, day.get()));
        } else {
          rejections.add(
              new Rejection(
                  file.toString(),
                  0,
                  day.isPresent()
                      ? "its day is to come; it is only " + today
                      : "has no day in its name; name it as in sdn-2024-05-31.csv"));
        }
      }
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE,
          "cannot list the folder " + folder.path() + " (" + e + "); create it or correct 'path'",
          e);
    }
    dated.sort(Comparator.comparing(Dated::day));
    return dated;
  }

  private static boolean isList(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && (name.endsWith(".xml") || name.endsWith(".csv"));
  }

  private static Optional<LocalDate> day(Path file) {
    Matcher matcher = DAY.matcher(file.getFileName().toString());
    try {
      return matcher.find()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(matcher.group(1)),
                  Integer.parseInt(matcher.group(2)),
                  Integer.parseInt(matcher.group(3))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
