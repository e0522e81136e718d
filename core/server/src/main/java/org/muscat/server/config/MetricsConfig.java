package org.muscat.server.config;

import java.util.List;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;

/**
 * What is told to scrapers. Immutable.
 *
 * @param indicatorValues whether readings are told in their natural units
 * @param restrictedSeries of which no value is told; a name that ends in {@code /} means all that
 *     begin with it
 */
public record MetricsConfig(boolean indicatorValues, List<String> restrictedSeries) {

  public MetricsConfig {
    restrictedSeries = List.copyOf(restrictedSeries);
  }

  /** No values. */
  public static MetricsConfig defaults() {
    return new MetricsConfig(false, List.of());
  }

  /** Reads the option {@code metrics}; what is wrong goes to the problems. */
  static MetricsConfig read(ConfigNode node, Problems problems) {
    Section section = Section.of(node, problems, MuscatYaml.keys("metrics"));
    return new MetricsConfig(
        section.flag("indicator-values", false), section.texts("restricted-series"));
  }
}
