package org.muscat.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All that was observed, version by version: for what goes out of the store and comes back. Safe
 * for any thread; every method blocks on the disk. What is read is handed over row by row, from one
 * snapshot of the store, so that memory does not grow with it.
 */
public final class Archive {

  private final Database database;

  Archive(Database database) {
    this.database = database;
  }

  /** The names of all series, in order. */
  public List<String> series() {
    return database.read(
        "cannot read series from ",
        handle ->
            handle.createQuery("select distinct series from vintage").mapTo(String.class).stream()
                .sorted()
                .toList());
  }

  /**
   * Every version of a series that says something new, of all sources and vintages, by source,
   * vintage, observed-at, key and known-at.
   *
   * @param from the earliest observed-at
   * @param to the latest observed-at
   * @param asOf the latest known-at
   * @param sink on the calling thread; it must not write to the store
   */
  public void versions(
      String series, Instant from, Instant to, Instant asOf, Consumer<StoredVersion> sink) {
    read(series, from, to, asOf, true, sink);
  }

  /**
   * Of each source the version that was last known of each observation, in the latest vintage of
   * which anything was known, in the order of {@link #versions}.
   *
   * @param from the earliest observed-at
   * @param to the latest observed-at
   * @param asOf the latest known-at and observed-at
   * @param sink on the calling thread; it must not write to the store
   */
  public void latest(
      String series, Instant from, Instant to, Instant asOf, Consumer<StoredVersion> sink) {
    LastVersions last = new LastVersions(sink);
    read(series, from, to.isBefore(asOf) ? to : asOf, asOf, false, last);
    last.finish();
  }

  private void read(
      String series,
      Instant from,
      Instant to,
      Instant asOf,
      boolean allVintages,
      Consumer<StoredVersion> sink) {
    int read =
        database.read(
            "cannot read '" + series + "' from ",
            handle -> {
              VersionStream stream = new VersionStream(handle.getConnection(), from, to, asOf);
              List<Vintage> vintages =
                  new ArrayList<>(
                      new Vintages(handle)
                          .known(series, Times.atOrBefore(asOf), SourceRanking.byName()));
              if (!allVintages) {
                vintages = firstOfEachSource(vintages);
              }
              vintages.sort(
                  Comparator.comparing(Vintage::source).thenComparingInt(Vintage::number));
              for (Vintage vintage : vintages) {
                stream.read(vintage, sink);
              }
              return vintages.size();
            });
    if (read == 0 && !series().contains(series)) {
      throw new IllegalArgumentException(
          "there is no series '" + series + "' in " + database.place());
    }
  }

  /** The vintages of a source come latest first. */
  private static List<Vintage> firstOfEachSource(List<Vintage> vintages) {
    Map<String, Vintage> first = new LinkedHashMap<>();
    vintages.forEach(vintage -> first.putIfAbsent(vintage.source(), vintage));
    return new ArrayList<>(first.values());
  }

  /**
   * Stores, in one transaction, versions as they were recorded elsewhere; those that are stored
   * already are left as they are.
   *
   * @param versions all of one observation, if all are to be recorded as they were
   * @throws StoreException as {@link Store#append} says
   * @throws IllegalArgumentException if a version cannot have been observed
   */
  public Appended append(List<StoredVersion> versions) {
    return database.write(
        "cannot store versions in ",
        handle -> new Restoring(handle, database.dialect()).run(versions));
  }
}
