package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Remembers the labels of the page before: making and checking them anew is much of what a page of
 * many series costs, and what is the same object is equal at once. Not safe for several threads.
 */
final class KnownLabels {

  /** By the labels that others are added to, the name and the value that are added. */
  private final IdentityHashMap<Labels, Map<String, Map<String, Labels>>> known =
      new IdentityHashMap<>();

  private int remembered;
  private int asked;

  /** Another page begins. What is of no use any more is forgotten with all the rest. */
  void nextPage() {
    if (remembered > asked) {
      known.clear();
      remembered = 0;
    }
    asked = 0;
  }

  /**
   * Labels and one more.
   *
   * @param labels empty ones, or such as this gave before
   */
  Labels with(Labels labels, String name, String value) {
    asked++;
    return known
        .computeIfAbsent(labels, it -> new HashMap<>())
        .computeIfAbsent(name, it -> new HashMap<>())
        .computeIfAbsent(value, it -> added(labels, name, it));
  }

  private Labels added(Labels labels, String name, String value) {
    remembered++;
    return labels.add(name, value);
  }
}
