package org.muscat.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stores index states, inside one write transaction. */
final class StateAppending {

  private record Stored(long id, StoredState state) {}

  private final Handle handle;
  private int stored;
  private int unchanged;

  StateAppending(Handle handle) {
    this.handle = handle;
  }

  /**
   * Stores the states that say something new.
   *
   * @throws StoreException if one says something else than a stored one with the same stamp
   */
  AppendedStates run(List<StoredState> states) {
    states.forEach(this::append);
    return new AppendedStates(stored, unchanged);
  }

  private void append(StoredState state) {
    List<Stored> versions = newestFirst(state);
    if (!versions.isEmpty() && versions.get(0).state().saysTheSameAs(state)) {
      unchanged++;
      if (state.checkpoint() != null && versions.get(0).state().stamp() < state.stamp()) {
        again(versions.get(0).id(), state.stamp());
      }
      return;
    }
    for (Stored version : versions) {
      if (version.state().stamp() == state.stamp()) {
        if (!version.state().saysTheSameAs(state)) {
          throw new StoreException(
              state.label()
                  + " with stamp "
                  + state.stamp()
                  + " is stored with another document or checkpoint; nothing was written; the same"
                  + " programs gave two answers from the same observations: name them apart");
        }
        unchanged++;
        return;
      }
    }
    insert(state);
    stored++;
  }

  private List<Stored> newestFirst(StoredState state) {
    return handle
        .createQuery(
            "select id, "
                + States.COLUMNS
                + " from index_state where theatre = :theatre and model_hash = :modelHash"
                + " and programs = :programs and as_of = :asOf order by stamp desc")
        .bind("theatre", state.theatre())
        .bind("modelHash", state.modelHash())
        .bind("programs", state.programs())
        .bind("asOf", Times.atOrBefore(state.asOf()))
        .map((row, context) -> new Stored(row.getLong("id"), States.ROW.map(row, context)))
        .list();
  }

  /**
   * Without this, a checkpoint that a late observation left as it was would never be used again.
   */
  private void again(long id, long stamp) {
    handle
        .createUpdate(
            "insert into index_state_again (state, stamp) values (:id, :stamp)"
                + " on conflict do nothing")
        .bind("id", id)
        .bind("stamp", stamp)
        .execute();
  }

  private void insert(StoredState state) {
    handle
        .createUpdate(
            "insert into index_state ("
                + States.COLUMNS
                + ") values (:theatre, :model, :modelHash, :programs, :asOf, :stamp, :status,"
                + " :stability, :lower, :upper, :document, :checkpoint, :recorded)")
        .bind("theatre", state.theatre())
        .bind("model", state.model())
        .bind("modelHash", state.modelHash())
        .bind("programs", state.programs())
        .bind("asOf", Times.atOrBefore(state.asOf()))
        .bind("stamp", state.stamp())
        .bind("status", state.status())
        .bind("stability", state.stability())
        .bind("lower", state.lower())
        .bind("upper", state.upper())
        .bind("document", state.document())
        .bind("checkpoint", state.checkpoint())
        .bind("recorded", Times.atOrAfter(state.recordedAt()))
        .execute();
  }
}
