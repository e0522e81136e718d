package org.muscat.server.backfill;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.document.Documents;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.GridPoint;
import org.muscat.server.index.Programs;
import org.muscat.server.index.Theatre;
import org.muscat.store.Store;

/**
 * Stores the index at every point of the grid between two moments, as it would have been known
 * then. Doing it again stores nothing new.
 */
public final class Backfill {

  private final Assessor assessor;
  private final Documents documents;
  private final Store store;
  private final LoadedPlugins plugins;

  @Inject
  public Backfill(Assessor assessor, Documents documents, Store store, LoadedPlugins plugins) {
    this.assessor = assessor;
    this.documents = documents;
    this.store = store;
    this.plugins = plugins;
  }

  /**
   * How far it is, or what it has done.
   *
   * @param asOf the last point that is stored
   * @param stored states that said something new
   * @param unchanged states that were stored already
   * @param scored how many of both have a score
   * @param checkpoints how many of both have a checkpoint
   */
  public record Progress(Instant asOf, int stored, int unchanged, int scored, int checkpoints) {

    /** All points so far. */
    public int points() {
      return stored + unchanged;
    }
  }

  /**
   * Stores the states of a theatre in batches; each batch is durable before the next is computed.
   *
   * @param threads how many read indicators, at least 1; the result does not depend on it
   * @param clock the present, for when a state was recorded
   * @param listener is told after each batch, on the calling thread
   * @param points is given every point, oldest first, on the calling thread
   * @return what was done
   * @throws RuntimeException as {@link Assessor#replay} says; what was stored stays
   */
  public Progress run(
      Theatre theatre,
      Instant from,
      Instant to,
      int threads,
      Clock clock,
      Consumer<Progress> listener,
      Consumer<GridPoint> points) {
    Batches batches = new Batches(store, documents, Programs.of(plugins).text(), clock, listener);
    try {
      assessor.replay(
          theatre,
          from,
          to,
          threads,
          point -> {
            batches.add(point);
            points.accept(point);
          });
    } finally {
      // What came before a reading that failed is good.
      batches.flush();
    }
    return batches.progress();
  }
}
