package org.muscat.diplomacy.gdelt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * What to ask for next, and the newest day of each series. As text: {@code next=tone
 * volume=2025-06-01}. Immutable.
 */
final class DocCursor {

  private final DocMode next;
  private final Map<DocMode, LocalDate> newest;

  private DocCursor(DocMode next, Map<DocMode, LocalDate> newest) {
    this.next = next;
    this.newest = newest;
  }

  /**
   * Reads a cursor; nothing is the beginning.
   *
   * @throws FeedException {@code CONFIGURATION} if it was written by something else
   */
  static DocCursor parse(Optional<String> text) throws FeedException {
    DocMode next = DocMode.VOLUME;
    Map<DocMode, LocalDate> newest = new EnumMap<>(DocMode.class);
    try {
      for (String part : text.map(words -> words.split(" ")).orElse(new String[0])) {
        String[] pair = part.split("=", 2);
        if (pair[0].equals("next")) {
          next = mode(pair[1]);
        } else {
          newest.put(mode(pair[0]), LocalDate.parse(pair[1]));
        }
      }
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new FeedException(
          Reason.CONFIGURATION,
          "the stored cursor '"
              + text.orElse("")
              + "' is not one of the feed gdelt-doc; give this feed an id of its own",
          e);
    }
    return new DocCursor(next, newest);
  }

  private static DocMode mode(String word) {
    return DocMode.valueOf(word.toUpperCase(Locale.ROOT));
  }

  DocMode next() {
    return next;
  }

  /** The newest day of the series that is asked for next, if it was ever told. */
  Optional<LocalDate> newest() {
    return Optional.ofNullable(newest.get(next));
  }

  /** Whether a day of that series was not told yet. */
  boolean isNew(LocalDate day) {
    return newest().filter(last -> !day.isAfter(last)).isEmpty();
  }

  /** After a question, whose answer tells days up to this one, if any. */
  DocCursor answered(Optional<LocalDate> day) {
    Map<DocMode, LocalDate> more = new EnumMap<>(DocMode.class);
    more.putAll(newest);
    day.ifPresent(last -> more.merge(next, last, (a, b) -> a.isAfter(b) ? a : b));
    return new DocCursor(next.other(), more);
  }

  @Override
  public String toString() {
    return "next="
        + next.word()
        + newest.entrySet().stream()
            .map(entry -> " " + entry.getKey().word() + "=" + entry.getValue())
            .collect(Collectors.joining());
  }
}
