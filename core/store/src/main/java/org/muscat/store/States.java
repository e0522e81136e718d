package org.muscat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Reads index states, inside one read transaction. */
final class States {

  static final String COLUMNS =
      "theatre, model, model_hash, programs, as_of, stamp, status, stability, lower, upper,"
          + " document, checkpoint, recorded";

  static final RowMapper<StoredState> ROW = (row, context) -> state(row);

  /** A place in the list of checkpoints, and the newest delivery known to leave it as it is. */
  private record Candidate(long id, long asOf, long stamp) {}

  private final Handle handle;
  private final String theatre;
  private final String modelHash;
  private final String programs;

  States(Handle handle, String theatre, String modelHash, String programs) {
    this.handle = handle;
    this.theatre = theatre;
    this.modelHash = modelHash;
    this.programs = programs;
  }

  /** The state in a row of {@link #COLUMNS}. */
  static StoredState state(ResultSet row) throws SQLException {
    return new StoredState(
        row.getString("theatre"),
        row.getString("model"),
        row.getString("model_hash"),
        row.getString("programs"),
        Instant.ofEpochMilli(row.getLong("as_of")),
        row.getLong("stamp"),
        row.getString("status"),
        (Double) row.getObject("stability"),
        (Double) row.getObject("lower"),
        (Double) row.getObject("upper"),
        row.getString("document"),
        row.getString("checkpoint"),
        Instant.ofEpochMilli(row.getLong("recorded")));
  }

  List<StoredState> between(Instant from, Instant to) {
    return query(
            "select "
                + COLUMNS
                + " from index_state s where theatre = :theatre and model_hash = :modelHash"
                + " and programs = :programs and as_of >= :from and as_of <= :to"
                + " and stamp = (select max(stamp) from index_state n"
                + " where n.theatre = s.theatre and n.model_hash = s.model_hash"
                + " and n.programs = s.programs and n.as_of = s.as_of) order by as_of")
        .bind("from", Times.atOrAfter(from))
        .bind("to", Times.atOrBefore(to))
        .map(ROW)
        .list();
  }

  /**
   * The newest state with a checkpoint that nothing which came later touches.
   *
   * <p>What came after a stamp has an earliest known-at, and spoils all checkpoints of that stamp
   * from there on; for an older stamp it is no later. So after each candidate that is spoiled, only
   * those with a newer stamp, or from before that moment, are looked at.
   */
  Optional<StoredState> latestCheckpoint(Instant atOrBefore, Collection<String> seriesNames) {
    Arrivals arrivals = new Arrivals(handle);
    Optional<Candidate> candidate = candidate(Times.atOrBefore(atOrBefore), -1, Long.MAX_VALUE);
    while (candidate.isPresent()) {
      Candidate at = candidate.get();
      Optional<Long> spoiled = arrivals.earliestKnownSince(at.stamp(), seriesNames);
      if (spoiled.isEmpty() || spoiled.get() > at.asOf()) {
        return Optional.of(state(at.id()));
      }
      candidate = candidate(at.asOf(), at.stamp(), spoiled.get());
    }
    return Optional.empty();
  }

  private Optional<Candidate> candidate(long atOrBefore, long newerThan, long before) {
    return query(
            "select id, as_of, read from (select id, as_of, coalesce("
                + "(select max(a.stamp) from index_state_again a where a.state = s.id), stamp)"
                + " as read"
                + " from index_state s where checkpoint is not null and theatre = :theatre"
                + " and model_hash = :modelHash and programs = :programs and as_of <= :atOrBefore)"
                + " checkpoints where read > :newerThan or as_of < :before"
                + " order by as_of desc, read desc limit 1")
        .bind("atOrBefore", atOrBefore)
        .bind("newerThan", newerThan)
        .bind("before", before)
        .map((row, context) -> new Candidate(row.getLong(1), row.getLong(2), row.getLong(3)))
        .findOne();
  }

  private StoredState state(long id) {
    return handle
        .createQuery("select " + COLUMNS + " from index_state where id = :id")
        .bind("id", id)
        .map(ROW)
        .one();
  }

  private Query query(String sql) {
    return handle
        .createQuery(sql)
        .bind("theatre", theatre)
        .bind("modelHash", modelHash)
        .bind("programs", programs);
  }
}
