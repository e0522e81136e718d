package org.muscat.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.testkit.History;

/** Readings of indicators without options over an empty history. */
final class Readings {

  static final Instant NOW = Instant.parse("2024-01-31T00:00:00Z");
  static final GuardSettings PATIENT =
      new GuardSettings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMillis(200));

  private Readings() {}

  /** The body of a read that measures an expression. */
  static String value(String expression) {
    return "return Measured.of(" + expression + ", known.asOf());";
  }

  static List<Outcome> read(LoadedPlugins plugins, String... ids) {
    return plugins.readAll(Arrays.stream(ids).map(id -> request(bind(plugins, id))).toList());
  }

  static ReadRequest request(BoundIndicator indicator) {
    return new ReadRequest(indicator, new History().view(NOW, indicator.inputs()));
  }

  static BoundIndicator bind(LoadedPlugins plugins, String id) {
    ConfigNode none = ConfigNode.emptyMapping(new Place("model.yaml", 1, ""));
    return plugins.indicator(id).orElseThrow().bind(none, new Problems()).orElseThrow();
  }
}
