package org.muscat.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * What was published, append-only; only {@link Pruning} thins it out. Safe for any thread; every
 * method blocks on the disk.
 */
public final class Publications {

  private static final String COLUMNS =
      "theatre, model, model_hash, programs, as_of, stamp, document_hash, obstacle, recorded";

  private static final RowMapper<Publication> ROW =
      (row, context) ->
          new Publication(
              row.getString("theatre"),
              row.getString("model"),
              row.getString("model_hash"),
              row.getString("programs"),
              Instant.ofEpochMilli(row.getLong("as_of")),
              row.getLong("stamp"),
              row.getString("document_hash"),
              row.getString("obstacle"),
              Instant.ofEpochMilli(row.getLong("recorded")));

  private final Database database;

  Publications(Database database) {
    this.database = database;
  }

  /**
   * Records, in one transaction, what is about to be published. Durable when it returns. What is
   * recorded already, with the same theatre, as-of, stamp and document, is left as it is.
   *
   * @throws StoreException if the database cannot be written; nothing is recorded then
   */
  public void append(List<Publication> publications) {
    if (publications.isEmpty()) {
      return;
    }
    int[] unused =
        database.write(
            "cannot record what is published in ", handle -> insert(handle, publications));
  }

  /** What was published last of a theatre as of exactly this millisecond. */
  public Optional<Publication> at(String theatre, Instant asOf) {
    return newest("as_of = :asOf", theatre, asOf);
  }

  /** What was published last of a theatre as of the latest moment at or before one. */
  public Optional<Publication> atOrBefore(String theatre, Instant moment) {
    return newest("as_of <= :asOf", theatre, moment);
  }

  /** The stamp comes first: it never falls, as a clock may. */
  private Optional<Publication> newest(String condition, String theatre, Instant moment) {
    return database.read(
        "cannot read publications from ",
        handle ->
            query(handle, condition)
                .bind("theatre", theatre)
                .bind("asOf", Times.atOrBefore(moment))
                .map(ROW)
                .findOne());
  }

  private static Query query(Handle handle, String condition) {
    return handle.createQuery(
        "select "
            + COLUMNS
            + " from publication where theatre = :theatre and "
            + condition
            + " order by as_of desc, stamp desc, recorded desc, document_hash limit 1");
  }

  static int[] insert(Handle handle, List<Publication> publications) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into publication ("
                + COLUMNS
                + ") values (:theatre, :model, :modelHash, :programs, :asOf, :stamp,"
                + " :documentHash, :obstacle, :recorded) on conflict do nothing");
    for (Publication publication : publications) {
      batch
          .bind("theatre", publication.theatre())
          .bind("model", publication.model())
          .bind("modelHash", publication.modelHash())
          .bind("programs", publication.programs())
          .bind("asOf", Times.atOrBefore(publication.asOf()))
          .bind("stamp", publication.stamp())
          .bind("documentHash", publication.documentHash())
          .bind("obstacle", publication.obstacle())
          .bind("recorded", Times.atOrAfter(publication.recordedAt()))
          .add();
    }
    return batch.execute();
  }
}
