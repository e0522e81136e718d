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
  private final TickSecond second;

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
    this.second = new TickSecond(clock);
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
    return between(() -> change(List.copyOf(next), interval, atOnce));
  }

  private CompletableFuture<Void> between(Runnable work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    try {
      ticks.execute(
          () -> {
            try {
              work.run();
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

  /**
   * Assesses theatres as of a moment, between two ticks, and shows nobody.
   *
   * @return fails if one of them cannot be assessed, or this is closed
   */
  public CompletableFuture<List<Assessment>> assess(List<Theatre> some, Instant asOf) {
    List<Assessment> assessments = new ArrayList<>();
    return between(
            () ->
                duration.record(
                    () ->
                        trace.tick(
                            "job", () -> assessments.addAll(assessor.assessAll(some, asOf)))))
        .thenApply(done -> List.copyOf(assessments));
  }

  /**
   * Hands what was assessed to the publisher, between two ticks; the other theatres stay as they
   * are. Not if something of that moment or later was handed to it meanwhile, or the theatres are
   * others by now.
   */
  public void show(Instant asOf, List<Assessment> assessments) {
    var unused =
        between(() -> showUnlessLate(asOf, assessments))
            .exceptionally(
                failure -> {
                  LOG.atError()
                      .addKeyValue("event", "tick-failed")
                      .setCause(failure)
                      .log("tick failed");
                  return null;
                });
  }

  private void showUnlessLate(Instant asOf, List<Assessment> assessments) {
    List<Theatre> all = theatres;
    boolean isLate = last.filter(shown -> !shown.asOf().isBefore(asOf)).isPresent();
    if (!isLate && all.containsAll(assessments.stream().map(Assessment::theatre).toList())) {
      second.take(asOf);
      Snapshot snapshot = Snapshot.beside(asOf, assessments, last, all);
      last = Optional.of(snapshot);
      publisher.accept(snapshot);
    }
  }

  private void change(List<Theatre> next, Duration interval, Runnable atOnce) {
    Instant now = second.next();
    Instant asOf = now.truncatedTo(ChronoUnit.SECONDS);
    Snapshot snapshot = new Snapshot(asOf, assessor.assessAll(next, asOf));
    atOnce.run();
    theatres = next;
    second.take(now);
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
    if (second.isBefore(changedAt)) {
      tickSoon();
    }
  }

  private void tick(String cause) {
    try {
      Instant now = second.next();
      duration.record(() -> trace.tick(cause, () -> assessAll(now)));
    } catch (RuntimeException | Error e) {
      // An executor would say nothing and never tick again. The last snapshot stays published; its
      // as-of shows that it is not renewed.
      LOG.atError().addKeyValue("event", "tick-failed").setCause(e).log("tick failed");
    }
  }

  private void assessAll(Instant now) {
    Instant asOf = second.take(now);
    List<Theatre> all = theatres;
    List<RuntimeException> failures = new ArrayList<>();
    List<Assessment> assessments =
        assessor.assessEach(
            all,
            asOf,
            trace::theatre,
            (theatre, failure) -> {
              failures.add(failure);
              leftOut(theatre, failure);
            });
    if (assessments.isEmpty() && !failures.isEmpty()) {
      throw failures.get(0);
    }
    Snapshot snapshot = Snapshot.beside(asOf, assessments, last, all);
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
