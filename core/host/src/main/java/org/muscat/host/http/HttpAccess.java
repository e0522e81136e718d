package org.muscat.host.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The network for all feeds of a host: one client, one pace to each host, one recording. Takes no
 * thread before the first request. Safe for any thread.
 */
public final class HttpAccess implements AutoCloseable {

  private final Optional<Courier> courier;
  private final Optional<Recorder> recorder;
  private final Optional<Replayer> replayer;

  /**
   * Access to the network, or to a recording.
   *
   * @param clock the time, for dates in answers
   * @param random spreads the pauses between tries
   */
  public HttpAccess(HttpSettings settings, Clock clock, RandomGenerator random) {
    this.replayer = settings.replay().map(Recording::new).map(Replayer::new);
    this.recorder = settings.record().map(Recording::new).map(Recorder::new);
    this.courier =
        settings.replay().isPresent()
            ? Optional.empty()
            : Optional.of(
                new Courier(
                    settings,
                    new Wire(settings, clock),
                    clock,
                    new BackOff(settings.firstBackOff(), random)));
  }

  /**
   * When the newest answer of a recording was received; empty if it holds none.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static Optional<Instant> newestAnswer(Path recording) throws IOException {
    return new Recording(recording).newest();
  }

  /**
   * What one feed gets of it; counts for that feed.
   *
   * @param clock the time of the deadlines of that feed
   */
  public FeedHttp forFeed(Clock clock) {
    return new FeedHttp(courier, recorder, replayer, clock);
  }

  /** Cuts off what is under way. Idempotent. */
  @Override
  public void close() {
    courier.ifPresent(Courier::close);
  }
}
