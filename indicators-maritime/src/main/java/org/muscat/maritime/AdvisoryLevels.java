package org.muscat.maritime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muscat.maritime.geo.Position;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;
import org.muscat.spi.Uncertainty;

/**
 * The levels in force in an area at any moment up to that of a view, as they are known in it: of
 * advisories their value, of a warning near the strait 4 for a closure, 2 for mines or an attack.
 */
final class AdvisoryLevels {

  /** MARAD issues its advisories anew about every six months; older ones say nothing. */
  static final Uncertainty UNCERTAINTY =
      new Uncertainty(8, 20, Duration.ofDays(30), Duration.ofDays(200));

  private static final Duration WINDOW = Duration.ofDays(14);

  /** The NGA issues several warnings a day: a week without one is a source that stands still. */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(7);

  private static final int HIGHEST = 4;
  private static final String WARNINGS = "warnings/navarea";
  private static final Map<String, Integer> OF_WARNINGS =
      Map.of("closure", HIGHEST, "mines", 2, "attack", 2);

  /** What is highest at a moment. */
  private record Highest(double level, String key) {}

  private final List<Event> advisories;
  private final List<Event> warnings;
  private final boolean areWarningsSilent;

  private AdvisoryLevels(List<Event> advisories, List<Event> warnings, boolean areWarningsSilent) {
    this.advisories = advisories;
    this.warnings = warnings;
    this.areWarningsSilent = areWarningsSilent;
  }

  static Inputs inputs(AdvisoryConfig config) {
    // An advisory without an end holds until it is cancelled.
    return Inputs.none()
        .with(series(config), Inputs.WHOLE_HISTORY)
        .with(WARNINGS, Inputs.WHOLE_HISTORY);
  }

  private static String series(AdvisoryConfig config) {
    return "advisories/" + config.area();
  }

  static AdvisoryLevels of(SeriesView known, AdvisoryConfig config) {
    List<Event> near = new ArrayList<>();
    Instant quiet = known.asOf().minus(LONGEST_SILENCE);
    boolean silent = true;
    for (Event warning : known.events(WARNINGS)) {
      silent &= warning.observedAt().isBefore(quiet);
      if (OF_WARNINGS.containsKey(warning.type())
          && warning.attributes().containsKey("latitude")
          && new Position(warning.number("latitude"), warning.number("longitude"))
                  .kilometresTo(config.strait().position())
              <= config.radius()) {
        near.add(warning);
      }
    }
    return new AdvisoryLevels(known.events(series(config)), near, silent);
  }

  /** What is highest in force now, or why that is unknown. */
  Reading reading(AdvisoryConfig config, Instant now) {
    if (advisories.isEmpty()) {
      return new NoData(
          "no advisory was ever read in "
              + series(config)
              + "; drop a file of them, or of one that is cancelled if there is none");
    }
    Highest highest = at(now);
    Measured measured =
        Measured.of(highest.level(), newest(now))
            .fact("leading", highest.key())
            .fact("change-14d", String.valueOf((int) change(now)));
    return areWarningsSilent
        ? measured.partial(
            "no new broadcast warning for %d days".formatted(LONGEST_SILENCE.toDays()))
        : measured;
  }

  /** Of the advisories; a closure that is told by a warning holds whatever the advisories say. */
  private Instant newest(Instant now) {
    Stream<Event> closures =
        warnings.stream().filter(e -> isInForce(e, now)).filter(e -> level(e) == HIGHEST);
    return Stream.concat(advisories.stream(), closures)
        .map(Event::observedAt)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static int level(Event warning) {
    return OF_WARNINGS.getOrDefault(warning.type(), 0);
  }

  /** The level in force now less the one in force a fortnight ago. */
  private double change(Instant now) {
    return at(now).level() - at(now.minus(WINDOW)).level();
  }

  /** What was highest in force at a moment. */
  private Highest at(Instant moment) {
    Map<String, Event> latest = new HashMap<>();
    for (Event advisory : advisories) { // oldest first: a later row takes the place of its number
      if (!advisory.observedAt().isAfter(moment)) {
        latest.put(
            advisory.attributes().getOrDefault("issuer", "") + " " + advisory.key(), advisory);
      }
    }
    Highest highest = new Highest(0, "none");
    for (Event advisory : advisories) {
      if (latest.containsValue(advisory) && isInForce(advisory, moment)) {
        highest = higher(highest, advisory.value(), advisory.key());
      }
    }
    for (Event warning : warnings) {
      if (isInForce(warning, moment)) {
        highest = higher(highest, level(warning), warning.key());
      }
    }
    return highest;
  }

  private static Highest higher(Highest highest, double level, String key) {
    return level > highest.level() ? new Highest(level, key) : highest;
  }

  private static boolean isInForce(Event event, Instant moment) {
    String until = event.attributes().get("until");
    return !event.observedAt().isAfter(moment)
        && (until == null || Instant.parse(until).isAfter(moment));
  }
}
