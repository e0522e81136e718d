package org.muscat.maritime.reports;

import static org.muscat.maritime.geo.RefusedException.quoted;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.maritime.geo.RefusedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/** Where each column of a file of reports stands, by its exact name. Immutable. */
public final class Table {

  private final Map<String, Integer> positions;

  private Table(Map<String, Integer> positions) {
    this.positions = positions;
  }

  /**
   * Reads a header.
   *
   * @throws IllegalArgumentException if it names a column twice
   */
  public static Table of(List<String> header) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (positions.put(header.get(i).strip(), i) != null) {
        throw new IllegalArgumentException(
            "header has the column " + quoted(header.get(i).strip()) + " twice");
      }
    }
    return new Table(Map.copyOf(positions));
  }

  /** Whether it has all of these columns. */
  public boolean hasAll(List<String> columns) {
    return positions.keySet().containsAll(columns);
  }

  /** Whether it has these columns and none beyond the others. */
  public boolean hasOnly(List<String> required, List<String> optional) {
    return hasAll(required)
        && positions.keySet().stream()
            .allMatch(name -> required.contains(name) || optional.contains(name));
  }

  /** Refuses a row with another number of cells. */
  public void require(List<String> row) {
    if (row.size() != positions.size()) {
      throw new RefusedException(
          Reason.CELLS, "row has " + row.size() + " cells; the header names " + positions.size());
    }
  }

  /** The stripped text of a cell; empty if there is no such column. */
  public String cell(List<String> row, String column) {
    Integer position = positions.get(column);
    return position == null ? "" : row.get(position).strip();
  }

  /** The text of a cell that must have one. */
  public String text(List<String> row, String column) {
    String text = cell(row, column);
    if (text.isEmpty()) {
      throw new RefusedException(Reason.TEXT, column + " is empty");
    }
    return text;
  }

  /** A date (its start, UTC) or instant of a cell. */
  public Instant moment(List<String> row, String column) {
    String text = text(row, column);
    try {
      Instant moment =
          text.indexOf('T') >= 0
              ? Instant.parse(text.endsWith("Z") ? text : text + "Z")
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      int year = moment.atOffset(ZoneOffset.UTC).getYear();
      if (year >= 1900 && year < 2200) {
        return moment;
      }
    } catch (DateTimeException e) {
      throw new RefusedException(
          Reason.DATE,
          column + " " + quoted(text) + " is no ISO date or instant (" + e.getMessage() + ")");
    }
    throw new RefusedException(
        Reason.DATE, column + " " + quoted(text) + " is not between 1900 and 2200");
  }

  /** The observation, known from what stands in {@code known_at} if something does. */
  public Observation published(List<String> row, Observation event) {
    if (cell(row, "known_at").isEmpty()) {
      return event;
    }
    Instant knownAt = moment(row, "known_at");
    if (knownAt.isBefore(event.observedAt())) {
      throw new RefusedException(
          Reason.KNOWN_AT,
          knownAt + " is before " + event.observedAt() + ", when it happened; are they swapped?");
    }
    return event.knownAt(knownAt, KnownBasis.PUBLISHED);
  }
}
