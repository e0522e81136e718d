package org.muscat.host;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.Examined;

/**
 * Looks at several candidates at once, so that one which hangs, or starts a process, does not hold
 * up all that come after it.
 */
final class SideBySide {

  private static final int MOST_THREADS = 8;

  private SideBySide() {}

  /** Looks at all of them and waits; gives what came of each, in their order. */
  static List<Examined> examine(List<Candidate> candidates, Function<Candidate, Examined> one) {
    if (candidates.size() < 2) {
      return candidates.stream().map(one).toList();
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(MOST_THREADS, Math.max(2, Runtime.getRuntime().availableProcessors())),
            task -> {
              Thread thread = new Thread(task, "load");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<CompletableFuture<Examined>> all =
          candidates.stream()
              .map(candidate -> CompletableFuture.supplyAsync(() -> one.apply(candidate), threads))
              .toList();
      return all.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    } finally {
      threads.shutdown();
    }
  }
}
