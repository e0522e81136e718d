package org.muscat.server.index;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Reads points of the grid in chunks, ahead of who uses them in their order. */
final class ReadAhead {

  /** Chunks that wait to be used, for each thread. */
  private static final int WAITING = 2;

  private final List<Instant> points;
  private final IntSupplier size;
  private final Function<List<Instant>, List<Taken>> read;
  private int next;

  /**
   * A walk.
   *
   * @param size how many points the next chunk should have, at least 1
   * @param read safe for any thread
   */
  ReadAhead(List<Instant> points, IntSupplier size, Function<List<Instant>, List<Taken>> read) {
    this.points = points;
    this.size = size;
    this.read = read;
  }

  /** Hands over all points in their order, on this thread. */
  void forEach(int threads, Consumer<Taken> sink) {
    if (threads == 1) {
      while (next < points.size()) {
        read.apply(chunk()).forEach(sink);
      }
      return;
    }
    ExecutorService readers =
        Executors.newFixedThreadPool(threads, task -> new Thread(task, "read-ahead"));
    try {
      Deque<Future<List<Taken>>> waiting = new ArrayDeque<>();
      while (next < points.size() || !waiting.isEmpty()) {
        while (next < points.size() && waiting.size() < WAITING * threads) {
          List<Instant> chunk = chunk();
          waiting.addLast(readers.submit(() -> read.apply(chunk)));
        }
        await(waiting.removeFirst()).forEach(sink);
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private List<Instant> chunk() {
    int to = Math.min(points.size(), next + size.getAsInt());
    List<Instant> chunk = points.subList(next, to);
    next = to;
    return chunk;
  }

  private static List<Taken> await(Future<List<Taken>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the past", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("reading the past failed", e);
    }
  }
}
