package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * How a page of metrics is sent.
 *
 * @param format in which it is written
 * @param gzip whether it is compressed
 */
public record Representation(ExpositionFormat format, boolean gzip) {

  /** One part of a page; others may follow it. */
  byte[] part(MetricSnapshots metrics, int bytes) {
    return sent(format.part(metrics, bytes));
  }

  /** The last part of a page. */
  byte[] lastPart(MetricSnapshots metrics) {
    return sent(format.page(metrics));
  }

  /** Members of gzip that follow one another are one stream (RFC 1952, section 2.2). */
  private byte[] sent(byte[] written) {
    return gzip ? compressed(written) : written;
  }

  private static byte[] compressed(byte[] written) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length / 8 + 64);
    try (OutputStream member = new FastGzip(bytes)) {
      member.write(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The lowest level: names repeat so much that the higher ones cost more than they save. */
  private static final class FastGzip extends GZIPOutputStream {

    private static final int BUFFER = 8_192;

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
