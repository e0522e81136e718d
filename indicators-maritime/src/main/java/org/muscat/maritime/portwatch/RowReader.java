package org.muscat.maritime.portwatch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Observation;

/** Turns the rows of one strait into points; remembers which days and fields it has seen. */
final class RowReader {

  /** PortWatch starts in 2019. */
  private static final LocalDate EARLIEST = LocalDate.of(2010, 1, 1);

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  /** A field of a row and the series that it becomes. */
  private record Field(String name, String quantity, String ships, boolean required) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("n_total", "transits", "all", true),
          new Field("n_tanker", "transits", "tanker", true),
          new Field("n_cargo", "transits", "cargo", false),
          new Field("n_container", "transits", "container", false),
          new Field("n_dry_bulk", "transits", "dry-bulk", false),
          new Field("n_general_cargo", "transits", "general-cargo", false),
          new Field("n_roro", "transits", "roro", false),
          new Field("capacity", "capacity", "all", false),
          new Field("capacity_tanker", "capacity", "tanker", true));

  private final Strait strait;
  private final LocalDate latest;
  private final Map<LocalDate, Integer> days = new HashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private int rows;

  /**
   * A reader.
   *
   * @param latest the last day that can have been observed
   */
  RowReader(Strait strait, LocalDate latest) {
    this.strait = strait;
    this.latest = latest;
  }

  /** The days that were read. */
  Set<LocalDate> days() {
    return days.keySet();
  }

  /** The fields that no row had, though PortWatch documents them. */
  List<String> absentFields() {
    return FIELDS.stream().map(Field::name).filter(name -> !seen.contains(name)).toList();
  }

  /**
   * Reads one row.
   *
   * @throws IllegalArgumentException if it cannot be read; says which value and what was expected
   */
  List<Observation> read(@Nullable Object feature) {
    rows++;
    Object attributes = feature instanceof Map<?, ?> members ? members.get("attributes") : null;
    if (!(attributes instanceof Map<?, ?> row)) {
      throw new IllegalArgumentException("the row has no 'attributes'");
    }
    requireStrait(row.get("portid"));
    LocalDate day = day(row.get("date"));
    Map<Field, Double> values = new LinkedHashMap<>();
    for (Field field : FIELDS) {
      Object value = row.get(field.name());
      if (value != null || field.required()) {
        values.put(field, number(field.name(), value));
      }
      if (row.containsKey(field.name())) {
        seen.add(field.name());
      }
    }
    Integer earlier = days.putIfAbsent(day, rows);
    if (earlier != null) {
      throw new IllegalArgumentException("row " + earlier + " is about " + day + " already");
    }
    Instant observedAt = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Observation> points = new ArrayList<>();
    values.forEach(
        (field, value) ->
            points.add(
                Observation.point(
                    field.quantity() + "/" + strait.word() + "/" + field.ships(),
                    observedAt,
                    value)));
    return points;
  }

  private void requireStrait(@Nullable Object portId) {
    if (portId != null && !portId.equals(strait.portId())) {
      throw new IllegalArgumentException(
          "portid is " + shown(portId) + ", not '" + strait.portId() + "', which was asked for");
    }
  }

  /** PortWatch gave epoch milliseconds for years, and gives ISO dates since 2026. */
  private LocalDate day(@Nullable Object date) {
    LocalDate day;
    if (date instanceof Long millis && Math.floorMod(millis, DAY_MILLIS) == 0) {
      day = LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    } else if (date instanceof String text) {
      day = isoDay(text);
    } else {
      throw noDay(date);
    }
    if (day.isBefore(EARLIEST) || day.isAfter(latest)) {
      throw new IllegalArgumentException(
          "date is " + shown(date) + ", not between " + EARLIEST + " and " + latest);
    }
    return day;
  }

  private static LocalDate isoDay(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw noDay(text);
    }
  }

  private static IllegalArgumentException noDay(@Nullable Object date) {
    return new IllegalArgumentException(
        "date is "
            + shown(date)
            + ", neither milliseconds of the start of a day nor a date such as '2026-08-30'");
  }

  private static double number(String name, @Nullable Object value) {
    double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(name + " is " + shown(value) + ", not a number from 0 on");
    }
    return number;
  }

  private static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    String cut = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    return value instanceof String ? "'" + cut + "'" : value == null ? "missing" : cut;
  }
}
