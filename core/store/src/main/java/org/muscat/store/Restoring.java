package org.muscat.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Stores versions that were recorded elsewhere, inside one write transaction. Of an observation
 * that is not stored yet they become the very rows that they were; of one that is, they are told as
 * a feed would tell them.
 */
final class Restoring {

  private record Origin(String series, String source, int vintage) implements Comparable<Origin> {

    private static final Comparator<Origin> ORDER =
        Comparator.comparing(Origin::series)
            .thenComparing(Origin::source)
            .thenComparingInt(Origin::vintage);

    @Override
    public int compareTo(Origin other) {
      return ORDER.compare(this, other);
    }
  }

  private final Handle handle;
  private final Dialect dialect;
  private final Map<Origin, List<StoredVersion>> fresh = new TreeMap<>();
  private final List<StoredVersion> others = new ArrayList<>();
  private final Set<String> changed = new HashSet<>();
  private int stored;
  private int unchanged;

  Restoring(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /**
   * Stores what is not stored.
   *
   * @throws StoreException if a version contradicts a stored one; the transaction is to be rolled
   *     back
   */
  Appended run(List<StoredVersion> versions) throws SQLException {
    Map<Origin, List<StoredVersion>> byOrigin = new TreeMap<>();
    for (StoredVersion version : versions) {
      byOrigin
          .computeIfAbsent(
              new Origin(version.series(), version.source(), version.vintage()),
              origin -> new ArrayList<>())
          .add(version);
    }
    for (Map.Entry<Origin, List<StoredVersion>> entry : byOrigin.entrySet()) {
      sort(entry.getKey(), entry.getValue());
    }
    insertFresh();
    for (RecordedDeliveries.Recorded one : RecordedDeliveries.of(others)) {
      Appended appended = new Appending(handle, dialect, one.delivery(), one.facts()::get).run();
      stored += appended.stored();
      unchanged += appended.unchanged();
      changed.addAll(appended.changedSeries());
    }
    return new Appended(stored, unchanged, changed);
  }

  /** Tells apart what is new, what is there, and what is news of what is there. */
  private void sort(Origin origin, List<StoredVersion> versions) throws SQLException {
    Map<Identity, NavigableMap<Long, Version>> there = there(origin, versions);
    for (StoredVersion version : versions) {
      Fact fact = version.fact();
      NavigableMap<Long, Version> known = there.get(fact.identity());
      if (known == null) {
        fresh.computeIfAbsent(origin, first -> new ArrayList<>()).add(version);
        continue;
      }
      Version same = known.get(fact.known());
      if (same != null && same.content().equals(fact.content())) {
        unchanged++;
      } else {
        others.add(version);
      }
    }
  }

  private Map<Identity, NavigableMap<Long, Version>> there(
      Origin origin, List<StoredVersion> versions) throws SQLException {
    Optional<Vintage> vintage =
        new Vintages(handle).find(origin.series(), origin.source(), origin.vintage());
    if (vintage.isEmpty()) {
      return Map.of();
    }
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (StoredVersion version : versions) {
      long observed = version.fact().identity().observed();
      from = Math.min(from, observed);
      to = Math.max(to, observed);
    }
    return new Observations(handle.getConnection(), vintage.get()).versions(from, to);
  }

  private void insertFresh() throws SQLException {
    Map<Instant, Long> deliveries = new TreeMap<>();
    fresh.values().forEach(all -> all.forEach(one -> deliveries.put(one.recordedAt(), 0L)));
    // In the order in which they were recorded.
    deliveries.replaceAll(
        (recordedAt, none) -> Deliveries.record(handle, Times.atOrAfter(recordedAt), null));
    for (Map.Entry<Origin, List<StoredVersion>> entry : fresh.entrySet()) {
      insert(entry.getKey(), entry.getValue(), deliveries);
    }
  }

  private void insert(Origin origin, List<StoredVersion> versions, Map<Instant, Long> deliveries)
      throws SQLException {
    List<Merge.Row> rows = new ArrayList<>();
    NavigableMap<Long, Long> firstKnown = new TreeMap<>();
    for (StoredVersion version : versions) {
      Fact fact = version.fact();
      long delivery = Objects.requireNonNull(deliveries.get(version.recordedAt()));
      firstKnown.merge(delivery, fact.known(), Math::min);
      rows.add(
          new Merge.Row(
              fact.identity(), new Version(fact.known(), fact.basis(), fact.content(), delivery)));
    }
    long earliest = firstKnown.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    Vintages vintages = new Vintages(handle);
    Vintage vintage =
        vintages
            .find(origin.series(), origin.source(), origin.vintage())
            .orElseGet(
                () ->
                    vintages.create(origin.series(), origin.source(), origin.vintage(), earliest));
    vintages.knownFrom(vintage, earliest);
    dialect.insert(handle.getConnection(), vintage.id(), rows);
    Arrivals arrivals = new Arrivals(handle);
    firstKnown.forEach((delivery, known) -> arrivals.add(vintage, delivery, known));
    stored += rows.size();
    changed.add(origin.series());
  }
}
