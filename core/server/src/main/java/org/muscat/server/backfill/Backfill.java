package org.muscat.server.backfill;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.document.Documents;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.GridPoint;
import org.muscat.server.index.Programs;
import org.muscat.server.index.Theatre;
import org.muscat.store.AppendedStates;
import org.muscat.store.JobRun;
import org.muscat.store.Store;
import org.muscat.store.StoredState;

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
    Batches batches = batches(store.indexStates()::append, clock, listener);
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

  /**
   * What reads the past for the parts of a run of a job, so that series are read once for all of
   * them; what it remembers goes with it.
   */
  public Assessor reader() {
    return assessor.apart();
  }

  /**
   * Stores the states of a theatre as a part of a run of a job; how far it is, is stored with each
   * batch.
   *
   * @param reader of this run
   * @param from where it goes on
   * @return what was done
   * @throws TakenOverException if another process runs the job by now
   * @throws RuntimeException as {@link Assessor#replay} says; what was stored stays
   */
  public Progress run(
      JobRun run, Assessor reader, Theatre theatre, Instant from, Instant to, Clock clock) {
    Batches batches =
        batches(
            states ->
                store
                    .jobClaims()
                    .advance(run, theatre.id(), states.get(states.size() - 1).asOf(), states)
                    .orElseThrow(() -> new TakenOverException(run)),
            clock,
            progress -> {});
    reader.replay(
        theatre,
        from,
        to,
        1,
        point -> {
          if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted at " + point.assessment().state().asOf());
          }
          batches.add(point);
        });
    batches.flush();
    return batches.progress();
  }

  private Batches batches(
      Function<List<StoredState>, AppendedStates> sink, Clock clock, Consumer<Progress> listener) {
    return new Batches(sink, documents, Programs.of(plugins).text(), clock, listener);
  }
}
