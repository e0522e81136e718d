package org.muscat.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.muscat.spi.Observation;

/** Stores one delivery, inside one write transaction. */
final class Appending {

  /** How many facts are compared with the stored versions at a time. */
  private static final int PART = 10_000;

  /** Facts further apart are compared apart, so that what lies between is not read. */
  private static final long GAP_MILLIS = 100L * 86_400_000;

  private final Handle handle;
  private final Dialect dialect;
  private final Delivery delivery;
  private final Function<Observation, Fact> facts;
  private final Set<String> changed = new HashSet<>();
  private int stored;
  private int unchanged;

  Appending(Handle handle, Dialect dialect, Delivery delivery) {
    this(handle, dialect, delivery, one -> Fact.of(one, delivery.recordedAt()));
  }

  /**
   * @param facts what each observation says; of what was recorded elsewhere, more than it can say
   */
  Appending(Handle handle, Dialect dialect, Delivery delivery, Function<Observation, Fact> facts) {
    this.facts = facts;
    this.handle = handle;
    this.dialect = dialect;
    this.delivery = delivery;
  }

  /**
   * Stores what says something new, and the cursor.
   *
   * @throws StoreException if it contradicts what is stored; the transaction is to be rolled back
   */
  Appended run() throws SQLException {
    if (!delivery.observations().isEmpty()) {
      long id = recordDelivery();
      for (Map.Entry<Origin, List<Fact>> told : factsByOrigin().entrySet()) {
        try {
          append(id, told.getKey(), told.getValue());
        } catch (StoreException e) {
          throw e.isContradiction() ? e.of(told.getKey().series()) : e;
        }
      }
    }
    if (delivery.cursor() != null) {
      keep(delivery.cursor());
    }
    return new Appended(stored, unchanged, changed);
  }

  private Map<Origin, List<Fact>> factsByOrigin() {
    return delivery.observations().stream()
        .collect(
            Collectors.groupingBy(
                observation ->
                    new Origin(
                        observation.series(), observation.source().orElse(delivery.source())),
                TreeMap::new,
                Collectors.mapping(facts, Collectors.toCollection(ArrayList::new))));
  }

  private void append(long id, Origin origin, List<Fact> facts) throws SQLException {
    facts.sort(Fact.ORDER);
    long firstKnown = facts.stream().mapToLong(Fact::known).min().orElseThrow();
    Vintages vintages = new Vintages(handle);
    Optional<Vintage> old = vintages.find(origin.series(), origin.source(), delivery.vintage());
    Vintage vintage =
        old.orElseGet(
            () ->
                vintages.create(origin.series(), origin.source(), delivery.vintage(), firstKnown));
    vintages.knownFrom(vintage, firstKnown);

    Observations observations = new Observations(handle.getConnection(), vintage);
    Merge merge = new Merge(vintage.label(), id, observations);
    for (List<Fact> part : parts(withoutRepetitions(vintage.label(), facts))) {
      long from = part.get(0).identity().observed();
      long to = part.get(part.size() - 1).identity().observed();
      Map<Identity, NavigableMap<Long, Version>> versions =
          old.isPresent() ? observations.versions(from, to) : new TreeMap<>();
      merge.add(part, versions);
    }
    dialect.insert(handle.getConnection(), vintage.id(), merge.rows());
    observations.confirm(merge.confirmed());
    merge.firstKnown().ifPresent(known -> new Arrivals(handle).add(vintage, id, known));
    count(origin.series(), merge);
  }

  private void count(String series, Merge merge) {
    stored += merge.stored();
    unchanged += merge.unchanged();
    if (merge.stored() > 0) {
      changed.add(series);
    }
  }

  /** Facts that a delivery tells twice are one. */
  private static List<Fact> withoutRepetitions(String label, List<Fact> sorted) {
    List<Fact> once = new ArrayList<>(sorted.size());
    for (Fact fact : sorted) {
      Fact before = once.isEmpty() ? null : once.get(once.size() - 1);
      if (before == null
          || before.known() != fact.known()
          || !before.identity().equals(fact.identity())) {
        once.add(fact);
      } else if (!before.content().equals(fact.content())) {
        throw StoreException.conflict(label, fact, before.content());
      }
    }
    return once;
  }

  /** Cuts facts in their order into parts; the facts of one observed-at stay together. */
  private static List<List<Fact>> parts(List<Fact> facts) {
    List<List<Fact>> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < facts.size(); i++) {
      long gap = facts.get(i).identity().observed() - facts.get(i - 1).identity().observed();
      if (gap > GAP_MILLIS || (gap > 0 && i - from >= PART)) {
        parts.add(facts.subList(from, i));
        from = i;
      }
    }
    parts.add(facts.subList(from, facts.size()));
    return parts;
  }

  private long recordDelivery() {
    return Deliveries.record(handle, Times.atOrAfter(delivery.recordedAt()), delivery.fetch());
  }

  private void keep(FeedCursor cursor) {
    handle
        .createUpdate(
            "insert into feed_cursor (instance, position, recorded)"
                + " values (:instance, :position, :recorded)"
                + " on conflict (instance) do update"
                + " set position = excluded.position, recorded = excluded.recorded")
        .bind("instance", cursor.instance())
        .bind("position", cursor.position())
        .bind("recorded", Times.atOrAfter(delivery.recordedAt()))
        .execute();
  }
}
