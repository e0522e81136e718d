package org.muscat.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Thins out what may be thinned out (decision 16): nothing that was observed and nothing that the
 * index said. Safe for any thread; every method blocks on the disk.
 */
public final class Pruning {

  /** What may be pruned, each by the moment that its rows speak of. */
  public enum Subject {
    /** What was published; the same bytes cannot be told from others without it. */
    PUBLICATIONS("publication", "as_of", ""),

    /**
     * Fetches that brought nothing new, once their feed has succeeded later: how a feed fares, and
     * where observations come from, stays.
     */
    FETCHES(
        "fetch",
        "started",
        " and exists (select 1 from \"fetch\" later where later.instance = \"fetch\".instance"
            + " and later.outcome = 'OK' and later.id > \"fetch\".id)"
            + " and id not in (select d.\"fetch\" from delivery d join arrival a"
            + " on a.delivery = d.id where d.\"fetch\" is not null)"),

    /**
     * Runs of jobs that ended; the newest that was due of each job says which are done, and stays.
     */
    JOB_RUNS(
        "job_run",
        "slot",
        " and ended is not null and exists (select 1 from job_run later where later.job = job_run.job"
            + " and later.asked = 'SCHEDULE' and later.slot > job_run.slot)");

    private final String table;
    private final String rows;

    /**
     * A subject.
     *
     * @param moment the column that says what a row speaks of
     * @param but further conditions, in SQL
     */
    Subject(String table, String moment, String but) {
      this.table = table;
      this.rows = " from \"" + table + "\" where " + moment + " < :t" + but;
    }
  }

  private final Database database;

  Pruning(Database database) {
    this.database = database;
  }

  /** How many rows {@link #prune} would remove now. */
  public long count(Subject subject, Instant before) {
    return database.read(
        "cannot count what may be pruned from ",
        handle ->
            handle
                .createQuery("select count(*)" + subject.rows)
                .bind("t", Times.atOrBefore(before))
                .mapTo(Long.class)
                .one());
  }

  /**
   * Removes, in one transaction, the rows from before a moment, and remembers that they may be
   * gone.
   *
   * @return how many rows it removed
   */
  public long prune(Subject subject, Instant before, Instant now) {
    return database.write(
        "cannot prune " + subject.table + " in ", handle -> prune(handle, subject, before, now));
  }

  static long prune(Handle handle, Subject subject, Instant before, Instant now) {
    raiseFloor(handle, subject, Times.atOrBefore(before), Times.atOrAfter(now));
    return handle
        .createUpdate("delete" + subject.rows)
        .bind("t", Times.atOrBefore(before))
        .execute();
  }

  /** The moment before which rows may have been pruned; empty if none were. */
  public Optional<Instant> floor(Subject subject) {
    return database.read(
        "cannot read the prune floor from ",
        handle ->
            handle
                .createQuery("select before from prune_floor where subject = :subject")
                .bind("subject", subject.table)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }

  private static void raiseFloor(Handle handle, Subject subject, long before, long now) {
    handle
        .createUpdate(
            "insert into prune_floor (subject, before, recorded)"
                + " values (:subject, :before, :recorded) on conflict (subject) do update"
                + " set before = excluded.before, recorded = excluded.recorded"
                + " where prune_floor.before < excluded.before")
        .bind("subject", subject.table)
        .bind("before", before)
        .bind("recorded", now)
        .execute();
  }
}
