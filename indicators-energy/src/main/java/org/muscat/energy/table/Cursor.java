package org.muscat.energy.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * How far a feed got: the newest day of each series, and the table to go on with if a round is
 * under way. As text: {@code oil/brent-spot=2025-06-30 next=DCOILWTICO}. Immutable.
 */
final class Cursor {

  private static final String NEXT = "next";

  private final Map<String, LocalDate> newest;
  private final Optional<String> next;

  private Cursor(Map<String, LocalDate> newest, Optional<String> next) {
    this.newest = newest;
    this.next = next;
  }

  /**
   * Reads a cursor; nothing is the beginning.
   *
   * @throws FeedException {@code CONFIGURATION} if it was written by something else
   */
  static Cursor parse(Optional<String> text) throws FeedException {
    Map<String, LocalDate> newest = new TreeMap<>();
    Optional<String> next = Optional.empty();
    try {
      String words = text.orElse("");
      for (String part : words.isEmpty() ? new String[0] : words.split(" ")) {
        String[] pair = part.split("=", 2);
        if (pair[0].equals(NEXT)) {
          next = Optional.of(pair[1]);
        } else {
          newest.put(pair[0], LocalDate.parse(pair[1]));
        }
      }
      return new Cursor(newest, next);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new FeedException(
          Reason.CONFIGURATION,
          "the stored cursor '"
              + Excerpt.of(text.orElse(""))
              + "' is not one of a feed of tables; give this feed an id of its own",
          e);
    }
  }

  /** The table to fetch now; the first if the one to go on with is not wanted any more. */
  Table current(List<Table> wanted) {
    return wanted.stream()
        .filter(table -> next.filter(table.name()::equals).isPresent())
        .findFirst()
        .orElse(wanted.get(0));
  }

  /** The newest day of a series, if it was ever fetched. */
  Optional<LocalDate> newest(Wanted column) {
    return Optional.ofNullable(newest.get(column.series()));
  }

  /** After a table was fetched, up to these days. */
  Cursor after(Table fetched, Map<String, LocalDate> days, List<Table> wanted) {
    Map<String, LocalDate> more = new TreeMap<>(newest);
    more.putAll(days);
    return new Cursor(more, next).beyond(fetched, wanted);
  }

  /** The same, beyond a table that could not be read. */
  Cursor beyond(Table table, List<Table> wanted) {
    int following = wanted.indexOf(table) + 1;
    return new Cursor(
        newest,
        following < wanted.size() ? Optional.of(wanted.get(following).name()) : Optional.empty());
  }

  /** Whether the round goes on. */
  boolean hasMore() {
    return next.isPresent();
  }

  @Override
  public String toString() {
    Stream<String> days =
        newest.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
    Stream<String> following = next.stream().map(name -> NEXT + "=" + name);
    return Stream.concat(days, following).collect(Collectors.joining(" "));
  }
}
