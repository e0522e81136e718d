package org.muscat.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muscat.spi.Observation;

/**
 * A process that stores all fetches of one feed, as a replica does: each tells the last thirty days
 * again, and its newest days are revised by the next ones. Waits for a byte of input, then starts.
 */
final class FeedingProcess {

  static final int FETCHES = 60;

  private FeedingProcess() {}

  public static void main(String[] arguments) throws IOException {
    try (Store store = Store.open(StoreLocation.of(arguments[0]))) {
      System.out.println("ready");
      if (System.in.read() < 0) {
        throw new IOException("nobody says when to start");
      }
      System.out.println("stored " + feed(store));
    }
  }

  /** Stores all fetches; how many observations said something new. */
  static int feed(Store store) {
    int stored = 0;
    for (int n = 1; n <= FETCHES; n++) {
      stored += store.append(fetch(n)).stored();
    }
    return stored;
  }

  private static Delivery fetch(int n) {
    List<Observation> told = new ArrayList<>();
    for (int day = Math.max(0, n - 30); day < n; day++) {
      int revision = Math.min(n - day, 3);
      told.add(Days.point(day, 80 + day + revision * 0.25));
      for (int i = 0; i < 20; i++) {
        told.add(
            Observation.event(
                Days.TALKS, "k" + i, Days.day(day), "contact", revision, Map.of("actor", "OMN")));
      }
    }
    return new Delivery(Days.EIA, 1, Days.day(n), told, new FeedCursor("brent", "" + n));
  }
}
