package org.muscat.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.muscat.spi.Observation;

/**
 * What a delivery tells anew of the past, beside what is stored of it, inside one read transaction
 * (method, rule 5).
 */
final class Overlap {

  /** Younger observations are revised as a matter of course. */
  private static final Duration SETTLED = Duration.ofDays(30);

  private static final long FEWEST = 50;
  private static final double LARGEST_SHARE = 0.2;

  /** How many are compared at a time. */
  private static final int PART = 10_000;

  private final Handle handle;
  private final Delivery delivery;
  private final String instance;

  Overlap(Handle handle, Delivery delivery, String instance) {
    this.handle = handle;
    this.delivery = delivery;
    this.instance = instance;
  }

  /** The breaks, by series. */
  List<VintageBreak> breaks() throws SQLException {
    List<VintageBreak> breaks = new ArrayList<>();
    for (Map.Entry<Origin, List<Fact>> told : settled().entrySet()) {
      Origin origin = told.getKey();
      Optional<Vintage> vintage =
          new Vintages(handle).find(origin.series(), origin.source(), delivery.vintage());
      if (vintage.isPresent()) {
        compare(vintage.get(), told.getValue()).ifPresent(breaks::add);
      }
    }
    return breaks;
  }

  private Map<Origin, List<Fact>> settled() {
    Map<Origin, List<Fact>> settled = new TreeMap<>();
    for (Observation observation : delivery.observations()) {
      if (observation.observedAt().isBefore(delivery.recordedAt().minus(SETTLED))) {
        Origin origin =
            new Origin(observation.series(), observation.source().orElse(delivery.source()));
        settled
            .computeIfAbsent(origin, first -> new ArrayList<>())
            .add(Fact.of(observation, delivery.recordedAt()));
      }
    }
    return settled;
  }

  private Optional<VintageBreak> compare(Vintage vintage, List<Fact> facts) throws SQLException {
    facts.sort(Fact.ORDER);
    Observations stored = new Observations(handle.getConnection(), vintage);
    long overlapping = 0;
    long changed = 0;
    for (int from = 0; from < facts.size(); from += PART) {
      List<Fact> part = facts.subList(from, Math.min(facts.size(), from + PART));
      Map<Identity, NavigableMap<Long, Version>> versions =
          stored.versions(
              part.get(0).identity().observed(), part.get(part.size() - 1).identity().observed());
      for (Fact fact : part) {
        NavigableMap<Long, Version> known = versions.get(fact.identity());
        Map.Entry<Long, Version> before = known == null ? null : known.floorEntry(fact.known());
        if (before != null) {
          overlapping++;
          changed += before.getValue().content().equals(fact.content()) ? 0 : 1;
        }
      }
    }
    return overlapping >= FEWEST && (double) changed / overlapping > LARGEST_SHARE
        ? Optional.of(
            new VintageBreak(
                vintage.source(),
                vintage.number() + 1,
                instance,
                vintage.series(),
                overlapping,
                changed,
                delivery.recordedAt()))
        : Optional.empty();
  }
}
