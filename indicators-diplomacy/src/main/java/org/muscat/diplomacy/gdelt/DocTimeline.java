package org.muscat.diplomacy.gdelt;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.toolkit.Json;

/** Reads the timelines of the DOC API. */
final class DocTimeline {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
  private static final int EXCERPT = 200;

  /** One value of a day. */
  record Value(LocalDate day, double number) {}

  private DocTimeline() {}

  /**
   * The rows of an answer as they came, whatever they are.
   *
   * @return none if the answer is an empty object: there is no data
   * @throws FeedException {@code BAD_DATA} if it is no JSON, as for a query that is refused; {@code
   *     SOURCE_CHANGED} if it is no timeline
   */
  static List<? extends @Nullable Object> rows(HttpAnswer answer) throws FeedException {
    Object document;
    try {
      document = Json.read(answer.text());
    } catch (IOException e) {
      throw new FeedException(
          Reason.BAD_DATA,
          answer.url() + " answered no JSON; it refuses the query, or failed: " + excerpt(answer),
          e);
    }
    if (document instanceof Map<?, ?> empty && empty.isEmpty()) {
      return List.of();
    }
    if (document instanceof Map<?, ?> members
        && members.get("timeline") instanceof List<?> timelines
        && timelines.size() == 1
        && timelines.get(0) instanceof Map<?, ?> timeline
        && timeline.get("data") instanceof List<?> rows) {
      return rows;
    }
    throw new FeedException(
        Reason.SOURCE_CHANGED, answer.url() + " answered no timeline: " + excerpt(answer));
  }

  /**
   * Reads one row.
   *
   * @throws IllegalArgumentException if it cannot be read; says which value and what was expected
   */
  static Value value(@Nullable Object row, DocMode mode) {
    if (!(row instanceof Map<?, ?> members)
        || !(members.get("date") instanceof String date)
        || !(members.get("value") instanceof Number number)) {
      throw new IllegalArgumentException("row is " + row + ", not a date and a value");
    }
    LocalDateTime moment;
    try {
      moment = LocalDateTime.parse(date, DATE);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date '" + date + "' is not YYYYMMDDT000000Z", e);
    }
    if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw new IllegalArgumentException("date '" + date + "' is not the start of a day");
    }
    double value = number.doubleValue();
    if (!mode.allows(value)) {
      throw new IllegalArgumentException(mode.word() + " of " + date + " cannot be " + value);
    }
    return new Value(moment.toLocalDate(), value);
  }

  private static String excerpt(HttpAnswer answer) throws FeedException {
    String line = answer.text().replaceAll("\\s+", " ").strip();
    return line.length() > EXCERPT ? line.substring(0, EXCERPT) + "..." : line;
  }
}
