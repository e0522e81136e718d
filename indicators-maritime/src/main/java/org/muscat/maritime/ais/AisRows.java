package org.muscat.maritime.ais;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muscat.maritime.geo.Position;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.Layout;

/** Reads the rows of a file of AIS reports; those of other vessels only move the clock on. */
final class AisRows implements Layout.Rows {

  private static final Set<String> WORDS = Set.of("tanker", "cargo", "military");
  private static final double UNDER_WAY_KNOTS = 0.5;

  /** What AIS sends when the speed is not known, and above. */
  private static final double NO_SPEED_KNOTS = 102.3;

  private final int columns;
  private final int vessel;
  private final int time;
  private final int latitude;
  private final int longitude;
  private final int speed;
  private final int type;
  private final Passages passages;

  AisRows(List<String> header, Passages passages) {
    List<String> names =
        header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    this.columns = header.size();
    this.vessel = column(names, "mmsi", "mmsi");
    this.time = column(names, "time", "basedatetime");
    this.latitude = column(names, "latitude", "lat");
    this.longitude = column(names, "longitude", "lon");
    this.speed = column(names, "speed", "sog");
    this.type = column(names, "type", "vesseltype");
    this.passages = passages;
  }

  private static int column(List<String> names, String name, String other) {
    int index = Math.max(names.indexOf(name), names.indexOf(other));
    if (index < 0) {
      throw new IllegalArgumentException(
          "header has no column '" + name + "' or '" + other + "'; it has " + names);
    }
    return index;
  }

  @Override
  public List<Observation> read(long line, List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "row has " + cells.size() + " cells; the header names " + columns);
    }
    Instant moment = moment(cells.get(time).strip());
    boolean counts = counts(cells.get(type).strip().toLowerCase(Locale.ROOT));
    Position position =
        new Position(number("latitude", cells, latitude), number("longitude", cells, longitude));
    double knots = number("speed", cells, speed);
    if (counts) {
      boolean underWay = knots > UNDER_WAY_KNOTS && knots < NO_SPEED_KNOTS;
      passages.add(vessel(cells.get(vessel).strip()), new AisReport(moment, position, underWay));
    } else {
      passages.passTime(moment);
    }
    return List.of();
  }

  @Override
  public List<Observation> end() {
    return passages.counts();
  }

  private static String vessel(String text) {
    if (!text.matches("\\d{9}")) {
      throw new IllegalArgumentException("mmsi '" + text + "' is not nine digits");
    }
    return text;
  }

  private static Instant moment(String text) {
    try {
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "time '" + text + "' is not an ISO moment in UTC, such as 2024-03-01T12:00:00", e);
    }
  }

  /** AIS numbers: 35 military, 70 to 79 cargo, 80 to 89 tanker; more digits are subdivisions. */
  private static boolean counts(String type) {
    if (WORDS.contains(type)) {
      return true;
    }
    if (!type.matches("\\d{1,4}")) {
      return false;
    }
    int number = Integer.parseInt(type);
    return number == 35 || (number >= 70 && number <= 89);
  }

  private static double number(String name, List<String> cells, int column) {
    String text = cells.get(column).strip();
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " '" + text + "' is not a number", e);
    }
    throw new IllegalArgumentException(name + " '" + text + "' is not finite");
  }
}
