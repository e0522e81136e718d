package org.muscat.maritime.warnings;

import static org.muscat.maritime.geo.RefusedException.quoted;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.geo.Coordinates;
import org.muscat.maritime.geo.Coordinates.Found;
import org.muscat.maritime.geo.DateTimeGroup;
import org.muscat.maritime.geo.Position;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.maritime.geo.RefusedException.Reason;
import org.muscat.spi.Observation;

/** Turns one warning of an answer into an event of {@code warnings/navarea}. */
final class WarningReader {

  static final String SERIES = "warnings/navarea";

  private static final Map<String, String> AREAS =
      Map.of(
          "P", "HYDROPAC",
          "A", "HYDROLANT",
          "C", "HYDROARC",
          "4", "NAVAREA IV",
          "12", "NAVAREA XII");
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_ATTRIBUTE = 200;

  private WarningReader() {}

  /**
   * The key of a warning, such as {@code HYDROPAC 1234/2023}.
   *
   * @throws RefusedException if it has none
   */
  static String key(@Nullable Object warning) {
    if (!(warning instanceof Map<?, ?> row)) {
      throw new RefusedException(Reason.SHAPE, "a warning is no object");
    }
    String area = AREAS.get(text(row, "navArea"));
    if (area == null) {
      throw new RefusedException(
          Reason.WORD, "navArea " + quoted(text(row, "navArea")) + " is none of " + AREAS.keySet());
    }
    return area + " " + number(row, "msgNumber", 99_999) + "/" + number(row, "msgYear", 2199);
  }

  /**
   * Reads a warning.
   *
   * @param now its date of issue cannot be later
   * @throws RefusedException if it cannot be read
   */
  static Observation read(@Nullable Object warning, Instant now) {
    String key = key(warning);
    if (!(warning instanceof Map<?, ?> row)) {
      throw new RefusedException(Reason.SHAPE, "a warning is no object");
    }
    String text = text(row, "text");
    if (text.length() > LONGEST_TEXT) {
      throw new RefusedException(Reason.TEXT, "text has " + text.length() + " characters");
    }
    Instant issued = DateTimeGroup.parse(text(row, "issueDate").strip());
    if (issued.isAfter(now)) {
      throw new RefusedException(Reason.FUTURE, "issueDate " + issued + " is later than " + now);
    }
    Map<String, String> attributes = new TreeMap<>();
    put(attributes, "subregion", optional(row, "subregion"));
    put(attributes, "authority", optional(row, "authority"));
    place(key, Coordinates.allOf(text), attributes);
    cancelled(row, text, issued).ifPresent(until -> attributes.put("until", until.toString()));
    return Observation.event(SERIES, key, issued, WarningType.in(text).word(), 1, attributes);
  }

  /**
   * A position that cannot be read is left out and named; if all are such, the warning is refused.
   */
  private static void place(String key, Found found, Map<String, String> attributes) {
    if (found.positions().isEmpty() && !found.refused().isEmpty()) {
      throw found.refused().get(0);
    }
    if (found.positions().isEmpty() && !attributes.containsKey("subregion")) {
      throw new RefusedException(Reason.NO_POSITION, key + " has neither position nor subregion");
    }
    if (!found.refused().isEmpty()) {
      put(attributes, "left-out", String.valueOf(found.refused().get(0).getMessage()));
    }
    middle(found.positions())
        .ifPresent(
            middle -> {
              attributes.put("latitude", String.valueOf(middle.latitude()));
              attributes.put("longitude", String.valueOf(middle.longitude()));
            });
  }

  /** By its own field if that is filled, else by its text. */
  private static Optional<Instant> cancelled(Map<?, ?> row, String text, Instant issued) {
    String date = optional(row, "cancelDate");
    Optional<Instant> until =
        date.isEmpty()
            ? DateTimeGroup.cancellation(text, issued)
            : Optional.of(DateTimeGroup.parse(date));
    if (until.isPresent() && until.get().isBefore(issued)) {
      throw new RefusedException(
          Reason.DATE, "cancelled at " + until.get() + ", before it was issued at " + issued);
    }
    return until;
  }

  /** The mean of the positions; their longitudes are counted from the first, across 180 degrees. */
  static Optional<Position> middle(List<Position> positions) {
    if (positions.isEmpty()) {
      return Optional.empty();
    }
    double first = positions.get(0).longitude();
    double north = 0;
    double east = 0;
    for (Position position : positions) {
      north += position.latitude();
      east += Math.IEEEremainder(position.longitude() - first, 360);
    }
    double longitude = Math.IEEEremainder(first + east / positions.size(), 360);
    return Optional.of(new Position(rounded(north / positions.size()), rounded(longitude)));
  }

  /** To a hundred-thousandth of a degree, a metre. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  private static void put(Map<String, String> attributes, String name, String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (!line.isEmpty()) {
      attributes.put(
          name, line.length() > LONGEST_ATTRIBUTE ? line.substring(0, LONGEST_ATTRIBUTE) : line);
    }
  }

  private static String text(Map<?, ?> row, String field) {
    if (row.get(field) instanceof String text) {
      return text;
    }
    throw new RefusedException(Reason.SHAPE, field + " is no text");
  }

  private static String optional(Map<?, ?> row, String field) {
    return row.get(field) == null ? "" : text(row, field).strip();
  }

  private static long number(Map<?, ?> row, String field, long most) {
    if (row.get(field) instanceof Long number && number > 0 && number <= most) {
      return number;
    }
    throw new RefusedException(Reason.NUMBER, field + " is no whole number from 1 to " + most);
  }
}
