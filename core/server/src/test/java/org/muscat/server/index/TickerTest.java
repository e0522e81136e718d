package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.runtime.Session;

class TickerTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00.250Z");
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Queue<RuntimeException> unpublished = new ConcurrentLinkedQueue<>();
  private final IndexBoard board = new IndexBoard();
  private final MockClock passing = new MockClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, passing);
  private Session session;
  private Ticker ticker;

  @BeforeEach
  void open() throws IOException {
    session = Home.in(folder).open();
    Assessor assessor = new Assessor(session.store(), session.plugins());
    ticker =
        new Ticker(
            assessor,
            this::publish,
            session.theatres().all(),
            new SetClock(this::time),
            meters,
            OpenTelemetry.noop().getTracer("test"));
  }

  @AfterEach
  void close() {
    ticker.close();
    session.close();
  }

  @Test
  void shouldTickAtOnceAndThenOnTheHeartbeat() {
    ticker.start(Duration.ofMillis(50));
    await().until(() -> board.current().isPresent());
    assertThat(board.current().orElseThrow().asOf()).isEqualTo("2025-01-10T12:00:00Z");

    now.set(NOW.plusSeconds(60));

    await().until(() -> asOf().equals(Instant.parse("2025-01-10T12:01:00Z")));
  }

  @Test
  void shouldAssessTheOtherTheatresWhenOneFails() {
    List<Theatre> all = session.theatres().all();
    String failing = all.get(0).id();
    AtomicBoolean fails = new AtomicBoolean();
    Tracer noop = OpenTelemetry.noop().getTracer("test");
    Tracer broken =
        span -> {
          if (fails.get() && span.equals("assess " + failing)) {
            throw new IllegalStateException("cannot assess");
          }
          return noop.spanBuilder(span);
        };
    try (Ticker other =
        new Ticker(
            new Assessor(session.store(), session.plugins()),
            this::publish,
            all,
            new SetClock(this::time),
            new SimpleMeterRegistry(),
            broken)) {
      other.start(NEVER);
      await().until(() -> board.current().isPresent());
      fails.set(true);
      now.set(NOW.plusSeconds(5));
      other.storeChanged();
      await().until(() -> asOf().equals(Instant.parse("2025-01-10T12:00:05Z")));
    }

    Snapshot snapshot = board.current().orElseThrow();
    assertThat(snapshot.assessments())
        .extracting(one -> one.theatre().id())
        .containsExactlyElementsOf(all.stream().skip(1).map(Theatre::id).toList())
        .isNotEmpty();
    assertThat(snapshot.theatres().all()).isEqualTo(all);
    assertThat(snapshot.theatre(failing).orElseThrow().state().asOf())
        .isEqualTo("2025-01-10T12:00:00Z");
    assertThat(logs.events("theatre-failed"))
        .isNotEmpty()
        .allMatch(event -> event.contains("theatre=" + failing));
  }

  @Test
  void shouldTickAfterAChange() {
    ticker.start(NEVER);
    await().until(() -> board.current().isPresent());

    now.set(NOW.plusSeconds(2));
    ticker.storeChanged();

    await().until(() -> asOf().equals(Instant.parse("2025-01-10T12:00:02Z")));
  }

  @Test
  void shouldNotMissAChangeOfTheSecondThatItTicks() {
    ticker.start(NEVER);
    await().until(() -> board.current().isPresent());
    ticker.storeChanged();
    now.set(NOW.plusMillis(990));
    Home.points(session.store(), "test/one", NOW.plusMillis(900), 10);
    ticker.storeChanged();
    await().until(() -> asOf().equals(Instant.parse("2025-01-10T12:00:01Z")));

    now.set(NOW.plusSeconds(3));

    await().until(() -> asOf().equals(Instant.parse("2025-01-10T12:00:03Z")));
  }

  private List<Assessment> assessed(String theatre, Instant asOf) {
    return ticker.assess(List.of(session.theatres().find(theatre).orElseThrow()), asOf).join();
  }

  @Test
  void shouldShowWhatWasAskedForBesideTheOthers() {
    ticker.start(NEVER);
    await().until(() -> board.current().isPresent());
    Instant slot = Instant.parse("2025-01-10T12:00:30Z");

    List<Assessment> south = assessed("south", slot);
    assertThat(asOf()).isEqualTo("2025-01-10T12:00:00Z");
    ticker.show(slot, south);

    await().until(() -> asOf().equals(slot));
    Snapshot shown = board.current().orElseThrow();
    assertThat(shown.assessments()).isEqualTo(south);
    assertThat(shown.older())
        .singleElement()
        .satisfies(
            north -> {
              assertThat(north.theatre().id()).isEqualTo("north");
              assertThat(north.state().asOf()).isEqualTo("2025-01-10T12:00:00Z");
            });
    assertThat(shown.theatres().all()).isEqualTo(session.theatres().all());
  }

  @Test
  void shouldNotShowWhatWasAskedForBehindWhatIsShown() {
    ticker.start(NEVER);
    await().until(() -> board.current().isPresent());
    List<Instant> published = new CopyOnWriteArrayList<>();
    board.listen(snapshot -> published.add(snapshot.asOf()));
    Instant slot = Instant.parse("2025-01-10T11:00:00Z");

    ticker.show(slot, assessed("south", slot));
    Instant same = Instant.parse("2025-01-10T12:00:00Z");
    ticker.show(same, assessed("south", same));
    Instant later = Instant.parse("2025-01-10T12:00:01Z");
    ticker.show(later, assessed("south", later));

    await().until(() -> asOf().equals(later));
    assertThat(published).containsExactly(same, later);
  }

  @Test
  void shouldNotShowATheatreThatIsAnotherByNow() {
    ticker.start(NEVER);
    await().until(() -> board.current().isPresent());
    Instant slot = Instant.parse("2025-01-10T12:00:30Z");
    List<Assessment> south = assessed("south", slot);
    List<Theatre> north = List.of(session.theatres().find("north").orElseThrow());
    ticker.switchTo(north, NEVER, () -> {}).join();

    ticker.show(slot, south);

    ticker.switchTo(north, NEVER, () -> {}).join();
    assertThat(board.current().orElseThrow().all())
        .extracting(one -> one.theatre().id())
        .containsExactly("north");
  }

  @Test
  void shouldNotTickTwiceInOneSecond() {
    Clock real = Clock.systemUTC();
    List<Instant> published = new CopyOnWriteArrayList<>();
    board.listen(snapshot -> published.add(snapshot.asOf()));
    try (Ticker often =
        new Ticker(
            new Assessor(session.store(), session.plugins()),
            this::publish,
            session.theatres().all(),
            real,
            new SimpleMeterRegistry(),
            OpenTelemetry.noop().getTracer("test"))) {
      often.start(Duration.ofMillis(20));
      await().until(() -> published.size() >= 3);
    }

    assertThat(published).doesNotHaveDuplicates();
  }

  @Test
  void shouldTellHowLateATickBeginsThatWaitsForAnother() {
    Timer lag = meters.get("muscat.tick.lag").timer();
    CountDownLatch longTick = new CountDownLatch(1);
    board.listen(snapshot -> waitFor(longTick));
    ticker.start(NEVER);
    await().until(() -> board.current().isPresent());

    ticker.storeChanged();
    passing.add(Duration.ofSeconds(5));
    longTick.countDown();

    // Due a second after the change.
    await().until(() -> lag.count() == 2);
    assertThat(lag.totalTime(TimeUnit.SECONDS)).isEqualTo(4);
  }

  @Test
  void shouldKeepTheLastSnapshotWhenATickFails() {
    ticker.start(Duration.ofMillis(50));
    await().until(() -> board.current().isPresent());
    Instant published = asOf();

    failures.add(new IllegalStateException("this tick fails"));
    failures.add(new StackOverflowError("and this one worse"));
    await().until(failures::isEmpty);
    assertThat(asOf()).isEqualTo(published);

    now.set(NOW.plusSeconds(60));
    await().until(() -> asOf().isAfter(published));
    assertThat(logs.errors()).hasSize(2).allMatch(message -> message.contains("tick failed"));
  }

  @Test
  void shouldTakeNoteOfAChangeAfterItsEnd() {
    ticker.start(NEVER);
    ticker.close();

    ticker.storeChanged();

    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldHaveChangedEvenIfTheFirstSnapshotCannotBePublished() {
    ticker.start(NEVER);
    await().until(() -> board.current().isPresent());
    unpublished.add(new IllegalStateException("the disc is full"));
    AtomicReference<Instant> changed = new AtomicReference<>();

    CompletableFuture<Void> done =
        ticker.switchTo(session.theatres().all(), NEVER, () -> changed.set(now.get()));

    assertThat(done).succeedsWithin(Duration.ofSeconds(20));
    assertThat(changed).hasValue(NOW);
    assertThat(logs.errors()).anyMatch(line -> line.contains("first tick after a change failed"));
  }

  @Test
  void shouldAssessTheTheatresBeforeIfAChangeFails() {
    ticker.start(NEVER);
    await().until(() -> board.current().isPresent());

    CompletableFuture<Void> done =
        ticker.switchTo(
            List.of(),
            NEVER,
            () -> {
              throw new IllegalStateException("not now");
            });

    assertThat(done).failsWithin(Duration.ofSeconds(20));
    now.set(NOW.plusSeconds(2));
    ticker.storeChanged();
    await().until(() -> asOf().equals(Instant.parse("2025-01-10T12:00:02Z")));
    assertThat(board.current().orElseThrow().assessments()).hasSize(2);
  }

  private void publish(Snapshot snapshot) {
    RuntimeException failure = unpublished.poll();
    if (failure != null) {
      throw failure;
    }
    board.publish(snapshot);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Instant asOf() {
    return board.current().orElseThrow().asOf();
  }

  /** The time that the test has set; fails as often as the test wants. */
  private Instant time() {
    Throwable failure = failures.poll();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return now.get();
  }
}
