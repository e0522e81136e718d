package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the samples of one scrape by metric family. Not safe for several threads. */
public final class Families {

  private final PageMemory memory;
  private final Map<String, Gauges> gauges = new LinkedHashMap<>();
  private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();
  private final Map<String, StateSetSnapshot.Builder> stateSets = new LinkedHashMap<>();
  private final Map<String, InfoSnapshot.Builder> infos = new LinkedHashMap<>();

  private record Gauges(String about, List<GaugeDataPointSnapshot> points) {}

  /** Of a page that resembles no other. */
  public Families() {
    this(new PageMemory());
  }

  /**
   * Of one page of many.
   *
   * @param memory of the page before
   */
  Families(PageMemory memory) {
    this.memory = memory;
    memory.labels().nextPage();
  }

  /**
   * Labels and one more.
   *
   * @param labels empty ones, or such as this gave before
   */
  Labels with(Labels labels, String name, String value) {
    return memory.labels().with(labels, name, value);
  }

  /** Adds a sample to a gauge family. */
  public void gauge(MetricFamily family, Labels labels, double value) {
    pluginGauge(family.familyName(), family.about(), labels, value);
  }

  /** Adds a sample to a gauge family of a plugin's own. */
  void pluginGauge(String name, String about, Labels labels, double value) {
    gauges
        .computeIfAbsent(name, n -> new Gauges(about, new ArrayList<>()))
        .points()
        .add(GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
  }

  /** Adds a sample to a counter family. */
  public void counter(MetricFamily family, Labels labels, double value) {
    pluginCounter(family.familyName(), family.about(), labels, value);
  }

  /** Adds a sample to a counter family of a plugin's own; its name is without {@code _total}. */
  void pluginCounter(String name, String about, Labels labels, double value) {
    counters
        .computeIfAbsent(name, n -> CounterSnapshot.builder().name(n).help(about))
        .dataPoint(CounterDataPointSnapshot.builder().labels(labels).value(value).build());
  }

  /** Adds a sample to a state-set family: all states, one of them on. */
  void states(MetricFamily family, Labels labels, List<String> states, String current) {
    StateSetDataPointSnapshot.Builder point = StateSetDataPointSnapshot.builder().labels(labels);
    states.forEach(state -> point.state(state, state.equals(current)));
    stateSets
        .computeIfAbsent(
            family.familyName(), n -> StateSetSnapshot.builder().name(n).help(family.about()))
        .dataPoint(point.build());
  }

  /** Adds a sample to an info family. */
  void info(MetricFamily family, Labels labels) {
    infos
        .computeIfAbsent(
            family.familyName(), n -> InfoSnapshot.builder().name(n).help(family.about()))
        .dataPoint(InfoDataPointSnapshot.builder().labels(labels).build());
  }

  public MetricSnapshots build() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    gauges.forEach((name, family) -> all.metricSnapshot(built(name, family)));
    counters.values().forEach(family -> all.metricSnapshot((MetricSnapshot) family.build()));
    stateSets.values().forEach(family -> all.metricSnapshot((MetricSnapshot) family.build()));
    infos.values().forEach(family -> all.metricSnapshot((MetricSnapshot) family.build()));
    return all.build();
  }

  private GaugeSnapshot built(String name, Gauges family) {
    return new GaugeSnapshot(
        new MetricMetadata(name, family.about()), memory.orders().sorted(name, family.points()));
  }
}
