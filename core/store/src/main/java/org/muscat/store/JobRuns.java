package org.muscat.store;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The jobs and their runs, whichever of the processes that share the store runs them. Safe for any
 * thread; every method blocks on the disk.
 */
public final class JobRuns {

  private static final JobRow ROW = new JobRow();

  private final Database database;

  JobRuns(Database database) {
    this.database = database;
  }

  /**
   * Remembers jobs from now on; those that are known stay as they are.
   *
   * @param now what was missed before is not made up for
   */
  public void register(Collection<String> jobs, Instant now) {
    int unused =
        database.schedule(
            "cannot write down the jobs in ",
            handle -> {
              for (String job : jobs) {
                handle
                    .createUpdate(
                        "insert into job (id, since) values (:id, :since) on conflict do nothing")
                    .bind("id", job)
                    .bind("since", Times.atOrAfter(now))
                    .execute();
              }
              return 0;
            });
  }

  /** Which jobs are paused, and since when. */
  public Map<String, Instant> paused() {
    return database.read(
        "cannot read the jobs from ",
        handle -> {
          Map<String, Instant> paused = new HashMap<>();
          handle
              .createQuery("select id, paused from job where paused is not null")
              .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
              .forEach(one -> paused.put(one.getKey(), Instant.ofEpochMilli(one.getValue())));
          return paused;
        });
  }

  /** Lets nothing of a job begin; what runs goes on. */
  public void pause(String job, Instant now) {
    setPaused(job, "coalesce(paused, :now)", now);
  }

  /** Lets a job run again. */
  public void resume(String job) {
    setPaused(job, "null", Instant.EPOCH);
  }

  private void setPaused(String job, String value, Instant now) {
    int unused =
        database.schedule(
            "cannot pause or resume '" + job + "' in ",
            handle -> {
              Update update =
                  handle.createUpdate("update job set paused = " + value + " where id = :id");
              if (value.contains(":now")) {
                update.bind("now", Times.atOrAfter(now));
              }
              return update.bind("id", job).execute();
            });
  }

  /**
   * The last slot of a job that was claimed and is not later than a moment; before there was one,
   * the moment at which the job was seen first.
   */
  public Instant last(String job, Instant now) {
    return database.read(
        "cannot read the runs of '" + job + "' from ",
        handle ->
            Instant.ofEpochMilli(
                handle
                    .createQuery(
                        "select coalesce((select max(slot) from job_run where job = :job"
                            + " and asked = 'SCHEDULE' and slot <= :now),"
                            + " (select since from job where id = :job), :now)")
                    .bind("job", job)
                    .bind("now", Times.atOrBefore(now))
                    .mapTo(Long.class)
                    .one()));
  }

  /** The runs of a job that have not ended, oldest slot first. */
  public List<JobRun> open(String job) {
    return database.read(
        "cannot read the runs of '" + job + "' from ",
        handle ->
            handle
                .createQuery(
                    "select "
                        + JobRow.COLUMNS
                        + " from job_run where job = :job and ended is null order by slot")
                .bind("job", job)
                .map(ROW)
                .list());
  }

  /** How far the parts of a run have come. */
  public Map<String, Instant> parts(JobRun run) {
    return database.read(
        "cannot read how far " + label(run) + " is from ",
        handle -> {
          Map<String, Instant> parts = new HashMap<>();
          handle
              .createQuery("select part, reached from job_part where job = :job and slot = :slot")
              .bind("job", run.job())
              .bind("slot", run.slot().toEpochMilli())
              .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
              .forEach(one -> parts.put(one.getKey(), Instant.ofEpochMilli(one.getValue())));
          return parts;
        });
  }

  /**
   * The runs of a job, newest slot first.
   *
   * @param before slots before this moment alone
   * @param limit how many at most, at least 1
   */
  public List<JobRun> before(String job, Instant before, int limit) {
    return database.read(
        "cannot read the runs of '" + job + "' from ",
        handle ->
            handle
                .createQuery(
                    "select "
                        + JobRow.COLUMNS
                        + " from job_run where job = :job and slot < :before"
                        + " order by slot desc limit :limit")
                .bind("job", job)
                .bind("before", Times.atOrAfter(before))
                .bind("limit", limit)
                .map(ROW)
                .list());
  }

  /** The newest run of a job that ended; with a state, of those that ended in it. */
  public Optional<JobRun> newest(String job, JobRun.State... states) {
    String wanted = Stream.of(states).map(state -> "'" + state + "'").collect(joining(","));
    return database.read(
        "cannot read the runs of '" + job + "' from ",
        handle ->
            handle
                .createQuery(
                    "select "
                        + JobRow.COLUMNS
                        + " from job_run where job = :job and ended is not null"
                        + (states.length == 0 ? "" : " and state in (" + wanted + ")")
                        + " order by slot desc limit 1")
                .bind("job", job)
                .map(ROW)
                .findOne());
  }

  /** The run of a slot. */
  public Optional<JobRun> find(String job, Instant slot) {
    return database.read(
        "cannot read the runs of '" + job + "' from ", handle -> find(handle, job, slot));
  }

  static Optional<JobRun> find(Handle handle, String job, Instant slot) {
    return handle
        .createQuery("select " + JobRow.COLUMNS + " from job_run where job = :job and slot = :slot")
        .bind("job", job)
        .bind("slot", slot.toEpochMilli())
        .map(ROW)
        .findOne();
  }

  static String label(JobRun run) {
    return "the run of '" + run.job() + "' at " + run.slot();
  }
}
