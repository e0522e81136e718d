package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.Snapshot;

/**
 * The families of one snapshot, in each representation that somebody asked for. Safe for any
 * thread.
 */
final class RenderedSnapshot {

  /**
   * The index as a part of a page.
   *
   * @param piece as it is sent
   * @param series how many there are in it, as text
   */
  record Part(GzipPiece piece, int series) {}

  private static final Part NOTHING = new Part(GzipPiece.NONE, 0);

  private final @Nullable Snapshot snapshot;
  private final IndicatorValues values;
  private final Map<Representation, Part> parts = new ConcurrentHashMap<>();

  private RenderedSnapshot(@Nullable Snapshot snapshot, IndicatorValues values) {
    this.snapshot = snapshot;
    this.values = values;
  }

  /** Of a Muscat that has published nothing yet. */
  static RenderedSnapshot none() {
    return new RenderedSnapshot(null, IndicatorValues.NONE);
  }

  /** Nothing of it is rendered yet. */
  static RenderedSnapshot of(Snapshot snapshot, IndicatorValues values) {
    return new RenderedSnapshot(snapshot, values);
  }

  /**
   * Renders it ahead.
   *
   * @param bytes how long a part will be, about
   * @param memory of the snapshot before
   */
  void render(Set<Representation> asked, int bytes, PageMemory memory) {
    if (asked.isEmpty()) {
      return;
    }
    MetricSnapshots metrics = metrics(memory);
    int series = ExportedSeries.count(metrics);
    Map<ExpositionFormat, byte[]> written = new EnumMap<>(ExpositionFormat.class);
    for (Representation how : asked) {
      byte[] part =
          written.computeIfAbsent(how.format(), format -> memory.part(format, metrics, bytes));
      parts.put(how, new Part(how.piece(part), series));
    }
  }

  /** Of the longest part, before it is compressed. */
  int length() {
    return parts.values().stream().mapToInt(part -> (int) part.piece().length()).max().orElse(0);
  }

  /** Is rendered now if nobody asked for it before; whoever asks meanwhile waits for that. */
  Part part(Representation how) {
    return snapshot == null ? NOTHING : parts.computeIfAbsent(how, it -> part(it, metrics()));
  }

  boolean isOf(Instant asOf) {
    return snapshot != null && snapshot.asOf().equals(asOf);
  }

  /** Whether these are rendered already. */
  boolean has(Set<Representation> representations) {
    return parts.keySet().containsAll(representations);
  }

  /** All families. */
  MetricSnapshots metrics() {
    return metrics(new PageMemory());
  }

  private MetricSnapshots metrics(PageMemory memory) {
    return snapshot == null
        ? MetricSnapshots.builder().build()
        : IndexFamilies.of(snapshot.all(), values, memory);
  }

  private Part part(Representation how, MetricSnapshots metrics) {
    byte[] part = how.format().part(metrics, length());
    return new Part(how.piece(part), ExportedSeries.count(metrics));
  }
}
