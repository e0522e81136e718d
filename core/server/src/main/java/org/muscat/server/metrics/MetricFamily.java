package org.muscat.server.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A family of metrics that Muscat exports of itself: the one place where its name, labels and
 * meaning stand. What collects it, the reference page and the dashboards take them from here, so
 * that none can drift. Immutable.
 */
public sealed interface MetricFamily permits IndexMetric, HealthMetric {

  /** What a family is to OpenMetrics. */
  enum Type {
    GAUGE,
    COUNTER,
    INFO,
    STATE_SET,
    HISTOGRAM,
    SUMMARY;

    /** As people say it: {@code state set}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Everything about it. */
  MetricSpec spec();

  /**
   * The name that a query asks for, such as {@code muscat_feed_fetches_total}. Of a histogram and a
   * summary it is what comes before {@code _sum} and {@code _count}.
   */
  default String series() {
    return spec().series();
  }

  /** What it is. */
  default Type type() {
    return spec().type();
  }

  /** What it says, without a full stop: the help text of the exposition. */
  default String about() {
    return spec().about();
  }

  /** The names of its labels, those of what it is about first; a state set has its own besides. */
  default List<String> labels() {
    return spec().labels();
  }

  /** The name without the ending that the format adds: {@code _total}, {@code _info}. */
  default String familyName() {
    String ending =
        switch (type()) {
          case COUNTER -> "_total";
          case INFO -> "_info";
          case GAUGE, STATE_SET, HISTOGRAM, SUMMARY -> "";
        };
    return series().substring(0, series().length() - ending.length());
  }

  /** All there are, in the order of the reference page. */
  static List<MetricFamily> all() {
    return Stream.<MetricFamily>concat(
            Stream.of(IndexMetric.values()), Stream.of(HealthMetric.values()))
        .toList();
  }
}
