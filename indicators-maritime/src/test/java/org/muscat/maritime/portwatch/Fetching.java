package org.muscat.maritime.portwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.muscat.host.http.HttpAccess;
import org.muscat.host.http.HttpSettings;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.meter.Meters;
import org.muscat.testkit.StubServer;

/** The feed over the real network of the host, against a server that plays PortWatch. */
final class Fetching implements AutoCloseable {

  static final Instant NOW = Instant.parse("2025-07-01T12:00:00Z");

  final StubServer server = StubServer.http();
  private final HttpAccess network =
      new HttpAccess(
          HttpSettings.defaults("test").withPace(10_000, 1_000).withTries(2, Duration.ofMillis(1)),
          Clock.systemUTC(),
          new Random(1));
  private final Feed feed;

  /** What the feed told last of each gauge with its labels. */
  final Map<String, Double> gauges = new HashMap<>();

  private record Gauges(Map<String, Double> told) implements Meters {

    @Override
    public void count(String name, double amount, String... labels) {}

    @Override
    public void gauge(String name, double value, String... labels) {
      told.put(name + List.of(labels), value);
    }
  }

  private record Context(HttpFetcher http, Meters meters) implements FeedContext {

    @Override
    public String instance() {
      return "portwatch";
    }

    @Override
    public Path baseFolder() {
      return Path.of(".");
    }

    @Override
    public Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public System.Logger logger() {
      return System.getLogger("portwatch");
    }
  }

  /** Over a layer of which only the rows can be asked for. */
  Fetching(Strait... straits) {
    this("/rows/query", straits);
  }

  private Fetching(String path, Strait... straits) {
    PortWatchConfig config =
        new PortWatchConfig(
            server.uri(path), List.of(straits), Duration.ofDays(90), Duration.ofDays(9));
    this.feed =
        new PortWatchProvider()
            .create(config, new Context(network.forFeed(Clock.systemUTC()), new Gauges(gauges)));
  }

  /** Over a layer that also tells of itself. */
  static Fetching layer(Strait... straits) {
    return new Fetching("/FeatureServer/0/query", straits);
  }

  Batch first() throws FeedException, InterruptedException {
    return feed.fetch(FetchRequest.first(NOW.plusSeconds(60)));
  }

  Batch after(String cursor) throws FeedException, InterruptedException {
    return feed.fetch(FetchRequest.after(cursor, NOW.plusSeconds(60)));
  }

  /** Fetches for the first time, and expects a failure for this reason. */
  FeedException fails(Reason reason) {
    return failure(() -> first(), reason);
  }

  FeedException failsAfter(String cursor, Reason reason) {
    return failure(() -> after(cursor), reason);
  }

  private static FeedException failure(ThrowingCallable fetch, Reason reason) {
    FeedException failure = catchThrowableOfType(FeedException.class, fetch);
    assertThat(failure).isNotNull();
    assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
    return failure;
  }

  @Override
  public void close() {
    network.close();
    server.close();
  }
}
