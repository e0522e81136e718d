package org.muscat.host;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.meter.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers that the feeds of one plugin tell about their work. One that would break the page of
 * metrics, or is one series too many, is dropped and counted. Thread-safe.
 */
final class PluginMeters {

  private static final Logger log = LoggerFactory.getLogger(PluginMeters.class);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern TAKEN =
      Pattern.compile("(.*_)?(count|sum|bucket|total|created|info|max)");
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 120;
  private static final int MOST_LABELS = 10;

  private record Key(String feed, String name, boolean counter, Map<String, String> labels) {}

  private record Shape(boolean counter, Set<String> labelNames) {}

  private final String plugin;
  private final int budget;
  private final Map<Key, Double> values = new LinkedHashMap<>();
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();
  private long dropped;

  /**
   * Meters without numbers.
   *
   * @param budget how many series there may be
   */
  PluginMeters(String plugin, int budget) {
    this.plugin = plugin;
    this.budget = budget;
  }

  /** The meters of one feed. */
  Meters of(String feed) {
    return new Meters() {
      @Override
      public void count(String name, double amount, String... labels) {
        take(feed, name, true, amount, labels);
      }

      @Override
      public void gauge(String name, double value, String... labels) {
        take(feed, name, false, value, labels);
      }
    };
  }

  synchronized long dropped() {
    return dropped;
  }

  /** All numbers, in the order in which they were told first. */
  synchronized List<MeterSample> samples() {
    return values.entrySet().stream()
        .map(
            entry -> {
              Key key = entry.getKey();
              return new MeterSample(
                  plugin, key.feed(), key.name(), key.labels(), key.counter(), entry.getValue());
            })
        .toList();
  }

  /** Forgets the numbers of a feed that was closed. */
  synchronized void forget(String feed) {
    values.keySet().removeIf(key -> key.feed().equals(feed));
    shapes
        .keySet()
        .removeIf(name -> values.keySet().stream().noneMatch(key -> key.name().equals(name)));
  }

  private synchronized void take(
      String feed,
      @Nullable String name,
      boolean counter,
      double number,
      @Nullable String @Nullable [] labels) {
    Map<String, String> byName = new TreeMap<>();
    Optional<String> obstacle =
        nameObstacle(name)
            .or(() -> numberObstacle(counter, number))
            .or(() -> labelObstacle(labels, byName));
    if (name == null || obstacle.isPresent()) {
      drop(String.valueOf(name), obstacle.orElse("it has no name"));
      return;
    }
    Shape shape = new Shape(counter, Set.copyOf(byName.keySet()));
    Shape known = shapes.get(name);
    if (known != null && !known.equals(shape)) {
      drop(name, "it is a count and a gauge, or has other labels than before");
      return;
    }
    Key key = new Key(feed, name, counter, Map.copyOf(byName));
    if (!values.containsKey(key) && values.size() >= budget) {
      drop(name, "the plugin has its " + budget + " series already");
      return;
    }
    double value = counter ? values.getOrDefault(key, 0.0) + number : number;
    if (!Double.isFinite(value)) {
      drop(name, "its count would be infinite");
      return;
    }
    shapes.put(name, shape);
    values.put(key, value);
  }

  private static Optional<String> nameObstacle(@Nullable String name) {
    return name == null
            || name.length() > LONGEST_NAME
            || !NAME.matcher(name).matches()
            || TAKEN.matcher(name).matches()
        ? Optional.of("it is not [a-z][a-z0-9_]*, too long, or is or ends in a reserved word")
        : Optional.empty();
  }

  private static Optional<String> numberObstacle(boolean counter, double number) {
    return !Double.isFinite(number) || (counter && number < 0)
        ? Optional.of("its number is " + number)
        : Optional.empty();
  }

  private static Optional<String> labelObstacle(
      @Nullable String @Nullable [] labels, Map<String, String> byName) {
    if (labels == null || labels.length % 2 != 0) {
      return Optional.of("its labels are not names and values by turns");
    }
    if (labels.length > 2 * MOST_LABELS) {
      return Optional.of("it has more than " + MOST_LABELS + " labels");
    }
    for (int i = 0; i < labels.length; i += 2) {
      String name = labels[i];
      String value = labels[i + 1];
      if (name == null
          || value == null
          || name.length() > LONGEST_NAME
          || !NAME.matcher(name).matches()
          || name.equals("feed")
          || value.length() > LONGEST_VALUE
          || !isText(value)
          || byName.put(name, value) != null) {
        return Optional.of("its label '" + shown(name) + "' cannot be exported");
      }
    }
    return Optional.empty();
  }

  /** Half a character is written as '?': two values that differ would be one series. */
  private static boolean isText(String value) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(value);
  }

  private static String shown(@Nullable String name) {
    String all = String.valueOf(name);
    return all.length() > LONGEST_NAME ? all.substring(0, LONGEST_NAME) : all;
  }

  /** Names come from the plugin, so only the first of them are told. */
  private void drop(String name, String why) {
    dropped++;
    String shown = shown(name);
    if (told.size() < budget && told.add(shown)) {
      log.atWarn()
          .addKeyValue("event", "meter-refused")
          .addKeyValue("plugin", plugin)
          .addKeyValue("meter", shown)
          .addKeyValue("cause", why)
          .log("meter dropped");
    }
  }
}
