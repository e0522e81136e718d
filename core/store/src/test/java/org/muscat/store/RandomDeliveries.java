package org.muscat.store;

import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.day;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * Fetches and imports of two sources with two vintages each, in any order of arrival: points and
 * events, told again, revised, revised back, late, and of days that are still to come. Nothing
 * contradicts: fetches are known at whole days, each at another, and imports at quarters.
 */
final class RandomDeliveries {

  static final List<String> SOURCES = List.of("eia", "fred");
  static final int DAYS = 12;
  static final int LAST = 2 * DAYS;

  private final Random random;
  private final Set<String> told = new HashSet<>();

  private RandomDeliveries(Random random) {
    this.random = random;
  }

  static List<Delivery> of(Random random) {
    return new RandomDeliveries(random).deliveries();
  }

  private List<Delivery> deliveries() {
    List<Delivery> all = new ArrayList<>();
    for (int recorded = 0; recorded < LAST; recorded++) {
      all.add(delivery(recorded, fetched(recorded)));
    }
    for (int i = 0; i < 6; i++) {
      String source = SOURCES.get(random.nextInt(2));
      int vintage = 1 + random.nextInt(2);
      all.add(new Delivery(source, vintage, day(99), imported(source + vintage), null));
    }
    Collections.shuffle(all, random);
    return all;
  }

  private Delivery delivery(int recorded, List<Observation> observations) {
    // The second vintage of a source comes later, and then both are told for a while.
    int vintage = recorded > DAYS / 2 && random.nextInt(3) == 0 ? 2 : 1;
    return new Delivery(SOURCES.get(random.nextInt(2)), vintage, day(recorded), observations, null);
  }

  private List<Observation> fetched(int recorded) {
    List<Observation> observations = new ArrayList<>();
    int first = random.nextInt(DAYS);
    int last = Math.min(DAYS, Math.max(first, recorded - random.nextInt(3)) + 1);
    for (int observed = first; observed < last; observed++) {
      for (int key = 0; key < 5; key++) {
        if (random.nextInt(6) > 0) {
          observations.add(observation(observed, key));
        }
      }
    }
    return observations;
  }

  private List<Observation> imported(String to) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int observed = random.nextInt(DAYS);
      double known = observed + random.nextInt(DAYS) + 0.25 * (1 + random.nextInt(3));
      int key = random.nextInt(5);
      if (told.add(to + "/" + observed + "/" + known + "/" + key)) {
        KnownBasis basis = random.nextBoolean() ? KnownBasis.PUBLISHED : KnownBasis.ASSUMED;
        observations.add(observation(observed, key).knownAt(day(known), basis));
      }
    }
    return observations;
  }

  /** Key 0 is a point of one series, 1 a point and the others events of the other. */
  private Observation observation(int observed, int key) {
    double value = random.nextInt(3) - 1;
    if (key < 2) {
      return Observation.point(key == 0 ? BRENT : TALKS, day(observed), value);
    }
    // In UTF-8 the second of these keys comes before the third, in UTF-16 after.
    String name = List.of("a", "\uff5e", "\ud83d\ude00").get(key - 2);
    Map<String, String> attributes = random.nextInt(4) == 0 ? Map.of("actor", "OMN") : Map.of();
    return Observation.event(TALKS, name, day(observed), "contact", value, attributes);
  }
}
