package org.muscat.server.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.muscat.server.backfill.Backfill;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.Delivery;
import org.muscat.store.Store;

/** A server that has something to say at every operation of the API. */
final class ContractHome {

  static final Instant NOW = Instant.parse("2025-02-10T12:00:00Z");
  static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final int DAYS = 41;

  private ContractHome() {}

  /** Starts it: forty days of five series, a feed, an incident, and days that were computed. */
  static Running start(Path folder) throws IOException {
    return start(folder, "");
  }

  /** The same with more in muscat.yaml. */
  static Running start(Path folder, String options) throws IOException {
    return begin(folder, options).ready();
  }

  /** The same; it need not have published yet. */
  static Running begin(Path folder, String options) throws IOException {
    Home home = Home.in(folder).model("test", Home.MODEL + Home.REGIME);
    Path lines = home.feed("2025-01-01T00:00:00Z,test/fed,1");
    home.options(
        """
        feeds:
          - {id: drop, feed: lines, every: PT1H, source: acme, config: {path: "%s"}}
        """
                .formatted(lines)
            + "jobs: [{id: tidy, every: PT1S, prune: {keep: P9000D}}]\n"
            + options);
    Session session = home.open();
    for (String series : List.of("test/one", "test/two", "test/three", "test/north")) {
      Home.points(session.store(), series, FROM, waves(series.hashCode()));
    }
    Home.points(session.store(), "test/strait", FROM, constant(90));
    incident(session.store());
    events(session.store());
    Backfill backfill = session.injector().getInstance(Backfill.class);
    backfill.run(
        session.theatres().find("north").orElseThrow(),
        FROM,
        NOW,
        1,
        session.clock(),
        progress -> {},
        point -> {});
    return Running.start(session, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static void incident(Store store) {
    Observation report =
        Observation.event(
                "incidents/asam",
                "2025-1",
                FROM,
                "attack",
                1,
                Map.of("latitude", "26.5", "longitude", "56.5", "title", "A skiff"))
            .knownAt(FROM, KnownBasis.PUBLISHED);
    store.append(new Delivery("test", 1, FROM, List.of(report), null));
  }

  /** The indicators read the series and look at its points alone. */
  private static void events(Store store) {
    Instant day = FROM.plusSeconds(9 * 86_400);
    List<Observation> events = new ArrayList<>();
    for (String key : List.of("e1", "e2", "e3", "e4")) {
      Instant at = key.equals("e1") ? day.minusSeconds(86_400) : day;
      events.add(
          Observation.event("test/three", key, at, "talks", 1, Map.of("summary", "talks in Muscat"))
              .knownAt(at, KnownBasis.PUBLISHED));
    }
    store.append(new Delivery("test", 1, NOW, events, null));
  }

  private static double[] waves(int seed) {
    double[] values = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      values[day] = 30 + 15 * Math.sin(day + seed % 7);
    }
    return values;
  }

  private static double[] constant(double value) {
    double[] values = new double[DAYS];
    Arrays.fill(values, value);
    return values;
  }
}
