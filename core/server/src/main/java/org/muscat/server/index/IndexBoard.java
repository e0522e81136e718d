package org.muscat.server.index;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The published index: one reference that ticks write and everyone reads, and what this process
 * published before. Safe for any thread.
 */
public final class IndexBoard {

  /** How many published states of each theatre are remembered; the oldest go first. */
  static final int MEMORY = 4_000;

  private final AtomicReference<@Nullable Snapshot> current = new AtomicReference<>();
  private final Map<String, Deque<PublishedPoint>> published = new HashMap<>();
  private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();

  /** The newest snapshot; empty before the first tick. */
  public Optional<Snapshot> current() {
    return Optional.ofNullable(current.get());
  }

  /** Makes a snapshot the current one. */
  public void publish(Snapshot snapshot) {
    synchronized (published) {
      // A theatre that is no longer configured is forgotten.
      published
          .keySet()
          .retainAll(
              snapshot.theatres().all().stream().map(Theatre::id).collect(Collectors.toSet()));
      for (Assessment assessment : snapshot.assessments()) {
        remember(assessment.theatre().id(), PublishedPoint.of(assessment));
      }
    }
    current.set(snapshot);
    listeners.forEach(listener -> listener.accept(snapshot));
  }

  /**
   * Hands the current snapshot to a listener at once, and those published from now on, on the
   * thread of the tick. The listener is safe for any thread and does not take long.
   */
  public void listen(Consumer<Snapshot> listener) {
    listeners.add(listener);
    current().ifPresent(listener);
  }

  /** What this process published of a theatre with an as-of in [from, to], oldest first. */
  public List<PublishedPoint> history(String theatre, Instant from, Instant to) {
    synchronized (published) {
      return published.getOrDefault(theatre, new ArrayDeque<>()).stream()
          .filter(point -> !point.asOf().isBefore(from) && !point.asOf().isAfter(to))
          .toList();
    }
  }

  private void remember(String theatre, PublishedPoint point) {
    Deque<PublishedPoint> points =
        published.computeIfAbsent(theatre, unknown -> new ArrayDeque<>());
    // A replay that starts again, or a clock set back, makes what came after it obsolete.
    while (!points.isEmpty() && !points.getLast().asOf().isBefore(point.asOf())) {
      points.removeLast();
    }
    points.addLast(point);
    if (points.size() > MEMORY) {
      points.removeFirst();
    }
  }
}
