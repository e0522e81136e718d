package org.muscat.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides what a delivery adds to one vintage: the facts that differ from what was last known at
 * their own known-at. The result of several deliveries does not depend on their order.
 */
final class Merge {

  /** An observation to store. */
  record Row(Identity identity, Version version) {}

  /** Looks for the confirmations that earlier deliveries left. */
  interface Confirmations {

    /** The first in [from, until) that confirms this version of an identity. */
    Optional<Confirmation> first(Identity identity, Version version, long from, long until);
  }

  private final String label;
  private final long delivery;
  private final Confirmations confirmations;
  private final ConfirmationRuns runs;
  private final List<Row> rows = new ArrayList<>();
  private int stored;
  private int unchanged;

  /**
   * @param label names series, source and vintage in an error
   * @param delivery the id of the delivery, higher than any before
   */
  Merge(String label, long delivery, Confirmations confirmations) {
    this.label = label;
    this.delivery = delivery;
    this.confirmations = confirmations;
    this.runs = new ConfirmationRuns(delivery);
  }

  /**
   * Takes a part of the delivery; parts come in order.
   *
   * @param facts in their order, each known-at of an identity once
   * @param versions all that is stored between the first and the last of them, by known-at
   * @throws StoreException if a fact contradicts a version with the same known-at
   */
  void add(List<Fact> facts, Map<Identity, NavigableMap<Long, Version>> versions) {
    if (versions.isEmpty() && tellsEachOnce(facts)) {
      // Nothing to compare with and nothing to confirm: a series that is new, or new days of it.
      facts.forEach(fact -> rows.add(new Row(fact.identity(), version(fact))));
      stored += facts.size();
      return;
    }
    NavigableMap<Identity, List<Fact>> told = new TreeMap<>();
    versions.keySet().forEach(identity -> told.put(identity, List.of()));
    for (int from = 0; from < facts.size(); ) {
      Identity identity = facts.get(from).identity();
      int to = from + 1;
      while (to < facts.size() && facts.get(to).identity().equals(identity)) {
        to++;
      }
      told.put(identity, facts.subList(from, to));
      from = to;
    }
    told.forEach(
        (identity, of) -> {
          NavigableMap<Long, Version> known = versions.get(identity);
          take(identity, of, known == null ? new TreeMap<>() : known);
        });
    runs.close();
  }

  private static boolean tellsEachOnce(List<Fact> facts) {
    for (int i = 1; i < facts.size(); i++) {
      if (facts.get(i).identity().equals(facts.get(i - 1).identity())) {
        return false;
      }
    }
    return true;
  }

  private void take(Identity identity, List<Fact> told, NavigableMap<Long, Version> versions) {
    Set<Long> repeated = new HashSet<>();
    for (Fact fact : told) {
      Map.Entry<Long, Version> before = versions.floorEntry(fact.known());
      if (before == null) {
        store(identity, version(fact), versions);
        stored++;
      } else if (before.getValue().content().equals(fact.content())) {
        unchanged++;
        if (before.getKey() < fact.known()) {
          repeated.add(fact.known());
        }
      } else {
        revise(before.getValue(), fact, versions);
        stored++;
      }
    }
    runs.next(identity, told, repeated);
  }

  private void revise(Version before, Fact fact, NavigableMap<Long, Version> versions) {
    if (before.known() == fact.known()) {
      throw StoreException.conflict(label, fact, before.content());
    }
    Long next = versions.higherKey(fact.known());
    Optional<Confirmation> later =
        confirmations.first(
            fact.identity(), before, fact.known(), next == null ? Long.MAX_VALUE : next);
    if (later.isPresent() && later.get().known() == fact.known()) {
      throw StoreException.conflict(label, fact, before.content());
    }
    store(fact.identity(), version(fact), versions);
    later.ifPresent(
        c ->
            store(
                fact.identity(),
                new Version(c.known(), c.basis(), before.content(), before.delivery()),
                versions));
  }

  private Version version(Fact fact) {
    return new Version(fact.known(), fact.basis(), fact.content(), delivery);
  }

  private void store(Identity identity, Version version, NavigableMap<Long, Version> versions) {
    versions.put(version.known(), version);
    rows.add(new Row(identity, version));
  }

  /** What to store. */
  List<Row> rows() {
    return rows;
  }

  /** The earliest known-at of what is to be stored; empty if nothing is. */
  OptionalLong firstKnown() {
    return rows.stream().mapToLong(row -> row.version().known()).min();
  }

  /** What to remember of the facts that are not stored. */
  List<Confirmation> confirmed() {
    return runs.all();
  }

  /** How many facts said something new. */
  int stored() {
    return stored;
  }

  /** How many facts repeated what was known. */
  int unchanged() {
    return unchanged;
  }
}
