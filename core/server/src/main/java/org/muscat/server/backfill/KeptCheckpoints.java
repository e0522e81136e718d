package org.muscat.server.backfill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muscat.server.document.Documents;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Theatre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores, while a server runs, what a back-fill would store at the moments where the fold of a
 * theatre can go on: so that a process that starts anew does not begin at the beginning. Looks
 * after the first snapshot and then every hour, on a thread of its own; almost always there is
 * nothing to do.
 */
public final class KeptCheckpoints implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeptCheckpoints.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Backfill backfill;
  private final IndexBoard board;
  private final Clock clock;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "checkpoints"));

  /**
   * Keeps none before it is started.
   *
   * @param board tells which theatres there are, and the moment
   * @param clock the present, for when a state was recorded
   */
  public KeptCheckpoints(Backfill backfill, IndexBoard board, Clock clock) {
    this.backfill = backfill;
    this.board = board;
    this.clock = clock;
  }

  /** Begins with the next snapshot, or at once if there is one. */
  public void start() {
    board.listen(snapshot -> begin());
  }

  private void begin() {
    if (!begun.getAndSet(true)) {
      try {
        var unused =
            thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closed) {
        return;
      }
    }
  }

  private void look() {
    board.current().ifPresent(this::look);
  }

  private void look(Snapshot snapshot) {
    for (Theatre theatre : snapshot.theatres().all()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (!Documents.isDemo(theatre)) {
        keep(theatre, snapshot.asOf());
      }
    }
  }

  private void keep(Theatre theatre, Instant asOf) {
    try {
      Optional<Instant> kept = backfill.keepCheckpoint(theatre, asOf, clock);
      kept.ifPresent(
          point ->
              LOG.atDebug()
                  .addKeyValue("event", "checkpoint-kept")
                  .addKeyValue("theatre", theatre.id())
                  .addKeyValue("asOf", point)
                  .log("a checkpoint is stored"));
    } catch (RuntimeException | Error e) {
      // An executor would say nothing and never look again.
      LOG.atWarn()
          .addKeyValue("event", "checkpoint-not-kept")
          .addKeyValue("theatre", theatre.id())
          .setCause(e)
          .log("no checkpoint could be stored; it is tried again in an hour");
    }
  }

  /** Lets what is under way end, at most ten seconds. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      var unused = thread.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
