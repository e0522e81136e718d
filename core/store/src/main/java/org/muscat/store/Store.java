package org.muscat.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.muscat.spi.Inputs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What feeds observed and what the index said of it, append-only, in one SQLite file or a database
 * of PostgreSQL. Nothing is read without an as-of moment, and nothing that is known later changes
 * what was known before.
 *
 * <p>Safe for any thread; every method blocks on the disk, so none may run on an event loop.
 * Writers wait for each other; readers wait for nobody. Moments are kept to the millisecond: stored
 * ones are rounded up, as-of moments down, so that nothing is known too early.
 */
public final class Store implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final Database database;
  private final IndexStates indexStates;
  private final Fetches fetches;
  private final VintageBreaks vintageBreaks;
  private final Publications publications;
  private final Archive archive;
  private final Pruning pruning;
  private final JobRuns jobRuns;
  private final JobClaims jobClaims;

  private Store(Database database) {
    this.database = database;
    this.indexStates = new IndexStates(database);
    this.fetches = new Fetches(database);
    this.vintageBreaks = new VintageBreaks(database);
    this.publications = new Publications(database);
    this.archive = new Archive(database);
    this.pruning = new Pruning(database);
    this.jobRuns = new JobRuns(database);
    this.jobClaims = new JobClaims(database);
  }

  /**
   * Opens the store in a file; creates the file and brings its tables up to date where needed.
   *
   * @throws StoreException if the folder is missing or not writable, the file is not a database of
   *     Muscat, or it was written by a newer Muscat
   */
  public static Store open(Path databaseFile) {
    return open(StoreLocation.file(databaseFile));
  }

  /**
   * Opens the store in a file or a database of PostgreSQL; creates the file and brings the tables
   * up to date where needed.
   *
   * @throws StoreException if the place cannot be used, is not Muscat's, or was written by a newer
   *     Muscat
   */
  public static Store open(StoreLocation location) {
    Database database = location.open();
    try {
      Schema.migrate(database, location.isUpgradeAllowed());
      return new Store(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens a store that is there and needs no change: so it may be opened before it is known whether
   * it will be wanted.
   *
   * @return empty if the file or the tables would have to be made or brought up to date
   * @throws StoreException as {@link #open(StoreLocation)} says
   */
  public static Optional<Store> openUnchanged(StoreLocation location) {
    if (!location.isThere()) {
      return Optional.empty();
    }
    Database database = location.open();
    try {
      if (Migrations.areAllThere(database)) {
        return Optional.of(new Store(database));
      }
      database.close();
      return Optional.empty();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** What the index said of the observations. */
  public IndexStates indexStates() {
    return indexStates;
  }

  /** What came of asking feeds. */
  public Fetches fetches() {
    return fetches;
  }

  /** Where sources told their past anew. */
  public VintageBreaks vintageBreaks() {
    return vintageBreaks;
  }

  /**
   * Connections for db-scheduler's own tables, {@code scheduled_tasks} and {@code job_schedule};
   * nothing else may be done with them. Closed with the store.
   */
  public DataSource schedule() {
    return database.schedule();
  }

  /** What was published of it. */
  public Publications publications() {
    return publications;
  }

  /** All versions of the observations, for what goes out of the store and comes back. */
  public Archive archive() {
    return archive;
  }

  /** What of the store may be thinned out. */
  public Pruning pruning() {
    return pruning;
  }

  /** Who runs which of them. */
  public JobClaims jobClaims() {
    return jobClaims;
  }

  /** The jobs and their runs. */
  public JobRuns jobRuns() {
    return jobRuns;
  }

  /** Looks at all of the store. Takes some seconds for a million observations. */
  public StoreCheck check() {
    return Checking.of(database);
  }

  /**
   * Copies the store, as it is at one moment, to a file; who writes goes on. The copy is checked
   * before it gets its name, and is durable when this returns.
   *
   * @return what the check of the copy found
   * @throws StoreException if there is such a file already, it cannot be written, or the copy has
   *     problems
   */
  public StoreCheck backup(Path target) {
    return new Backup(database).run(target.toAbsolutePath().normalize());
  }

  /**
   * Stores, in one transaction, the observations that say something new, and the cursor. Durable
   * when it returns; a delivery that is refused leaves no trace.
   *
   * <p>An observation equal to the version last known at its own known-at is unchanged and is not
   * stored. The order in which deliveries arrive makes no difference to any view.
   *
   * @throws StoreException if an observation contradicts another with the same observed-at, key and
   *     known-at, or the database cannot be written
   */
  public Appended append(Delivery delivery) {
    return database.write(
        "cannot store a delivery of '" + delivery.source() + "' in ",
        handle -> new Appending(handle, database.dialect(), delivery).run());
  }

  /** Where a feed goes on; empty if it never delivered. */
  public Optional<String> cursor(String feedInstance) {
    return database.read(
        "cannot read the cursor of '" + feedInstance + "' from ",
        handle ->
            handle
                .createQuery("select position from feed_cursor where instance = :instance")
                .bind("instance", feedInstance)
                .mapTo(String.class)
                .findOne());
  }

  /**
   * The inputs as known at a moment, all from one snapshot of the store. Each series comes from one
   * source, the first in the ranking of those that had told anything by then, and from the latest
   * vintage of it that had.
   */
  public AsOfView view(Instant asOf, Collection<Inputs.Input> inputs, SourceRanking ranking) {
    return database.read(
        "cannot read from ", handle -> new AsOfReader(handle, asOf).view(inputs, ranking));
  }

  /**
   * All that was known of these series up to a moment, from every source and vintage, read once
   * from one snapshot of the store: for many views of the same series. Takes a few seconds and 28
   * MB for a million points.
   *
   * @param inputs the series; all of each is read, however short its look-back
   * @param until the latest moment that the history answers for
   */
  public History history(Collection<Inputs.Input> inputs, SourceRanking ranking, Instant until) {
    return historySince(Instant.MIN, inputs, ranking, until);
  }

  /**
   * The same for moments from one on, of which no more is read than the look-backs from there on
   * need: a part of the time and the memory.
   *
   * @param since the earliest moment that the history answers for
   */
  public History historySince(
      Instant since, Collection<Inputs.Input> inputs, SourceRanking ranking, Instant until) {
    return database.read(
        "cannot read from ",
        handle ->
            new HistoryReader(handle, since, until, HistoryReader.ALL_DELIVERIES)
                .read(inputs, ranking));
  }

  /**
   * The same history of the same deliveries for any moment. It stays as it is when it is {@link
   * #refreshed}.
   */
  public History whole(History history) {
    return database.read(
        "cannot read from ",
        handle ->
            new HistoryReader(handle, Instant.MIN, history.until(), history.stamp())
                .readWhole(history));
  }

  /**
   * The history that {@link #history} gave when a delivery was the newest: what came later is not
   * in it, whenever it was known.
   *
   * @param stamp the delivery, as {@link #stamp()} told it then; not negative
   */
  public History historyAt(
      long stamp, Collection<Inputs.Input> inputs, SourceRanking ranking, Instant until) {
    return database.read(
        "cannot read from ",
        handle -> new HistoryReader(handle, Instant.MIN, until, stamp).read(inputs, ranking));
  }

  /**
   * A history as {@link #history} would read it now, with more series. Only those are read, and
   * those for which something arrived since the history was read; the others are shared. The same
   * history if there is nothing to read. One of {@link #historyAt} stays as it was then.
   *
   * @param more series that the history may not have yet
   */
  public History refreshed(History history, Collection<Inputs.Input> more) {
    return database.read(
        "cannot read from ",
        handle ->
            new HistoryReader(handle, history.since(), history.until(), history.limit())
                .readAgain(history, more));
  }

  /**
   * What each source had told about each series by a moment, by series, then source. Reads the
   * whole store: one to two seconds for a million observations.
   */
  public List<SeriesSummary> summary(Instant asOf) {
    return database.read("cannot read from ", handle -> new AsOfReader(handle, asOf).summary());
  }

  /**
   * A number that grows with every delivery that brought observations, whichever process wrote it:
   * while it stays, views stay.
   */
  public long stamp() {
    return database.read("cannot read from ", Store::stamp);
  }

  static long stamp(Handle handle) {
    return handle.createQuery("select coalesce(max(id), 0) from delivery").mapTo(Long.class).one();
  }

  /**
   * The earliest known-at of any observation of these series.
   *
   * @return empty if nothing of them was known at or before the moment
   */
  public Optional<Instant> earliestKnown(Collection<String> seriesNames, Instant atOrBefore) {
    long latest = Times.atOrBefore(atOrBefore);
    return database.read(
        "cannot read from ",
        handle ->
            new Vintages(handle)
                .earliestKnown(seriesNames)
                .filter(known -> known <= latest)
                .map(Instant::ofEpochMilli));
  }

  /**
   * The earliest known-at of what was stored of these series after a delivery: what was said of
   * earlier moments still holds, what was said of this one or later may not.
   *
   * @param stamp the delivery, as {@link #stamp()} tells it
   * @return empty if nothing of them came since
   */
  public Optional<Instant> earliestKnownSince(long stamp, Collection<String> seriesNames) {
    return database.read(
        "cannot read from ",
        handle ->
            new Arrivals(handle).earliestKnownSince(stamp, seriesNames).map(Instant::ofEpochMilli));
  }

  /**
   * Whether a transaction that writes can be started just now, for readiness. Waits for an append
   * that is running.
   */
  public boolean isWritable() {
    try {
      database.dialect().checkRoom();
      return database.write(
          "cannot write to ",
          handle -> {
            // A real row: an update that touches none would succeed on a full disk.
            handle.execute(
                "insert into feed_cursor (instance, position, recorded) values ('', '', 0)"
                    + " on conflict (instance) do update set recorded = feed_cursor.recorded + 1");
            return true;
          });
    } catch (StoreException e) {
      LOG.atWarn()
          .addKeyValue("event", "store-read-only")
          .addKeyValue("store", database.place())
          .addKeyValue("reason", e.getMessage())
          .log("Store is not writable");
      return false;
    }
  }

  /**
   * Does not wait: what is running ends as it would or fails as a whole, and nothing that was
   * acknowledged is lost. Closing twice is harmless.
   */
  @Override
  public void close() {
    database.close();
  }
}
