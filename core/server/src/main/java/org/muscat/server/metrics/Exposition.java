package org.muscat.server.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes metrics in the format that a scraper accepts. Takes milliseconds: not for event loops. */
public final class Exposition {

  private static final ExpositionFormats FORMATS = ExpositionFormats.init();

  /** One answer to a scrape. Immutable. */
  public static final class Page {

    private final String contentType;
    private final byte[] body;

    private Page(String contentType, byte[] body) {
      this.contentType = contentType;
      this.body = body;
    }

    /** For the header. */
    public String contentType() {
      return contentType;
    }

    /** The metrics; some formats are not text. */
    public byte[] body() {
      return body.clone();
    }
  }

  private Exposition() {}

  /**
   * Everything in a registry, and how many series that is.
   *
   * @param accept the scraper's Accept header; null gives the text format
   */
  public static Page of(PrometheusRegistry registry, @Nullable String accept) {
    return write(
        ExportedSeries.counted(registry.scrape()),
        FORMATS.findWriter(accept == null ? "" : accept));
  }

  /** Metrics as OpenMetrics text, ending in {@code # EOF}. */
  public static Page openMetrics(MetricSnapshots metrics) {
    return write(metrics, FORMATS.getOpenMetricsTextFormatWriter());
  }

  private static Page write(MetricSnapshots metrics, ExpositionFormatWriter writer) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(16_384);
    try {
      writer.write(body, metrics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Page(writer.getContentType(), body.toByteArray());
  }
}
