package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published index as a part of a page of metrics, rendered once for each snapshot on a thread
 * of its own, in the representations that scrapers asked for lately. A scrape is handed the newest
 * part that is ready: it waits for no tick, and no tick waits for it. Safe for any thread but an
 * event loop.
 */
public final class RenderedIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RenderedIndex.class);

  /** A representation that nobody asked for so long is not rendered ahead any more. */
  static final Duration LATELY = Duration.ofMinutes(5);

  private final IndexBoard board;
  private final IndicatorValues values;
  private final LongSupplier nanoTime;
  private final Map<Representation, Long> askedAt = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Snapshot> waiting = new AtomicReference<>();
  private final AtomicReference<@Nullable RenderedSnapshot> ready = new AtomicReference<>();

  /** For the thread alone. */
  private final PageMemory memory = new PageMemory();

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "exposition"));

  /**
   * Renders what a board publishes from now on.
   *
   * @param values which readings are told
   * @param nanoTime time that passes, in nanoseconds, as {@link System#nanoTime}
   */
  public RenderedIndex(IndexBoard board, IndicatorValues values, LongSupplier nanoTime) {
    this.board = board;
    this.values = values;
    this.nanoTime = nanoTime;
    board.listen(this::published);
  }

  /** The index as a part of a page; rendered here only for whoever asks for it first. */
  RenderedSnapshot.Part part(Representation how) {
    askedAt.put(how, nanoTime.getAsLong());
    return newest().part(how);
  }

  /** Whether the snapshot of a moment is the newest, and these of it are rendered already. */
  boolean isAhead(Instant asOf, Representation... rendered) {
    RenderedSnapshot newest = ready.get();
    return newest != null && newest.isOf(asOf) && newest.has(Set.of(rendered));
  }

  /** The families of the index that a filter lets through, made anew. */
  MetricSnapshots metrics(Predicate<String> names) {
    MetricSnapshots.Builder chosen = MetricSnapshots.builder();
    if (Arrays.stream(IndexMetric.values()).map(MetricFamily::familyName).anyMatch(names)) {
      newest().metrics().stream()
          .filter(family -> names.test(family.getMetadata().getPrometheusName()))
          .forEach(chosen::metricSnapshot);
    }
    return chosen.build();
  }

  /** Until the thread has rendered the first snapshot, it is that of the board. */
  private RenderedSnapshot newest() {
    RenderedSnapshot newest = ready.get();
    if (newest != null) {
      return newest;
    }
    Optional<Snapshot> first = board.current();
    if (first.isEmpty()) {
      return RenderedSnapshot.none();
    }
    RenderedSnapshot made = RenderedSnapshot.of(first.get(), values);
    RenderedSnapshot meanwhile = ready.compareAndExchange(null, made);
    return meanwhile == null ? made : meanwhile;
  }

  /** Of snapshots that come faster than they can be rendered, the newest is. */
  private void published(Snapshot snapshot) {
    if (waiting.getAndSet(snapshot) != null) {
      return;
    }
    try {
      thread.execute(this::render);
    } catch (RejectedExecutionException e) {
      LOG.atDebug()
          .addKeyValue("event", "late-snapshot-not-rendered")
          .log("closed; a late snapshot is not rendered");
    }
  }

  private void render() {
    Snapshot snapshot = waiting.getAndSet(null);
    if (snapshot == null) {
      return;
    }
    try {
      RenderedSnapshot before = ready.get();
      RenderedSnapshot next = RenderedSnapshot.of(snapshot, values);
      next.render(askedForLately(), before == null ? 0 : before.length(), memory);
      ready.set(next);
    } catch (RuntimeException | Error e) {
      // The page keeps the index before; its as-of shows that it is not renewed.
      LOG.atError()
          .addKeyValue("event", "metrics-not-rendered")
          .setCause(e)
          .log("the metrics of a snapshot cannot be rendered");
    }
  }

  private Set<Representation> askedForLately() {
    long now = nanoTime.getAsLong();
    return askedAt.entrySet().stream()
        .filter(asked -> now - asked.getValue() <= LATELY.toNanos())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Renders nothing more ahead. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
