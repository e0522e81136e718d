package org.muscat.maritime.advisories;

import static org.muscat.maritime.geo.RefusedException.quoted;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.maritime.geo.RefusedException.Reason;
import org.muscat.maritime.reports.Table;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.Layout;

/** Turns the rows of one file of advisories into events. */
final class AdvisoryRows implements Layout.Rows {

  private static final List<String> REQUIRED =
      List.of("issuer", "number", "area", "level", "issued", "until", "title");
  private static final List<String> OPTIONAL = List.of("known_at");
  private static final List<String> ISSUERS = List.of("marad", "jmic", "navarea-ix");
  private static final Map<String, Integer> LEVELS =
      Map.of(
          "cancelled", 0,
          "advisory", 1,
          "substantial", 2,
          "severe", 3,
          "critical", 3,
          "closure", 4);
  private static final Pattern AREA = Pattern.compile("[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,5}");
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NUMBER = 60;

  private final Table table;
  private final Clock clock;

  private AdvisoryRows(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  static AdvisoryRows open(List<String> header, Clock clock) {
    Table table = Table.of(header);
    if (!table.hasOnly(REQUIRED, OPTIONAL)) {
      throw new IllegalArgumentException(
          "header "
              + quoted(header.toString())
              + " is not "
              + REQUIRED
              + " and perhaps "
              + OPTIONAL);
    }
    return new AdvisoryRows(table, clock);
  }

  @Override
  public List<Observation> read(long line, List<String> row) {
    table.require(row);
    String issuer = table.text(row, "issuer");
    if (!ISSUERS.contains(issuer)) {
      throw new RefusedException(
          Reason.WORD, "issuer " + quoted(issuer) + " is none of " + ISSUERS);
    }
    String area = table.text(row, "area");
    if (!AREA.matcher(area).matches()) {
      throw new RefusedException(
          Reason.WORD, "area " + quoted(area) + " is no lower-case words joined by hyphens");
    }
    String word = table.text(row, "level");
    Integer level = LEVELS.get(word);
    if (level == null) {
      throw new RefusedException(
          Reason.WORD, "level " + quoted(word) + " is none of " + LEVELS.keySet());
    }
    String number = table.text(row, "number");
    if (number.length() > LONGEST_NUMBER) {
      throw new RefusedException(Reason.TEXT, "number " + quoted(number) + " is too long");
    }
    Instant issued = table.moment(row, "issued");
    if (issued.isAfter(clock.instant())) {
      throw new RefusedException(
          Reason.FUTURE, "issued " + issued + " is later than now, " + clock.instant());
    }
    Observation event =
        Observation.event(
            "advisories/" + area, number, issued, word, level, attributes(row, issuer, issued));
    return List.of(table.published(row, event));
  }

  private Map<String, String> attributes(List<String> row, String issuer, Instant issued) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("issuer", issuer);
    if (!table.cell(row, "until").isEmpty()) {
      Instant until = table.moment(row, "until");
      if (until.isBefore(issued)) {
        throw new RefusedException(
            Reason.DATE, "until " + until + " is before issued " + issued + "; are they swapped?");
      }
      attributes.put("until", until.toString());
    }
    String title = table.cell(row, "title").replaceAll("\\s+", " ");
    if (!title.isEmpty()) {
      attributes.put(
          "title", title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title);
    }
    return attributes;
  }
}
