package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;

/**
 * How a page of metrics is sent.
 *
 * @param format in which it is written
 * @param gzip whether it is compressed
 */
public record Representation(ExpositionFormat format, boolean gzip) {

  /** A part of a page that others may follow, as it is sent. */
  GzipPiece piece(byte[] part) {
    return gzip ? GzipPiece.of(part) : new GzipPiece(part, 0, part.length);
  }

  /** A page of a part and what comes after it. */
  List<byte[]> page(GzipPiece part, MetricSnapshots rest) {
    byte[] end = format.page(rest);
    return gzip
        ? List.of(GzipPiece.HEADER, part.deflated(), part.end(end))
        : List.of(part.deflated(), end);
  }
}
