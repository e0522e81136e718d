package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muscat.host.MeterSample;
import org.muscat.host.PluginUsage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is exported of the plugins: what they cost, and what their feeds tell of themselves. */
final class PluginFamilies {

  private static final Logger LOG = LoggerFactory.getLogger(PluginFamilies.class);
  private static final double NANOS = 1e9;
  private static final String TOTAL = "_total";

  private final Families families;
  private final Map<String, Shape> shapes = new HashMap<>();

  PluginFamilies(Families families) {
    this.families = families;
  }

  void add(PluginUsage usage) {
    Labels labels = Labels.of("plugin", usage.plugin());
    families.counter(HealthMetric.PLUGIN_CPU_SECONDS, labels, usage.cost().cpuNanos() / NANOS);
    families.counter(
        HealthMetric.PLUGIN_ALLOCATED_BYTES, labels, (double) usage.cost().allocatedBytes());
    families.gauge(HealthMetric.PLUGIN_STUCK_THREADS, labels, usage.stuckThreads());
    families.counter(HealthMetric.SERIES_DROPPED, labels, (double) usage.droppedSeries());
  }

  /**
   * A family is of the plugin that has its name first: names of two can meet, {@code price_rows} of
   * {@code gas} and {@code rows} of {@code gas-price}, and one that means two things breaks the
   * page. So does one of two kinds, one with other labels, and a name that is reserved.
   */
  void add(MeterSample sample) {
    String name = "muscat_x_" + sample.plugin().replace('-', '_') + "_" + sample.name();
    Shape shape = new Shape(sample.plugin(), sample.counter(), sample.labels().keySet());
    Shape first = shapes.putIfAbsent(exported(name), shape);
    if (!PrometheusNaming.isValidMetricName(name) || (first != null && !first.equals(shape))) {
      LOG.atDebug()
          .addKeyValue("event", "meter-dropped")
          .addKeyValue("family", name)
          .log("a meter of a plugin is not exported: its name is taken or no name");
      return;
    }
    String about = "Told by feeds of the plugin " + sample.plugin();
    if (sample.counter()) {
      families.pluginCounter(name, about, labels(sample), sample.value());
    } else {
      families.pluginGauge(name, about, labels(sample), sample.value());
    }
  }

  /** What the names of a family begin with on the page, where a counter ends in {@code _total}. */
  private static String exported(String name) {
    return name.endsWith(TOTAL) ? name.substring(0, name.length() - TOTAL.length()) : name;
  }

  private static Labels labels(MeterSample sample) {
    Map<String, String> all = new TreeMap<>(sample.labels());
    all.put("feed", sample.feed());
    List<String> names = new ArrayList<>(all.keySet());
    List<String> values = new ArrayList<>(all.values());
    return Labels.of(names, values);
  }

  private record Shape(String plugin, boolean counter, Set<String> labels) {}
}
