package org.muscat.maritime.warnings;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.Observation;
import org.muscat.toolkit.Json;

/**
 * The warnings that were in force at the last fetch, as the cursor holds them: one a line, at most
 * {@value Answer#MOST_WARNINGS}, about 150 bytes each. Immutable.
 */
final class InForce {

  private final Map<String, Observation> byKey;

  private InForce(Map<String, Observation> byKey) {
    this.byKey = byKey;
  }

  static InForce of(Map<String, Observation> byKey) {
    return new InForce(new TreeMap<>(byKey));
  }

  /**
   * Reads a cursor.
   *
   * @throws FeedException {@code CONFIGURATION} if it was written by something else
   */
  static InForce parse(Optional<String> cursor) throws FeedException {
    Map<String, Observation> byKey = new TreeMap<>();
    try {
      for (String line : cursor.orElse("").lines().toList()) {
        Observation warning = event(Json.read(line));
        byKey.put(warning.key(), warning);
      }
      return new InForce(byKey);
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      throw new FeedException(
          Reason.CONFIGURATION,
          "the stored cursor is not one of the feed navarea; give this feed an id of its own",
          e);
    }
  }

  private static Observation event(@Nullable Object line) {
    if (line instanceof List<?> cells && cells.size() >= 3 && cells.size() % 2 == 1) {
      List<String> texts = cells.stream().map(String::valueOf).toList();
      Map<String, String> attributes = new LinkedHashMap<>();
      for (int i = 3; i < texts.size(); i += 2) {
        attributes.put(texts.get(i), texts.get(i + 1));
      }
      // Read here: what is no moment must be told as a bad cursor, not when the warning ends.
      attributes.computeIfPresent("until", (name, until) -> Instant.parse(until).toString());
      return Observation.event(
          WarningReader.SERIES,
          texts.get(0),
          Instant.parse(texts.get(1)),
          texts.get(2),
          1,
          attributes);
    }
    throw new IllegalArgumentException("no warning");
  }

  /** Whether this very version of a warning was told already. */
  boolean holds(Observation warning) {
    return warning.equals(byKey.get(warning.key()));
  }

  /** The warning of a key, if it was in force. */
  Optional<Observation> get(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Keeps in force what the map does not hold, as far as there is room. */
  void keepInto(Map<String, Observation> now) {
    byKey.forEach(
        (key, warning) -> {
          if (now.size() < Answer.MOST_WARNINGS) {
            now.putIfAbsent(key, warning);
          }
        });
  }

  /** Those that are not among the keys now, each ended now unless it was to end earlier. */
  List<Observation> ended(Set<String> keys, Instant now) {
    List<Observation> ended = new ArrayList<>();
    byKey.forEach(
        (key, warning) -> {
          if (!keys.contains(key) && isOpenAt(warning, now)) {
            Map<String, String> attributes = new TreeMap<>(warning.attributes());
            attributes.put("until", now.toString());
            ended.add(
                Observation.event(
                    warning.series(), key, warning.observedAt(), warning.type(), 1, attributes));
          }
        });
    return ended;
  }

  private static boolean isOpenAt(Observation warning, Instant now) {
    String until = warning.attributes().get("until");
    return until == null || Instant.parse(until).isAfter(now);
  }

  /** The cursor: JSON arrays of key, date of issue, type and attributes. */
  @Override
  public String toString() {
    return byKey.values().stream().map(InForce::line).collect(Collectors.joining("\n"));
  }

  private static String line(Observation warning) {
    List<String> cells = new ArrayList<>();
    cells.add(warning.key());
    cells.add(warning.observedAt().toString());
    cells.add(warning.type());
    warning
        .attributes()
        .forEach(
            (name, text) -> {
              cells.add(name);
              cells.add(text);
            });
    return cells.stream().map(InForce::json).collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' '
          || Character.isSurrogate(c)
          || c == '\u0085'
          || c == '\u2028'
          || c == '\u2029') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
