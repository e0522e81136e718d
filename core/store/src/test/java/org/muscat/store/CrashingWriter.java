package org.muscat.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muscat.spi.Observation;

/**
 * A process that stores one delivery after the other until it is killed, and says on its output
 * which were acknowledged. What delivery n holds follows from n, and so does where to go on.
 */
final class CrashingWriter {

  static final String POINTS = "crash/points";
  static final String EVENTS = "crash/events";
  static final String FEED = "crash";

  private CrashingWriter() {}

  public static void main(String[] arguments) {
    StoreLocation location = StoreLocation.of(arguments[0]);
    try (Store store = Store.open(location)) {
      while (true) {
        int next = last(store) + 1;
        try {
          store.append(delivery(next));
          say("acknowledged " + next);
        } catch (StoreException e) {
          // In doubt: what is stored says where to go on.
          say("failed " + next + " " + e.getMessage());
        }
      }
    }
  }

  private static int last(Store store) {
    while (true) {
      try {
        return lastStored(store);
      } catch (StoreException e) {
        say("cannot read " + e.getMessage());
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** The number of the last delivery that is stored; 0 if none is. */
  static int lastStored(Store store) {
    return store.cursor(FEED).map(Integer::parseInt).orElse(0);
  }

  /** How many points and how many events delivery n holds: some are small, some are large. */
  static int rows(int n) {
    return n % 7 == 0 ? 4_000 : 1 + n * 37 % 300;
  }

  static Delivery delivery(int n) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < rows(n); i++) {
      Instant at = at(n).plusMillis(i);
      observations.add(Observation.point(POINTS, at, n));
      observations.add(Observation.event(EVENTS, "e" + i, at, "kind", n, Map.of("n", "" + n)));
    }
    return new Delivery(FEED, 1, at(n).plusSeconds(60), observations, new FeedCursor(FEED, "" + n));
  }

  static Instant at(int n) {
    return Instant.EPOCH.plusSeconds(n * 100L);
  }
}
