package org.muscat.server.metrics;

import io.prometheus.metrics.model.registry.MetricNameFilter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Predicate;

/**
 * Answers scrapes: the index as it was rendered after its tick, then everything else as it is now,
 * so that a tick that hangs shows. No family stands in both. Takes milliseconds: safe for any
 * thread but an event loop.
 */
public final class Exposition {

  /**
   * One answer to a scrape.
   *
   * @param parts follow one another; not to be changed, they are those of other answers, too
   */
  public record Page(List<byte[]> parts) {

    public Page {
      parts = List.copyOf(parts);
    }
  }

  private final RenderedIndex index;
  private final PrometheusRegistry live;

  /**
   * What is told to scrapers.
   *
   * @param live everything but the index; nothing in it waits for a tick, a feed or a plugin
   */
  public Exposition(RenderedIndex index, PrometheusRegistry live) {
    this.index = index;
    this.live = live;
  }

  /** Everything there is, and how many series that is. */
  public Page page(Representation how) {
    RenderedSnapshot.Part part = index.part(how);
    MetricSnapshots rest = ExportedSeries.counted(live.scrape(), part.series());
    return new Page(how.page(part.piece(), rest));
  }

  /**
   * The families with some names, rendered anew. As with every Prometheus client library for Java,
   * a family is meant by each name that begins with its own.
   *
   * @param names of series; none means all
   */
  public Page page(Representation how, List<String> names) {
    if (names.isEmpty()) {
      return page(how);
    }
    Predicate<String> filter = MetricNameFilter.builder().nameMustBeEqualTo(names).build();
    MetricSnapshots.Builder chosen = MetricSnapshots.builder();
    index.metrics(filter).forEach(chosen::metricSnapshot);
    live.scrape(filter).forEach(chosen::metricSnapshot);
    MetricSnapshots page = chosen.build();
    boolean counts = filter.test(HealthMetric.EXPORTED_SERIES.familyName());
    return new Page(how.page(GzipPiece.NONE, counts ? ExportedSeries.counted(page, 0) : page));
  }
}
