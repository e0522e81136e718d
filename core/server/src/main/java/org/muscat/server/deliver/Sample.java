package org.muscat.server.deliver;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of an exposition, as Prometheus stores it after a scrape. Immutable.
 *
 * @param labels with the name of the metric as {@code __name__}, sorted, none of them empty
 */
record Sample(SortedMap<String, String> labels, double value) {

  private static final String NAME = "__name__";

  /**
   * All lines.
   *
   * @throws IllegalArgumentException if there are other metrics than gauges, counters, state sets
   *     and infos
   */
  static List<Sample> of(MetricSnapshots metrics) {
    List<Sample> samples = new ArrayList<>();
    for (MetricSnapshot metric : metrics) {
      String name = metric.getMetadata().getPrometheusName();
      for (DataPointSnapshot point : metric.getDataPoints()) {
        samples.addAll(of(name, point));
      }
    }
    return samples;
  }

  private static List<Sample> of(String name, DataPointSnapshot point) {
    Labels labels = point.getLabels();
    if (point instanceof GaugeSnapshot.GaugeDataPointSnapshot gauge) {
      return List.of(sample(name, labels, gauge.getValue()));
    }
    if (point instanceof CounterSnapshot.CounterDataPointSnapshot counter) {
      return List.of(sample(name + "_total", labels, counter.getValue()));
    }
    if (point instanceof InfoSnapshot.InfoDataPointSnapshot) {
      return List.of(sample(name + "_info", labels, 1));
    }
    if (point instanceof StateSetSnapshot.StateSetDataPointSnapshot states) {
      List<Sample> all = new ArrayList<>();
      for (int i = 0; i < states.size(); i++) {
        all.add(sample(name, labels.add(name, states.getName(i)), states.isTrue(i) ? 1 : 0));
      }
      return all;
    }
    throw new IllegalArgumentException(
        "metric '" + name + "' is no gauge, counter, state set or info");
  }

  private static Sample sample(String name, Labels labels, double value) {
    SortedMap<String, String> all = new TreeMap<>();
    all.put(NAME, name);
    for (int i = 0; i < labels.size(); i++) {
      // An empty label is none to Prometheus.
      if (!labels.getValue(i).isEmpty()) {
        all.put(labels.getPrometheusName(i), labels.getValue(i));
      }
    }
    return new Sample(Collections.unmodifiableSortedMap(all), value);
  }

  /** The same with more labels. */
  Sample with(SortedMap<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(labels);
    all.putAll(more);
    return new Sample(Collections.unmodifiableSortedMap(all), value);
  }
}
