package org.muscat.server.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A format in which metrics are written. Writing many takes milliseconds: not for event loops. */
public enum ExpositionFormat {
  /** The text format of Prometheus: 0.0.4, and 1.0.0, which only adds names that are not used. */
  TEXT(""),
  /** OpenMetrics 1.0.0. */
  OPEN_METRICS("# EOF\n"),
  /** The protocol buffers of Prometheus, each family with its length before it. */
  PROTOBUF("");

  private static final ExpositionFormats FORMATS = ExpositionFormats.init();
  private static final int ROOM = 16_384;

  private final int endBytes;

  ExpositionFormat(String end) {
    this.endBytes = end.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Whether it has a line for each value. */
  boolean isText() {
    return this != PROTOBUF;
  }

  /** For the header. */
  public String contentType() {
    return writer().getContentType();
  }

  /** A whole page. */
  public byte[] page(MetricSnapshots metrics) {
    return write(metrics, ROOM).toByteArray();
  }

  /**
   * A part of a page, which other parts may follow: it lacks the end that the last one has.
   *
   * @param bytes how many there will be, about
   */
  byte[] part(MetricSnapshots metrics, int bytes) {
    byte[] page = write(metrics, bytes).toByteArray();
    return endBytes == 0 ? page : Arrays.copyOf(page, page.length - endBytes);
  }

  private ByteArrayOutputStream write(MetricSnapshots metrics, int bytes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(Math.max(ROOM, bytes));
    try {
      writer().write(body, metrics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body;
  }

  private ExpositionFormatWriter writer() {
    return switch (this) {
      case TEXT -> FORMATS.getPrometheusTextFormatWriter();
      case OPEN_METRICS -> FORMATS.getOpenMetricsTextFormatWriter();
      case PROTOBUF -> FORMATS.getPrometheusProtobufWriter();
    };
  }
}
