package org.muscat.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpQuery;
import org.muscat.testkit.StubServer;

/** A server that plays a source, and the host's access to it as one feed has it. */
final class Network implements AutoCloseable {

  /** Quick, so that tests wait for nothing but what they are about. */
  static final HttpSettings QUICK =
      HttpSettings.defaults("test").withPace(10_000, 1_000).withTries(3, Duration.ofMillis(1));

  final StubServer server;
  private final HttpAccess access;
  final FeedHttp http;

  private Network(StubServer server, HttpSettings settings) {
    this.server = server;
    this.access = new HttpAccess(settings, Clock.systemUTC(), new Random(1));
    this.http = access.forFeed(Clock.systemUTC());
    http.until(Instant.now().plusSeconds(60));
  }

  static Network quick() {
    return new Network(StubServer.http(), QUICK);
  }

  static Network with(HttpSettings settings) {
    return new Network(StubServer.http(), settings);
  }

  static Network of(StubServer server, HttpSettings settings) {
    return new Network(server, settings);
  }

  HttpQuery query() {
    return HttpQuery.get(server.uri("/data"));
  }

  HttpAnswer fetch() throws FeedException, InterruptedException {
    return http.fetch(query());
  }

  /** Asks, and expects a failure for this reason. */
  FeedException fails(HttpQuery query, Reason reason) {
    FeedException failure = catchThrowableOfType(FeedException.class, () -> http.fetch(query));
    assertThat(failure).as("failure of %s", query).isNotNull();
    assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
    return failure;
  }

  FeedException fails(Reason reason) {
    return fails(query(), reason);
  }

  @Override
  public void close() {
    access.close();
    server.close();
  }
}
