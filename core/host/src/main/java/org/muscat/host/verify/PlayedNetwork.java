package org.muscat.host.verify;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.muscat.host.http.FeedHttp;
import org.muscat.host.http.HttpAccess;
import org.muscat.host.http.HttpSettings;
import org.muscat.spi.FeedException;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.config.Secret;

/**
 * The network of the host in which every address leads to one server, or to a recording. What a
 * server answers is treated as in the real network, but nothing is tried twice and no pace is kept.
 * Safe for any thread.
 */
public final class PlayedNetwork implements AutoCloseable {

  private static final HttpSettings IMPATIENT =
      HttpSettings.defaults("test").withPace(10_000, 1_000).withTries(1, Duration.ofMillis(1));

  private final HttpAccess access;
  private final Optional<URI> server;

  private PlayedNetwork(HttpSettings settings, Optional<URI> server) {
    this.access = new HttpAccess(settings, Clock.systemUTC(), new Random(1));
    this.server = server;
  }

  /**
   * A network that is one server.
   *
   * @param server scheme, host and port
   */
  public static PlayedNetwork of(URI server) {
    return new PlayedNetwork(IMPATIENT, Optional.of(server));
  }

  /** The network of a sample; without a source it answers nothing. */
  static PlayedNetwork of(FeedSample sample) {
    return sample
        .source()
        .map(source -> of(source.address()))
        .orElseGet(() -> replaying(sample.baseFolder().resolve("no-recorded-answers")));
  }

  /** A network that is a folder of recorded answers, see {@link HttpSettings#replayingFrom}. */
  public static PlayedNetwork replaying(Path folder) {
    return new PlayedNetwork(IMPATIENT.replayingFrom(folder), Optional.empty());
  }

  /**
   * What one feed gets of it.
   *
   * @param clock the time of its deadlines
   */
  public Line forFeed(Clock clock) {
    return new Line(access.forFeed(clock), server);
  }

  /** Cuts off what is under way. Idempotent. */
  @Override
  public void close() {
    access.close();
  }

  /** The network as it is lent to one feed. Safe for any thread. */
  public static final class Line implements HttpFetcher {

    private final FeedHttp http;
    private final Optional<URI> server;
    private final AtomicInteger asked = new AtomicInteger();

    private Line(FeedHttp http, Optional<URI> server) {
      this.http = http;
      this.server = server;
    }

    /** From now on nothing goes on after this moment. */
    public void until(Instant deadline) {
      http.until(deadline);
    }

    /** How often it was asked for something. */
    public int asked() {
      return asked.get();
    }

    @Override
    public HttpAnswer fetch(HttpQuery query) throws FeedException, InterruptedException {
      asked.incrementAndGet();
      return http.fetch(server.isPresent() ? rerouted(query, server.get()) : query);
    }

    /** Secrets stay secrets, so that a test sees what a host shows of them. */
    private static HttpQuery rerouted(HttpQuery query, URI server) {
      URI asked = query.address();
      String path = asked.getRawPath().isEmpty() ? "/" : asked.getRawPath();
      String parameters = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
      HttpQuery there =
          HttpQuery.get(server.resolve(path + parameters))
              .atMost(query.mostBytes())
              .within(query.within());
      if (!query.mediaTypes().isEmpty()) {
        there = there.accepting(query.mediaTypes().toArray(String[]::new));
      }
      for (HttpQuery.Parameter parameter : query.parameters()) {
        there =
            parameter.secret().isPresent()
                ? there.secretParameter(parameter.name(), parameter.secret().get())
                : there.parameter(parameter.name(), parameter.value());
      }
      for (Map.Entry<String, String> header : query.headers().entrySet()) {
        there = there.header(header.getKey(), header.getValue());
      }
      for (Map.Entry<String, Secret> header : query.secretHeaders().entrySet()) {
        there = there.secretHeader(header.getKey(), header.getValue());
      }
      return there;
    }
  }
}
