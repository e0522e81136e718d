package org.muscat.host.http;

import io.vertx.core.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;

/** The network as it is lent to one feed. Safe for any thread. */
public final class FeedHttp implements HttpFetcher {

  private static final Duration NO_DEADLINE = Duration.ofDays(1);

  /** So that a feed can still say why it has nothing before the host interrupts it. */
  private static final Duration BEFORE_THE_DEADLINE = Duration.ofMillis(500);

  private final Optional<Courier> courier;
  private final Optional<Recorder> recorder;
  private final Optional<Replayer> replayer;
  private final Clock clock;
  private final Redactor redactor = new Redactor();
  private final UsageCounter counter = new UsageCounter();
  private volatile Deadline deadline = Deadline.in(NO_DEADLINE);

  FeedHttp(
      Optional<Courier> courier,
      Optional<Recorder> recorder,
      Optional<Replayer> replayer,
      Clock clock) {
    this.courier = courier;
    this.recorder = recorder;
    this.replayer = replayer;
    this.clock = clock;
  }

  /** From now on nothing goes on after this moment. */
  public void until(Instant moment) {
    Duration left = Duration.between(clock.instant(), moment);
    Duration spare = left.dividedBy(10);
    Duration early = spare.compareTo(BEFORE_THE_DEADLINE) < 0 ? spare : BEFORE_THE_DEADLINE;
    Duration usable = left.minus(early);
    deadline = Deadline.in(usable.compareTo(NO_DEADLINE) > 0 ? NO_DEADLINE : usable);
  }

  /** What was used until now. */
  public HttpUsage usage() {
    return counter.usage();
  }

  /** A text without the secrets that were sent for this feed. */
  public String redact(String text) {
    return redactor.redact(text);
  }

  @Override
  public HttpAnswer fetch(HttpQuery query) throws FeedException, InterruptedException {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("HTTP for feeds blocks; call it on a thread of the feed");
    }
    long started = System.nanoTime();
    try {
      RawAnswer raw = bring(query);
      return AnswerReader.read(query, raw, redactor);
    } finally {
      counter.waited(System.nanoTime() - started);
    }
  }

  private RawAnswer bring(HttpQuery query) throws FeedException, InterruptedException {
    if (replayer.isPresent()) {
      RawAnswer replayed = replayer.get().bring(query);
      counter.sent();
      counter.received(replayed.bytes().length);
      return replayed;
    }
    Deadline until = deadline;
    if (until.isOver()) {
      throw new FeedException(Reason.TIMED_OUT, query + " is not sent: the deadline has passed");
    }
    try {
      RawAnswer answer = courier.orElseThrow().bring(query, redactor, until, counter);
      recorder.ifPresent(
          keeper ->
              keeper.keep(query, answer, AnswerReader.readable(query, answer, redactor), redactor));
      return answer;
    } catch (IllegalStateException e) {
      throw new FeedException(
          Reason.CONFIGURATION, redactor.redact(query + " is not sent: " + e.getMessage()), e);
    }
  }
}
