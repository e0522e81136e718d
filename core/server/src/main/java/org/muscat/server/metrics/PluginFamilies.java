package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.host.MeterSample;
import org.muscat.host.PluginUsage;

/** What is exported of the plugins: what they cost, and what their feeds tell of themselves. */
final class PluginFamilies {

  private static final double NANOS = 1e9;

  private final Families families;

  PluginFamilies(Families families) {
    this.families = families;
  }

  void add(PluginUsage usage) {
    Labels labels = Labels.of("plugin", usage.plugin());
    families.counter(
        "muscat_plugin_cpu_seconds",
        "Processor time of the calls into the plugin",
        labels,
        usage.cost().cpuNanos() / NANOS);
    families.counter(
        "muscat_plugin_allocated_bytes",
        "Memory for objects that calls into the plugin asked for",
        labels,
        (double) usage.cost().allocatedBytes());
    families.gauge(
        "muscat_plugin_stuck_threads",
        "Threads that were abandoned in code of the plugin and still run",
        labels,
        usage.stuckThreads());
    families.counter(
        "muscat_series_dropped",
        "Calls of the meters of the plugin that could not be exported",
        labels,
        (double) usage.droppedSeries());
  }

  /** Feeds of two plugins cannot meet: the name holds the id of the plugin. */
  void add(MeterSample sample) {
    String name = "muscat_x_" + sample.plugin().replace('-', '_') + "_" + sample.name();
    String about = "Told by feeds of the plugin " + sample.plugin();
    if (sample.counter()) {
      families.counter(name, about, labels(sample), sample.value());
    } else {
      families.gauge(name, about, labels(sample), sample.value());
    }
  }

  private static Labels labels(MeterSample sample) {
    Map<String, String> all = new TreeMap<>(sample.labels());
    all.put("feed", sample.feed());
    List<String> names = new ArrayList<>(all.keySet());
    List<String> values = new ArrayList<>(all.values());
    return Labels.of(names, values);
  }
}
