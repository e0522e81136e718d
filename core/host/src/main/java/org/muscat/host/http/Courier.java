package org.muscat.host.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpQuery;

/**
 * Carries queries to servers and brings answers back: waits for its turn at each host, follows
 * redirects, and tries again when the failure may pass. Safe for any thread; blocks.
 */
final class Courier implements AutoCloseable {

  /** After a 429 that names no time. */
  private static final Duration DEFAULT_PAUSE = Duration.ofMinutes(1);

  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpSettings settings;
  private final Wire wire;
  private final Clock clock;
  private final BackOff backOff;
  private final Map<String, HostPace> paces = new ConcurrentHashMap<>();

  Courier(HttpSettings settings, Wire wire, Clock clock, BackOff backOff) {
    this.settings = settings;
    this.wire = wire;
    this.clock = clock;
    this.backOff = backOff;
  }

  /**
   * Asks until there is an answer that is worth having, whatever its status.
   *
   * @throws FeedException if there is none
   */
  RawAnswer bring(HttpQuery query, Redactor redactor, Deadline deadline, UsageCounter counter)
      throws FeedException, InterruptedException {
    for (int tries = 1; ; tries++) {
      Duration pause = backOff.after(tries);
      try {
        RawAnswer answer = follow(query, redactor, deadline, counter);
        pause = longer(pause, askedFor(answer));
        if (!answer.isPassing() || tries == settings.tries() || !deadline.allows(pause)) {
          return answer;
        }
      } catch (TransportException e) {
        if (!e.isPassing() || tries == settings.tries() || !deadline.allows(pause)) {
          throw failure(query, redactor, e, tries);
        }
      }
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }
  }

  private RawAnswer follow(
      HttpQuery query, Redactor redactor, Deadline deadline, UsageCounter counter)
      throws FeedException, TransportException, InterruptedException {
    Sending sending = Sending.of(query, settings.userAgent(), redactor);
    wire.open();
    Deadline patience = deadline;
    URI at = sending.address();
    for (int hops = 0; ; hops++) {
      waitForTurn(at, query, deadline);
      if (hops == 0) { // a wait for the own pace is not held against the server
        patience = deadline.atMost(query.within());
      }
      RawAnswer answer =
          wire.ask(at.toString(), sending.headersFor(at), query.mostBytes(), patience, counter);
      leaveAlone(at, answer);
      if (!answer.isRedirect()) {
        return answer;
      }
      if (hops == Redirects.MOST) {
        throw new FeedException(
            Reason.SOURCE_CHANGED, query + " redirects more than " + Redirects.MOST + " times");
      }
      at = Redirects.next(at, answer, query.redactedUrl(), redactor);
    }
  }

  private void waitForTurn(URI server, HttpQuery query, Deadline deadline)
      throws FeedException, InterruptedException {
    HostPace pace = pace(server);
    Optional<Duration> wait = pace.reserve(System.nanoTime(), deadline.left());
    while (wait.isPresent()) {
      TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
      if (pace.pause(System.nanoTime()).isZero()) {
        return;
      }
      // Another feed was refused while this one waited.
      wait = pace.reserve(System.nanoTime(), deadline.left());
    }
    Duration paused = pace.pause(System.nanoTime());
    if (paused.isZero()) {
      throw new FeedException(
          Reason.TIMED_OUT,
          query
              + " is not sent: at "
              + settings.requestsPerSecond()
              + " requests a second to "
              + server.getHost()
              + " its turn would come after the deadline");
    }
    Instant until = clock.instant().plus(paused);
    throw new FeedException(
        Reason.RATE_LIMITED,
        query + " is not sent: " + server.getHost() + " wants no request before " + until,
        until);
  }

  /** Keeps to what a host asks for, for every feed. */
  private void leaveAlone(URI server, RawAnswer answer) {
    Duration asked = askedFor(answer);
    boolean limited = answer.status() == TOO_MANY_REQUESTS;
    Duration pause = limited && asked.isZero() ? DEFAULT_PAUSE : asked;
    if ((limited || answer.isPassing()) && !pause.isZero()) {
      pace(server).pause(System.nanoTime(), pause);
    }
  }

  private static Duration askedFor(RawAnswer answer) {
    return RetryAfter.of(answer)
        .map(moment -> Duration.between(answer.receivedAt(), moment))
        .orElse(Duration.ZERO);
  }

  private HostPace pace(URI server) {
    return paces.computeIfAbsent(
        server.getHost().toLowerCase(Locale.ROOT) + ":" + server.getPort(),
        host -> new HostPace(settings.requestsPerSecond(), settings.burst()));
  }

  private static FeedException failure(
      HttpQuery query, Redactor redactor, TransportException e, int tries) {
    String message = query + ": " + e.what() + (tries > 1 ? ", in " + tries + " tries" : "");
    return new FeedException(e.reason(), redactor.redact(message));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  @Override
  public void close() {
    wire.close();
  }
}
