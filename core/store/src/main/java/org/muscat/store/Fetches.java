package org.muscat.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The log of fetches. Safe for any thread; every method blocks on the disk. */
public final class Fetches {

  private static final String COLUMNS =
      "id, instance, feed, started, ended, reason, detail, stored, unchanged, rejected, requests,"
          + " bytes, not_before";

  private static final RowMapper<FetchRecord> ROW =
      (row, context) -> {
        Instant ended = moment((Number) row.getObject("ended"));
        return new FetchRecord(
            row.getLong("id"),
            row.getString("instance"),
            row.getString("feed"),
            Instant.ofEpochMilli(row.getLong("started")),
            ended == null
                ? null
                : new FetchRecord.End(
                    ended,
                    row.getString("reason"),
                    Text.decode(row.getString("detail")),
                    row.getLong("stored"),
                    row.getLong("unchanged"),
                    row.getLong("rejected"),
                    row.getLong("requests"),
                    row.getLong("bytes"),
                    moment((Number) row.getObject("not_before"))));
      };

  private final Database database;

  Fetches(Database database) {
    this.database = database;
  }

  /**
   * Writes down that a fetch begins.
   *
   * @param instance of the feed, in the configuration
   * @param feed the kind of feed
   * @return the id of the fetch, for {@link #end} and {@link Delivery#fetch}
   */
  public long begin(String instance, String feed, Instant startedAt) {
    return database.write(
        "cannot write down a fetch of '" + instance + "' in ",
        handle ->
            handle
                .createUpdate(
                    "insert into \"fetch\" (instance, feed, started, outcome, reason, detail, stored,"
                        + " unchanged, rejected, requests, bytes)"
                        + " values (:instance, :feed, :started, '', '', '', 0, 0, 0, 0, 0)")
                .bind("instance", instance)
                .bind("feed", feed)
                .bind("started", startedAt.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
  }

  /** Writes down how a fetch ended, once. */
  public void end(long fetch, FetchRecord.End end) {
    database.write(
        "cannot write down how a fetch ended in ",
        handle ->
            handle
                .createUpdate(
                    "update \"fetch\" set ended = :ended, outcome = :outcome, reason = :reason,"
                        + " detail = :detail, stored = :stored, unchanged = :unchanged,"
                        + " rejected = :rejected, requests = :requests, bytes = :bytes,"
                        + " not_before = :notBefore where id = :id")
                .bind("id", fetch)
                .bind("ended", end.at().toEpochMilli())
                .bind("outcome", end.succeeded() ? "OK" : "FAILED")
                .bind("reason", end.reason())
                .bind("detail", Text.encode(end.detail()))
                .bind("stored", end.stored())
                .bind("unchanged", end.unchanged())
                .bind("rejected", end.rejected())
                .bind("requests", end.requests())
                .bind("bytes", end.bytes())
                .bind("notBefore", millis(end.notBefore()))
                .execute());
  }

  /** How a feed fares. */
  public FetchHealth health(String instance) {
    return database.read("cannot read fetches from ", handle -> health(handle, instance));
  }

  /**
   * The newest fetches of a feed, the newest first.
   *
   * @param most how many at most
   */
  public List<FetchRecord> newest(String instance, int most) {
    return database.read(
        "cannot read fetches from ",
        handle ->
            handle
                .createQuery(
                    "select "
                        + COLUMNS
                        + " from \"fetch\" where instance = :instance order by id desc limit :most")
                .bind("instance", instance)
                .bind("most", most)
                .map(ROW)
                .list());
  }

  /**
   * What came of all fetches that ended after a moment and at or before another, by feed, in the
   * order of their instances. Fetches that were pruned are not among them.
   */
  public List<FetchSummary> summary(Instant after, Instant until) {
    return database.read(
        "cannot read fetches from ",
        handle -> FetchSummaries.of(handle, Times.atOrBefore(after), Times.atOrBefore(until)));
  }

  /**
   * Which kinds of feeds brought what was known at a moment of some series, by the source that they
   * named. An import is no fetch, and so is not among them.
   */
  public Map<Origin, Set<String>> kinds(Collection<String> seriesNames, Instant asOf) {
    return database.read(
        "cannot read fetches from ",
        handle -> FetchSummaries.kinds(handle, seriesNames, Times.atOrBefore(asOf)));
  }

  private static FetchHealth health(Handle handle, String instance) {
    Optional<FetchRecord> success = last(handle, instance, "outcome = 'OK'");
    Optional<FetchRecord> failure = last(handle, instance, "outcome = 'FAILED'");
    long successId = success.map(FetchRecord::id).orElse(0L);
    boolean failing = failure.isPresent() && failure.get().id() > successId;
    FetchRecord newest = failing ? failure.orElse(null) : success.orElse(null);
    FetchRecord.End end = newest == null ? null : newest.end();
    return new FetchHealth(
        success.flatMap(FetchRecord::ended).map(FetchRecord.End::at).orElse(null),
        end == null ? null : end.at(),
        failing ? failures(handle, instance, successId) : 0,
        end == null ? null : end.notBefore(),
        newest);
  }

  private static Optional<FetchRecord> last(Handle handle, String instance, String where) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from \"fetch\" where instance = :instance and "
                + where
                + " order by id desc limit 1")
        .bind("instance", instance)
        .map(ROW)
        .findOne();
  }

  private static int failures(Handle handle, String instance, long since) {
    return handle
        .createQuery(
            "select count(*) from \"fetch\" where instance = :instance and id > :since"
                + " and outcome = 'FAILED'")
        .bind("instance", instance)
        .bind("since", since)
        .mapTo(Integer.class)
        .one();
  }

  private static @Nullable Long millis(@Nullable Instant moment) {
    return moment == null ? null : (Long) moment.toEpochMilli();
  }

  private static @Nullable Instant moment(@Nullable Number millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis.longValue());
  }
}
