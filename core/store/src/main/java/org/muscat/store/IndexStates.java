package org.muscat.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the index said, append-only. Safe for any thread; every method blocks on the disk.
 *
 * <p>Versions of a state share theatre, model hash, programs and as-of, and differ in their stamp.
 */
public final class IndexStates {

  /** How many rows a database that would send all at once sends at a time. */
  private static final int FETCH = 100;

  private final Database database;

  IndexStates(Database database) {
    this.database = database;
  }

  /**
   * Stores, in one transaction, the index states that say something new. Durable when it returns;
   * if one is refused, none is stored.
   *
   * <p>A state whose newest stored version has the same document and checkpoint is unchanged and
   * not stored; the store remembers that its checkpoint came out the same, for {@link
   * #latestCheckpoint}.
   *
   * @throws StoreException if a stored version with the same stamp says something else, or the
   *     database cannot be written
   */
  public AppendedStates append(List<StoredState> states) {
    return database.write(
        "cannot store index states in ", handle -> StateAppending.run(handle, states));
  }

  /**
   * The newest version of each stored state of these programs, oldest as-of first.
   *
   * @param from the earliest as-of
   * @param to the latest as-of
   */
  public List<StoredState> between(
      String theatre, String modelHash, String programs, Instant from, Instant to) {
    return database.read(
        "cannot read index states from ",
        handle -> new States(handle, theatre, modelHash, programs).between(from, to));
  }

  /** The theatres of which any state is stored, in order. */
  public List<String> theatres() {
    return database.read(
        "cannot read index states from ",
        handle ->
            handle
                .createQuery("select distinct theatre from index_state")
                .mapTo(String.class)
                .stream()
                .sorted()
                .toList());
  }

  /**
   * Every version of every stored state of a theatre, by model, as-of and stamp, from one snapshot
   * of the store, one by one.
   *
   * @param from the earliest as-of
   * @param to the latest as-of
   * @param sink on the calling thread; it must not write to the store
   */
  public void forEach(String theatre, Instant from, Instant to, Consumer<StoredState> sink) {
    int unused =
        database.read(
            "cannot read index states from ",
            handle -> {
              handle
                  .createQuery(
                      "select "
                          + States.COLUMNS
                          + " from index_state where theatre = :theatre and as_of >= :from"
                          + " and as_of <= :to order by model, as_of, stamp, id")
                  .setFetchSize(FETCH)
                  .bind("theatre", theatre)
                  .bind("from", Times.atOrAfter(from))
                  .bind("to", Times.atOrBefore(to))
                  .map(States.ROW)
                  .forEach(sink);
              return 0;
            });
  }

  /**
   * The same without documents and checkpoints, which take most of the time.
   *
   * @param sink on the calling thread; it must not write to the store
   */
  public void forEachScore(String theatre, Instant from, Instant to, Consumer<StoredScore> sink) {
    int unused =
        database.read(
            "cannot read index states from ",
            handle -> {
              handle
                  .createQuery(
                      "select model, as_of, stability, lower, upper from index_state"
                          + " where theatre = :theatre and as_of >= :from and as_of <= :to"
                          + " order by model, as_of, stamp, id")
                  .setFetchSize(FETCH)
                  .bind("theatre", theatre)
                  .bind("from", Times.atOrAfter(from))
                  .bind("to", Times.atOrBefore(to))
                  .map(
                      (row, context) ->
                          new StoredScore(
                              row.getString("model"),
                              Instant.ofEpochMilli(row.getLong("as_of")),
                              (Double) row.getObject("stability"),
                              (Double) row.getObject("lower"),
                              (Double) row.getObject("upper")))
                  .forEach(sink);
              return 0;
            });
  }

  /**
   * Of each moment the state of a theatre that was stored last, whatever model and programs made
   * it, oldest as-of first, one by one.
   *
   * @param from the earliest as-of
   * @param to the latest as-of
   * @param limit how many at most, at least 1
   * @param sink on the calling thread; it must not write to the store
   */
  public void lastOfEachMoment(
      String theatre, Instant from, Instant to, int limit, Consumer<StoredState> sink) {
    int unused =
        database.read(
            "cannot read index states from ",
            handle -> {
              handle
                  .createQuery(
                      "select "
                          + States.COLUMNS
                          + " from index_state where id in (select max(id) from index_state"
                          + " where theatre = :theatre and as_of >= :from and as_of <= :to"
                          + " group by as_of order by as_of limit :limit) order by as_of")
                  .setFetchSize(FETCH)
                  .bind("theatre", theatre)
                  .bind("from", Times.atOrAfter(from))
                  .bind("to", Times.atOrBefore(to))
                  .bind("limit", limit)
                  .map(States.ROW)
                  .forEach(sink);
              return 0;
            });
  }

  /**
   * The newest stored state with a checkpoint that is still valid: since its stamp, or since it was
   * last computed again and came out the same, nothing of these series was stored that could be
   * known at its as-of. So a late observation discards the checkpoints from its known-at on.
   *
   * @param atOrBefore the latest as-of
   * @param seriesNames all series that the fold reads
   */
  public Optional<StoredState> latestCheckpoint(
      String theatre,
      String modelHash,
      String programs,
      Instant atOrBefore,
      Collection<String> seriesNames) {
    return database.read(
        "cannot read index states from ",
        handle ->
            new States(handle, theatre, modelHash, programs)
                .latestCheckpoint(atOrBefore, seriesNames));
  }
}
