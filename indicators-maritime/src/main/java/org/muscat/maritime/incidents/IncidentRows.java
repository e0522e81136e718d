package org.muscat.maritime.incidents;

import static org.muscat.maritime.geo.RefusedException.quoted;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.maritime.geo.Coordinates;
import org.muscat.maritime.geo.Position;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.maritime.geo.RefusedException.Reason;
import org.muscat.maritime.reports.Table;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.Layout;

/** Turns the rows of one file of incidents into events. */
final class IncidentRows implements Layout.Rows {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_REFERENCE = 60;

  /** Reporters whose terms forbid to pass on what they tell. */
  private static final Set<String> FORBIDDING = Set.of("ukmto");

  private static final Pattern UPDATE =
      Pattern.compile("\\(?\\s*update of entry\\s+([\\w./-]{1,40})", Pattern.CASE_INSENSITIVE);

  private final IncidentLayout layout;
  private final Table table;
  private final Optional<Duration> lag;
  private final Clock clock;

  IncidentRows(IncidentLayout layout, Table table, Optional<Duration> lag, Clock clock) {
    this.layout = layout;
    this.table = table;
    this.lag = lag;
    this.clock = clock;
  }

  @Override
  public List<Observation> read(long line, List<String> row) {
    table.require(row);
    String text = table.cell(row, layout.text());
    Instant observedAt = table.moment(row, layout.date());
    Instant now = clock.instant();
    if (observedAt.isAfter(now)) {
      throw new RefusedException(Reason.FUTURE, observedAt + " is later than now, " + now);
    }
    String reference = table.text(row, layout.reference());
    Matcher update = UPDATE.matcher(text);
    String key = update.find() ? update.group(1) : reference;
    if (key.length() > LONGEST_REFERENCE) {
      throw new RefusedException(Reason.TEXT, "reference " + quoted(key) + " is too long");
    }
    IncidentType type = type(row, text);
    String reporter = layout.reporter(table, row);
    Map<String, String> attributes = attributes(row, text);
    if (FORBIDDING.contains(reporter)) {
      attributes.put("redistributable", "no");
    }
    Observation event =
        Observation.event(
            "incidents/" + reporter, key, observedAt, type.word(), type.weight(), attributes);
    return List.of(known(row, event, now));
  }

  private Observation known(List<String> row, Observation event, Instant now) {
    Observation published = table.published(row, event);
    if (published.knownAt().isPresent() || lag.isEmpty()) {
      return published;
    }
    Instant assumed = endOfDay(event.observedAt().plus(lag.get()));
    return event.knownAt(assumed.isAfter(now) ? now : assumed, KnownBasis.ASSUMED);
  }

  private static Instant endOfDay(Instant moment) {
    return moment.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }

  private IncidentType type(List<String> row, String text) {
    if (layout == IncidentLayout.PLAIN) {
      String word = table.text(row, "type");
      return IncidentType.of(word)
          .orElseThrow(
              () -> new RefusedException(Reason.WORD, "type " + quoted(word) + " is unknown"));
    }
    String all = table.cell(row, layout.kind()) + " . " + table.cell(row, "aggressor") + " . ";
    IncidentType told = IncidentType.in(text);
    return told == IncidentType.OTHER ? IncidentType.in(all) : told;
  }

  private Map<String, String> attributes(List<String> row, String text) {
    Position position =
        layout.latitude().isEmpty()
            ? Coordinates.firstOf(text)
            : Coordinates.of(
                table.cell(row, layout.latitude()), table.cell(row, layout.longitude()));
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("latitude", String.valueOf(position.latitude()));
    attributes.put("longitude", String.valueOf(position.longitude()));
    put(attributes, "subregion", table.cell(row, layout.subregion()));
    put(attributes, "aggressor", table.cell(row, "aggressor"));
    put(attributes, "victim", table.cell(row, layout.victim()));
    put(attributes, "title", text);
    if (UPDATE.matcher(text).find()) {
      put(attributes, "update", table.text(row, layout.reference()));
    }
    return attributes;
  }

  private static void put(Map<String, String> attributes, String name, String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (!line.isEmpty()) {
      attributes.put(name, line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) : line);
    }
  }
}
