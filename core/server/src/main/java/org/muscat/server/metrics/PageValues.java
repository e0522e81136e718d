package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The values of the families of the index in the order of their lines, and whose they are. */
final class PageValues {

  /** Names, helps, labels and states, in order: equal lists are the same lines but for values. */
  private final List<Object> series = new ArrayList<>();

  /** For each value its place among the series: that of its family and that of its labels. */
  private int[] families = new int[1024];

  private int[] labels = new int[1024];
  private double[] values = new double[1024];
  private int size;

  private PageValues() {}

  /** Of gauges, state sets and infos; empty if there is a family of another kind. */
  static Optional<PageValues> of(MetricSnapshots metrics) {
    PageValues page = new PageValues();
    for (MetricSnapshot metric : metrics) {
      int family = page.series.size();
      page.series.add(metric.getMetadata().getPrometheusName());
      page.series.add(String.valueOf(metric.getMetadata().getHelp()));
      page.series.add(metric.getClass());
      if (metric instanceof GaugeSnapshot gauge) {
        gauge.getDataPoints().forEach(point -> page.add(family, point));
      } else if (metric instanceof StateSetSnapshot states) {
        states.getDataPoints().forEach(point -> page.add(family, point));
      } else if (metric instanceof InfoSnapshot infos) {
        infos.getDataPoints().forEach(point -> page.add(family, point, 1));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(page);
  }

  private void add(int family, GaugeDataPointSnapshot point) {
    add(family, point, point.getValue());
  }

  private void add(int family, StateSetDataPointSnapshot point) {
    for (int i = 0; i < point.size(); i++) {
      add(family, point, point.isTrue(i) ? 1 : 0);
      series.add(point.getName(i));
    }
  }

  private void add(int family, DataPointSnapshot point, double value) {
    if (size == values.length) {
      families = Arrays.copyOf(families, 2 * size);
      labels = Arrays.copyOf(labels, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    families[size] = family;
    labels[size] = series.size();
    values[size] = value;
    series.add(point.getLabels());
    size++;
  }

  int size() {
    return size;
  }

  /** Whether a page of the other has the same lines but for values. */
  boolean hasSeriesOf(PageValues other) {
    return series.equals(other.series);
  }

  boolean isValueOf(PageValues other, int index) {
    return Double.doubleToLongBits(values[index]) == Double.doubleToLongBits(other.values[index]);
  }

  /** As it is written. */
  String text(int index) {
    double value = values[index];
    if (series.get(families[index] + 2) != GaugeSnapshot.class) {
      return value == 1 ? "1" : "0";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return Double.toString(value);
  }

  /** Whether a line is that of a value, up to the value itself. */
  boolean isSeries(int index, String line) {
    if (!line.startsWith((String) series.get(families[index]))) {
      return false;
    }
    for (Label label : (Labels) series.get(labels[index])) {
      if (!line.contains(label.getName() + "=\"" + escaped(label.getValue()) + "\"")) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
