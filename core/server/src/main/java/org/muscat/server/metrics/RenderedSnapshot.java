package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
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
   * @param bytes not to be changed
   * @param series how many there are in it, as text
   */
  record Part(byte[] bytes, int series) {}

  private static final Part NOTHING = new Part(new byte[0], 0);

  private final @Nullable Snapshot snapshot;
  private final int room;
  private final Map<Representation, Part> parts = new ConcurrentHashMap<>();

  private RenderedSnapshot(@Nullable Snapshot snapshot, int room) {
    this.snapshot = snapshot;
    this.room = room;
  }

  /** Of a Muscat that has published nothing yet. */
  static RenderedSnapshot none() {
    return new RenderedSnapshot(null, 0);
  }

  /** Nothing of it is rendered yet. */
  static RenderedSnapshot of(Snapshot snapshot) {
    return new RenderedSnapshot(snapshot, 0);
  }

  /** One that follows this one, in these representations already. */
  RenderedSnapshot next(Snapshot newer, Set<Representation> asked) {
    int bytes = parts.values().stream().mapToInt(part -> part.bytes().length).max().orElse(0);
    RenderedSnapshot next = new RenderedSnapshot(newer, Math.max(bytes, room));
    if (!asked.isEmpty()) {
      MetricSnapshots metrics = IndexFamilies.of(newer.assessments());
      asked.forEach(how -> next.parts.put(how, next.render(metrics, how)));
    }
    return next;
  }

  /** Is rendered now if nobody asked for it before; whoever asks meanwhile waits for that. */
  Part part(Representation how) {
    Snapshot published = snapshot;
    return published == null
        ? NOTHING
        : parts.computeIfAbsent(how, it -> render(IndexFamilies.of(published.assessments()), it));
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
    return snapshot == null ? MetricSnapshots.builder().build() : IndexFamilies.of(snapshot.assessments());
  }

  private Part render(MetricSnapshots metrics, Representation how) {
    return new Part(how.part(metrics, room), ExportedSeries.count(metrics));
  }
}
