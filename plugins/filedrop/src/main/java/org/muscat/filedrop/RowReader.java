package org.muscat.filedrop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.Layout;

/** Turns the rows of one file into points; remembers what earlier rows of the file said. */
final class RowReader implements Layout.Rows {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private record Identity(String series, String source, Instant observedAt, String knownAt) {}

  private record Unit(String text, long line) {}

  private final Columns columns;
  private final Map<Identity, Long> lines = new HashMap<>();
  private final Map<String, Unit> units = new HashMap<>();

  RowReader(Columns columns) {
    this.columns = columns;
  }

  @Override
  public List<Observation> read(long line, List<String> row) {
    if (row.size() != columns.count()) {
      throw new IllegalArgumentException(
          "row has " + row.size() + " cells; the header names " + columns.count());
    }
    Instant observedAt = moment("observed_at", columns.cell(row, "observed_at"));
    Observation point =
        Observation.point(
            columns.cell(row, "series"), observedAt, number(columns.cell(row, "value")));
    String source = columns.cell(row, "source");
    if (!source.isEmpty()) {
      point = point.from(source);
    }
    String knownAt = columns.cell(row, "known_at");
    if (!knownAt.isEmpty()) {
      point = point.knownAt(publication(knownAt, observedAt), KnownBasis.PUBLISHED);
    }
    requireOneUnit(point.series(), columns.cell(row, "unit"), line);
    Long earlier = lines.putIfAbsent(identity(point), line);
    if (earlier != null) {
      throw new IllegalArgumentException(
          "line " + earlier + " already gives " + point.series() + " at " + observedAt);
    }
    return List.of(point);
  }

  private static Identity identity(Observation point) {
    return new Identity(
        point.series(),
        point.source().orElse(""),
        point.observedAt(),
        point.knownAt().map(Instant::toString).orElse(""));
  }

  private void requireOneUnit(String series, String unit, long line) {
    if (unit.isEmpty()) {
      return;
    }
    Unit first = units.putIfAbsent(series, new Unit(unit, line));
    if (first != null && !first.text.equals(unit)) {
      throw new IllegalArgumentException(
          "unit '"
              + unit
              + "' of "
              + series
              + " differs from '"
              + first.text
              + "' in line "
              + first.line);
    }
  }

  private static Instant publication(String text, Instant observedAt) {
    Instant knownAt = moment("known_at", text);
    // A date is as good as its day: an observation of noon may be known "that day".
    if (day(knownAt).isBefore(day(observedAt))) {
      throw new IllegalArgumentException(
          "known_at '" + text + "' is before observed_at " + observedAt + "; are they swapped?");
    }
    return knownAt.isBefore(observedAt) ? observedAt : knownAt;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  static Instant moment(String column, String text) {
    Instant moment;
    try {
      moment =
          text.indexOf('T') >= 0
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          column
              + " '"
              + text
              + "' is not an ISO date (2024-03-01) or instant"
              + " (2024-03-01T12:00:00Z)",
          e);
    }
    if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
      throw new IllegalArgumentException(
          column + " '" + text + "' is not between " + EARLIEST + " and " + LATEST);
    }
    return moment;
  }

  static double number(String text) {
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value '" + text + "' is not a finite number with a decimal point, such as 1234.5");
    }
    return value;
  }
}
