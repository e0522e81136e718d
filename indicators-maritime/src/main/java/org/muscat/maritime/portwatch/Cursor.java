package org.muscat.maritime.portwatch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * How far the feed got: the newest day of each strait, and the strait to go on with if a round is
 * under way; the edition of the layer that the last whole round read, or that the one under way
 * reads; and when the feed fetched for the first time. As text: {@code hormuz=2025-06-22
 * suez=2025-06-22 edition=2025-06-24T13:00:00Z began=2025-05-01T06:00:00Z next=malacca}. Immutable.
 */
final class Cursor {

  private static final String NEXT = "next";
  private static final String EDITION = "edition";
  private static final String BEGAN = "began";

  private final Map<Strait, LocalDate> newest;
  private final Optional<Instant> edition;
  private final Optional<Instant> began;
  private final Optional<Strait> next;

  private Cursor(
      Map<Strait, LocalDate> newest,
      Optional<Instant> edition,
      Optional<Instant> began,
      Optional<Strait> next) {
    this.newest = newest;
    this.edition = edition;
    this.began = began;
    this.next = next;
  }

  /**
   * Reads a cursor; nothing is the beginning.
   *
   * @throws FeedException {@code CONFIGURATION} if it was written by something else
   */
  static Cursor parse(Optional<String> text) throws FeedException {
    Map<Strait, LocalDate> newest = new EnumMap<>(Strait.class);
    Optional<Instant> edition = Optional.empty();
    Optional<Instant> began = Optional.empty();
    Optional<Strait> next = Optional.empty();
    try {
      String words = text.orElse("");
      for (String part : words.isEmpty() ? new String[0] : words.split(" ")) {
        String[] pair = part.split("=", 2);
        switch (pair[0]) {
          case NEXT -> next = Optional.of(strait(pair[1]));
          case EDITION -> edition = Optional.of(Instant.parse(pair[1]));
          case BEGAN -> began = Optional.of(Instant.parse(pair[1]));
          default -> newest.put(strait(pair[0]), LocalDate.parse(pair[1]));
        }
      }
      return new Cursor(newest, edition, began, next);
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new FeedException(
          Reason.CONFIGURATION,
          "the stored cursor '"
              + text.orElse("")
              + "' is not one of the feed portwatch; give this feed an id of its own",
          e);
    }
  }

  private static Strait strait(String word) {
    return Strait.of(word)
        .orElseThrow(() -> new IllegalArgumentException("no strait '" + word + "'"));
  }

  /** The strait to fetch now. */
  Strait current(List<Strait> wanted) {
    return next.filter(wanted::contains).orElse(wanted.get(0));
  }

  /** The newest day of a strait, if it was ever fetched. */
  Optional<LocalDate> newest(Strait strait) {
    return Optional.ofNullable(newest.get(strait));
  }

  /** Whether a whole round over these straits read this edition already. */
  boolean hasRead(Instant edited, List<Strait> wanted) {
    return !hasMore() && edition.equals(Optional.of(edited)) && newest.keySet().containsAll(wanted);
  }

  /**
   * At the beginning of a round, which a restart may have cut off.
   *
   * @param edited the edition that it reads; empty if the layer does not tell it
   */
  Cursor reading(Optional<Instant> edited, Instant now) {
    return new Cursor(
        newest,
        edited,
        isBeginning() && began.isEmpty() ? Optional.of(now) : began,
        Optional.empty());
  }

  /** When the feed fetched for the first time; empty if that was not written down. */
  Optional<Instant> began() {
    return began;
  }

  /**
   * After a strait was fetched.
   *
   * @param day the newest of the answer
   */
  Cursor after(Strait fetched, LocalDate day, List<Strait> wanted) {
    Map<Strait, LocalDate> more = new EnumMap<>(Strait.class);
    more.putAll(newest);
    more.merge(fetched, day, (a, b) -> a.isAfter(b) ? a : b);
    return new Cursor(more, edition, began, following(fetched, wanted));
  }

  /** Beyond a strait that could not be read: the edition will not have been read whole. */
  Cursor beyond(Strait strait, List<Strait> wanted) {
    return new Cursor(newest, Optional.empty(), began, following(strait, wanted));
  }

  private static Optional<Strait> following(Strait strait, List<Strait> wanted) {
    int following = wanted.indexOf(strait) + 1;
    return following < wanted.size() ? Optional.of(wanted.get(following)) : Optional.empty();
  }

  /** Whether no strait was ever read. */
  boolean isBeginning() {
    return newest.isEmpty();
  }

  /** Whether the round goes on. */
  boolean hasMore() {
    return next.isPresent();
  }

  @Override
  public String toString() {
    Stream<String> days =
        newest.entrySet().stream().map(entry -> entry.getKey().word() + "=" + entry.getValue());
    Stream<String> read = edition.stream().map(at -> EDITION + "=" + at);
    Stream<String> first = began.stream().map(at -> BEGAN + "=" + at);
    Stream<String> following = next.stream().map(strait -> NEXT + "=" + strait.word());
    return Stream.of(days, read, first, following)
        .flatMap(all -> all)
        .collect(Collectors.joining(" "));
  }
}
