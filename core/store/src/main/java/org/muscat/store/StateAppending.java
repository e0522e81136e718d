package org.muscat.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Stores index states, inside one write transaction. Its statements are prepared once for all of
 * them: a back-fill stores hundreds at a time.
 */
final class StateAppending implements AutoCloseable {

  private static final String VERSIONS =
      "select id, "
          + States.COLUMNS
          + " from index_state where theatre = ? and model_hash = ? and programs = ?"
          + " and as_of = ? order by stamp desc";

  private static final String INSERT =
      "insert into index_state ("
          + States.COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private record Stored(long id, StoredState state) {}

  private final Handle handle;
  private final PreparedStatement versions;
  private final PreparedStatement insert;
  private int stored;
  private int unchanged;

  private StateAppending(Handle handle) throws SQLException {
    this.handle = handle;
    Connection connection = handle.getConnection();
    this.versions = connection.prepareStatement(VERSIONS);
    this.insert = connection.prepareStatement(INSERT);
  }

  /**
   * Stores the states that say something new.
   *
   * @throws StoreException if one says something else than a stored one with the same stamp
   */
  static AppendedStates run(Handle handle, List<StoredState> states) throws SQLException {
    try (StateAppending appending = new StateAppending(handle)) {
      for (StoredState state : states) {
        appending.append(state);
      }
      return new AppendedStates(appending.stored, appending.unchanged);
    }
  }

  private void append(StoredState state) throws SQLException {
    List<Stored> versions = newestFirst(state);
    if (!versions.isEmpty() && versions.get(0).state().saysAllOf(state)) {
      unchanged++;
      if (state.checkpoint() != null && versions.get(0).state().stamp() < state.stamp()) {
        again(versions.get(0).id(), state.stamp());
      }
      return;
    }
    for (Stored version : versions) {
      if (version.state().stamp() == state.stamp()) {
        if (version.state().contradicts(state)) {
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

  private List<Stored> newestFirst(StoredState state) throws SQLException {
    versions.setString(1, state.theatre());
    versions.setString(2, state.modelHash());
    versions.setString(3, state.programs());
    versions.setLong(4, Times.atOrBefore(state.asOf()));
    List<Stored> stored = new ArrayList<>();
    try (ResultSet row = versions.executeQuery()) {
      while (row.next()) {
        stored.add(new Stored(row.getLong("id"), States.state(row)));
      }
    }
    return stored;
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

  private void insert(StoredState state) throws SQLException {
    insert.setString(1, state.theatre());
    insert.setString(2, state.model());
    insert.setString(3, state.modelHash());
    insert.setString(4, state.programs());
    insert.setLong(5, Times.atOrBefore(state.asOf()));
    insert.setLong(6, state.stamp());
    insert.setString(7, state.status());
    insert.setObject(8, state.stability(), Types.DOUBLE);
    insert.setObject(9, state.lower(), Types.DOUBLE);
    insert.setObject(10, state.upper(), Types.DOUBLE);
    insert.setString(11, state.document());
    insert.setString(12, state.checkpoint());
    insert.setLong(13, Times.atOrAfter(state.recordedAt()));
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    try (versions) {
      insert.close();
    }
  }
}
