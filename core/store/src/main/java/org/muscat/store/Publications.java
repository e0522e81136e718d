package org.muscat.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * What was published, append-only; only {@link Pruning} thins it out. Safe for any thread; every
 * method blocks on the disk.
 */
public final class Publications {

  private static final PublicationRow ROW = new PublicationRow();

  /** How many rows a database that would send all at once sends at a time. */
  private static final int FETCH = 200;

  /**
   * Of one moment what comes last counts; the stamp comes first: it never falls, as a clock may.
   */
  private static final Comparator<Publication> LAST =
      Comparator.comparingLong(Publication::stamp)
          .thenComparing(Publication::recordedAt)
          .thenComparing(Publication::documentHash, Comparator.reverseOrder());

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

  /**
   * What was published of a theatre with its numbers, oldest first; of one moment what was
   * published last.
   *
   * @param from the earliest as-of
   * @param to the latest as-of
   * @param limit how many at most, at least 1
   */
  public List<Publication> between(String theatre, Instant from, Instant to, int limit) {
    return database.read(
        "cannot read publications from ", handle -> between(handle, theatre, from, to, limit));
  }

  /**
   * The same, thinned out: of each step of time the last alone. Steps are counted from 1970 on.
   *
   * @param step at least a millisecond
   */
  public List<Publication> between(
      String theatre, Instant from, Instant to, Duration step, int limit) {
    return database.read(
        "cannot read publications from ", handle -> steps(handle, theatre, from, to, step, limit));
  }

  private static List<Publication> between(
      Handle handle, String theatre, Instant from, Instant to, int limit) {
    List<Publication> last = new ArrayList<>();
    try (ResultIterator<Publication> rows =
        handle
            .createQuery(
                "select "
                    + PublicationRow.COLUMNS
                    + " from publication where theatre = :theatre and as_of >= :from"
                    + " and as_of <= :to and status is not null order by as_of, stamp")
            .setFetchSize(FETCH)
            .bind("theatre", theatre)
            .bind("from", Times.atOrAfter(from))
            .bind("to", Times.atOrBefore(to))
            .map(ROW)
            .iterator()) {
      while (rows.hasNext()) {
        Publication row = rows.next();
        int before = last.size() - 1;
        if (before < 0 || !last.get(before).asOf().equals(row.asOf())) {
          if (last.size() == limit) {
            break;
          }
          last.add(row);
        } else if (LAST.compare(row, last.get(before)) > 0) {
          last.set(before, row);
        }
      }
    }
    return last;
  }

  private static List<Publication> steps(
      Handle handle, String theatre, Instant from, Instant to, Duration step, int limit) {
    List<Publication> found = new ArrayList<>();
    Instant begin = from;
    while (found.size() < limit && !begin.isAfter(to)) {
      Optional<Long> next = first(handle, theatre, begin, to);
      if (next.isEmpty()) {
        break;
      }
      long number = Math.floorDiv(next.get(), step.toMillis());
      Instant end = Instant.ofEpochMilli((number + 1) * step.toMillis());
      Instant last = end.minusMillis(1);
      found.add(
          query(handle, "as_of <= :asOf and status is not null")
              .bind("theatre", theatre)
              .bind("asOf", Times.atOrBefore(last.isAfter(to) ? to : last))
              .map(ROW)
              .one());
      begin = end;
    }
    return found;
  }

  private static Optional<Long> first(Handle handle, String theatre, Instant from, Instant to) {
    return handle
        .createQuery(
            "select as_of from publication where theatre = :theatre and as_of >= :from"
                + " and as_of <= :to and status is not null order by as_of limit 1")
        .bind("theatre", theatre)
        .bind("from", Times.atOrAfter(from))
        .bind("to", Times.atOrBefore(to))
        .mapTo(Long.class)
        .findOne();
  }

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
            + PublicationRow.COLUMNS
            + " from publication where theatre = :theatre and "
            + condition
            + " order by as_of desc, stamp desc, recorded desc, document_hash limit 1");
  }

  static int[] insert(Handle handle, List<Publication> publications) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into publication ("
                + PublicationRow.COLUMNS
                + ") values ("
                + PublicationRow.PLACES
                + ") on conflict do nothing");
    publications.forEach(publication -> PublicationRow.bind(batch, publication));
    return batch.execute();
  }
}
