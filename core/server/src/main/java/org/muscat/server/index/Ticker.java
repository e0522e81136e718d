package org.muscat.server.index;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.muscat.server.prompt.PromptThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assesses all theatres on a heartbeat and, a second after it, on every change of the store, and
 * publishes the result. One tick at a time, on its own thread.
 */
public final class Ticker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  /** Changes that come within this time of each other share one tick. */
  private static final Duration DEBOUNCE = Duration.ofSeconds(1);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Assessor assessor;
  private final Consumer<Snapshot> publisher;
  private final Clock clock;
  private final Timer duration;
  private final TickLag lag;
  private final TickTrace trace;
  private final AtomicBoolean pending = new AtomicBoolean();
  private volatile List<Theatre> theatres;
  private volatile Instant changedAt = Instant.MIN;
  private volatile Instant assessedAsOf = Instant.MAX;

  /** When the clock was read for it; for the thread of the ticks alone. */
  private Instant assessedAt = Instant.MAX;

  /** What was assessed last; for the thread of the ticks alone. */
  private Optional<Snapshot> last = Optional.empty();

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(new PromptThreads("ticks"));
  private Duration heartbeat = Duration.ZERO;
  private long beatDue;
  private volatile long changeDue;
  private Future<?> beats = CompletableFuture.completedFuture(null);

  /**
   * A ticker that does not tick yet.
   *
   * @param publisher is handed each snapshot, on the thread of the ticks
   * @param tracer makes a span for each tick
   */
  public Ticker(
      Assessor assessor,
      Consumer<Snapshot> publisher,
      List<Theatre> theatres,
      Clock clock,
      MeterRegistry meters,
      Tracer tracer) {
    this.assessor = assessor;
    this.publisher = publisher;
    this.theatres = List.copyOf(theatres);
    this.clock = clock;
    this.duration =
        Timer.builder("muscat.tick")
            .description("Time to assess all theatres once")
            .register(meters);
    this.lag = new TickLag(meters);
    this.trace = new TickTrace(tracer);
  }

  /** Starts ticking; the first tick runs at once. */
  public void start(Duration heartbeat) {
    beatEvery(heartbeat, Duration.ZERO);
  }

  private synchronized void beatEvery(Duration interval, Duration first) {
    beats.cancel(false);
    heartbeat = interval;
    beatDue = lag.dueIn(first);
    beats =
        ticks.scheduleWithFixedDelay(
            this::beat, first.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Assesses other theatres from now on, between two ticks: when the result is there, their first
   * snapshot was handed to the publisher; what it throws is logged.
   *
   * @param interval of the heartbeat from now on
   * @param atOnce is run just before that, on the thread of the ticks
   * @return fails, and nothing has changed, if they cannot be assessed, {@code atOnce} fails or
   *     this is closed
   */
  public CompletableFuture<Void> switchTo(List<Theatre> next, Duration interval, Runnable atOnce) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    try {
      ticks.execute(
          () -> {
            try {
              change(List.copyOf(next), interval, atOnce);
              done.complete(null);
            } catch (RuntimeException | Error e) {
              done.completeExceptionally(e);
            }
          });
    } catch (RejectedExecutionException e) {
      done.completeExceptionally(new IllegalStateException("Muscat is stopping", e));
    }
    return done;
  }

  private void change(List<Theatre> next, Duration interval, Runnable atOnce) {
    Instant now = inAnotherSecond();
    Instant asOf = now.truncatedTo(ChronoUnit.SECONDS);
    Snapshot snapshot = new Snapshot(asOf, assessor.assessAll(next, asOf));
    atOnce.run();
    theatres = next;
    assessedAt = now;
    assessedAsOf = asOf;
    last = Optional.of(snapshot);
    try {
      if (!interval.equals(heartbeat)) {
        beatEvery(interval, interval);
      }
      publisher.accept(snapshot);
    } catch (RuntimeException | Error e) {
      // The change is made: whoever asked for it must not be told that it is not.
      LOG.atError()
          .addKeyValue("event", "change-tick-failed")
          .setCause(e)
          .log("the first tick after a change failed; the next is on time");
    }
  }

  /** Says that the store has something new. */
  public void storeChanged() {
    changedAt = clock.instant();
    tickSoon();
  }

  private void tickSoon() {
    if (!pending.compareAndSet(false, true)) {
      return;
    }
    changeDue = lag.dueIn(DEBOUNCE);
    try {
      var unused = ticks.schedule(this::tickOnChange, DEBOUNCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.atDebug().addKeyValue("event", "late-change").log("closed; no tick for a late change");
    }
  }

  private void beat() {
    lag.began(beatDue);
    tick("heartbeat");
    beatDue = lag.dueIn(heartbeat);
  }

  private void tickOnChange() {
    lag.began(changeDue);
    pending.set(false);
    tick("change");
    // As-of is a whole second: a change later in that second is not in the tick.
    if (assessedAsOf.isBefore(changedAt)) {
      tickSoon();
    }
  }

  private void tick(String cause) {
    try {
      Instant now = inAnotherSecond();
      duration.record(() -> trace.tick(cause, () -> assessAll(now)));
    } catch (RuntimeException | Error e) {
      // An executor would say nothing and never tick again. The last snapshot stays published; its
      // as-of shows that it is not renewed.
      LOG.atError().addKeyValue("event", "tick-failed").setCause(e).log("tick failed");
    }
  }

  /**
   * What is published is named by its second: two ticks of one would have one name. A clock that
   * stands still is not waited for.
   */
  private Instant inAnotherSecond() {
    Instant now = clock.instant();
    if (now.equals(assessedAt) || !now.truncatedTo(ChronoUnit.SECONDS).equals(assessedAsOf)) {
      return now;
    }
    try {
      // A millisecond more: the timer and the clock are not one.
      TimeUnit.MILLISECONDS.sleep(
          Duration.between(now, assessedAsOf.plusSeconds(1)).toMillis() + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return clock.instant();
  }

  private void assessAll(Instant now) {
    Instant asOf = now.truncatedTo(ChronoUnit.SECONDS);
    assessedAt = now;
    assessedAsOf = asOf;
    List<Theatre> all = theatres;
    List<RuntimeException> failures = new ArrayList<>();
    List<Assessment> older = new ArrayList<>();
    List<Assessment> assessments =
        assessor.assessEach(
            all,
            asOf,
            trace::theatre,
            (theatre, failure) -> {
              failures.add(failure);
              leftOut(theatre, failure);
              last.filter(before -> before.theatres().all().contains(theatre))
                  .flatMap(before -> before.theatre(theatre.id()))
                  .ifPresent(older::add);
            });
    if (assessments.isEmpty() && !failures.isEmpty()) {
      throw failures.get(0);
    }
    Snapshot snapshot = new Snapshot(asOf, assessments, older, new Theatres(all));
    last = Optional.of(snapshot);
    trace.part("publish", () -> publisher.accept(snapshot));
  }

  private static void leftOut(Theatre theatre, RuntimeException failure) {
    LOG.atError()
        .addKeyValue("event", "theatre-failed")
        .addKeyValue("theatre", theatre.id())
        .setCause(failure)
        .log("theatre not assessed; the others are");
  }

  /** Lets a running tick finish, at most ten seconds, and starts no other. */
  @Override
  public void close() {
    ticks.shutdown();
    try {
      if (!ticks.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        LOG.atWarn()
            .addKeyValue("event", "stop-without-tick")
            .log("a tick is still running; going on without it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
