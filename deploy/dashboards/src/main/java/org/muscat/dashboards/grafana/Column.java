package org.muscat.dashboards.grafana;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: a label, or the value of a target.
 *
 * @param label its name; empty for a value
 * @param target which target's value, from 0; -1 for a label
 * @param thresholds null for a text
 */
public record Column(
    String title,
    String label,
    int target,
    Unit unit,
    @Nullable Thresholds thresholds,
    List<Mapping> mappings,
    List<Link> links) {

  public Column {
    mappings = List.copyOf(mappings);
    links = List.copyOf(links);
  }

  /** A label. */
  public static Column label(String title, String label) {
    return new Column(title, label, -1, Unit.TEXT, null, List.of(), List.of());
  }

  /** The value of a target. */
  public static Column value(String title, int target, Unit unit, Thresholds thresholds) {
    return new Column(title, "", target, unit, thresholds, List.of(), List.of());
  }

  /** With words for some values. */
  public Column words(List<Mapping> words) {
    return new Column(title, label, target, unit, thresholds, words, links);
  }

  /** With where a click leads. */
  public Column to(Link... where) {
    return new Column(title, label, target, unit, thresholds, mappings, List.of(where));
  }

  /** Whether it is a label. */
  public boolean isLabel() {
    return target < 0;
  }
}
