package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;

/** Counts what a scrape costs the scraper: the series of the page in the text format. */
final class ExportedSeries {

  private ExportedSeries() {}

  /**
   * The same metrics and the number of all series of their page; the number counts itself.
   *
   * @param before how many series stand before them on the page
   */
  static MetricSnapshots counted(MetricSnapshots metrics, int before) {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    metrics.forEach(all::metricSnapshot);
    int series = before + count(metrics) + 1;
    GaugeSnapshot number =
        GaugeSnapshot.builder()
            .name(HealthMetric.EXPORTED_SERIES.familyName())
            .help(HealthMetric.EXPORTED_SERIES.about())
            .dataPoint(GaugeDataPointSnapshot.builder().value(series).build())
            .build();
    return all.metricSnapshot(number).build();
  }

  /** How many series there are. */
  static int count(MetricSnapshots metrics) {
    return metrics.stream().mapToInt(ExportedSeries::count).sum();
  }

  private static int count(MetricSnapshot metric) {
    if (metric instanceof StateSetSnapshot states) {
      return states.getDataPoints().stream().mapToInt(StateSetDataPointSnapshot::size).sum();
    }
    if (metric instanceof HistogramSnapshot histogram) {
      return histogram.getDataPoints().stream().mapToInt(ExportedSeries::count).sum();
    }
    if (metric instanceof SummarySnapshot summary) {
      return summary.getDataPoints().stream().mapToInt(ExportedSeries::count).sum();
    }
    return metric.getDataPoints().size();
  }

  private static int count(HistogramDataPointSnapshot histogram) {
    // A histogram that is native only has one bucket as text, without an upper end.
    int buckets = histogram.hasClassicHistogramData() ? histogram.getClassicBuckets().size() : 1;
    return buckets + (histogram.hasCount() ? 1 : 0) + (histogram.hasSum() ? 1 : 0);
  }

  private static int count(SummaryDataPointSnapshot summary) {
    return summary.getQuantiles().size()
        + (summary.hasCount() ? 1 : 0)
        + (summary.hasSum() ? 1 : 0);
  }
}
