package org.muscat.host.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineRunnerTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ClassLoader loader = ClassLoader.getPlatformClassLoader();
  private final DeadlineRunner runner =
      new DeadlineRunner("plugin-test", loader, Duration.ofMillis(500));
  private final AtomicBoolean spin = new AtomicBoolean(true);

  @AfterEach
  void close() {
    spin.set(false);
    runner.close();
  }

  @Test
  void shouldRunOnANamedDaemonWithTheContextLoader() {
    CallResult<Thread> result = runner.start(Thread::currentThread, LONG).await();

    Thread thread = value(result);
    assertThat(thread.getName()).isEqualTo("plugin-test");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isSameAs(loader);
  }

  @Test
  void shouldKeepItsThread() {
    Thread first = value(runner.start(Thread::currentThread, LONG).await());

    assertThat(value(runner.start(Thread::currentThread, LONG).await())).isSameAs(first);
  }

  @Test
  void shouldGiveWhatWasThrown() {
    Error error = new StackOverflowError();

    CallResult<Object> result =
        runner
            .start(
                () -> {
                  throw error;
                },
                LONG)
            .await();

    assertThat(result).isEqualTo(new CallResult.Threw<>(error));
  }

  @Test
  void shouldNotHandValuesOfTheHostToItsThread() {
    InheritableThreadLocal<String> secret = new InheritableThreadLocal<>();
    secret.set("token");

    CallResult<Boolean> result = runner.start(() -> secret.get() == null, LONG).await();

    assertThat(value(result)).isTrue();
  }

  @Test
  void shouldInterruptATaskThatPassesItsDeadline() {
    CountDownLatch never = new CountDownLatch(1);

    CallResult<Boolean> result =
        runner
            .start(
                () -> {
                  never.await();
                  return true;
                },
                SHORT)
            .await();

    assertThat(result).isEqualTo(new CallResult.TimedOut<>(SHORT));
    assertThat(runner.stuck()).isZero();
  }

  @Test
  void shouldNotLetAnInterruptHitTheNextTask() {
    for (int i = 0; i < 200; i++) {
      DeadlineRunner.Call<Boolean> late =
          runner.start(this::spinUntilInterrupted, Duration.ofNanos(i * 5_000L));
      late.await();

      CallResult<Boolean> next = runner.start(Thread::interrupted, LONG).await();

      assertThat(value(next)).isFalse();
    }
  }

  @Test
  void shouldSkipACallWhileAnotherRuns() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    DeadlineRunner.Call<Boolean> first =
        runner.start(
            () -> {
              started.countDown();
              go.await();
              return true;
            },
            LONG);
    started.await();

    CallResult<Boolean> second = runner.start(() -> true, LONG).await();
    go.countDown();

    assertThat(second).isEqualTo(new CallResult.Busy<>());
    assertThat(value(first.await())).isTrue();
  }

  @Test
  void shouldAbandonATaskThatIgnoresTheInterruptAndGoOnWithTheSpare() throws InterruptedException {
    CallResult<Boolean> stuck = spinPastTheDeadline();

    assertThat(stuck).isEqualTo(new CallResult.Stuck<>(SHORT, false));
    assertThat(runner.stuck()).isEqualTo(1);
    assertThat(value(runner.start(() -> "alive", LONG).await())).isEqualTo("alive");
  }

  @Test
  void shouldLetAllOthersGoBeforeAnAbandonedTask() throws InterruptedException {
    AtomicReference<Thread> abandoned = new AtomicReference<>();
    AtomicReference<Thread> spare = new AtomicReference<>();

    spinPastTheDeadline(abandoned);
    runner.start(() -> spare.getAndSet(Thread.currentThread()), LONG).await();

    assertThat(abandoned.get().getPriority()).isEqualTo(Thread.MIN_PRIORITY);
    assertThat(spare.get().getPriority()).isEqualTo(Thread.NORM_PRIORITY);
  }

  @Test
  void shouldLetOthersGoBeforeCallsThatNothingWaitsFor() {
    DeadlineRunner background =
        DeadlineRunner.inTheBackground("feed-test", loader, Duration.ofMillis(500), new Work());
    try {
      assertThat(value(background.start(() -> Thread.currentThread().getPriority(), LONG).await()))
          .isEqualTo(2);
      assertThat(value(runner.start(() -> Thread.currentThread().getPriority(), LONG).await()))
          .isEqualTo(Thread.NORM_PRIORITY);
    } finally {
      background.close();
    }
  }

  @Test
  void shouldRefuseCallsWhenTheSpareIsStuckToo() throws InterruptedException {
    spinPastTheDeadline();
    CallResult<Boolean> second = spinPastTheDeadline();

    assertThat(second).isEqualTo(new CallResult.Stuck<>(SHORT, true));
    assertThat(runner.start(() -> true, LONG).await()).isEqualTo(new CallResult.Exhausted<>());
  }

  @Test
  void shouldTakeBackTheSpareWhenAStuckTaskEndsAfterAll() throws InterruptedException {
    spinPastTheDeadline();
    spin.set(false);
    await().until(() -> runner.stuck() == 0);
    spin.set(true);

    CallResult<Boolean> again = spinPastTheDeadline();

    assertThat(again).isEqualTo(new CallResult.Stuck<>(SHORT, false));
  }

  @Test
  void shouldRefuseCallsWhenClosed() {
    runner.close();

    assertThat(runner.start(() -> true, LONG).await()).isEqualTo(new CallResult.Closed<>());
  }

  @Test
  void shouldInterruptWhatRunsWhenClosed() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    DeadlineRunner.Call<Boolean> call =
        runner.start(
            () -> {
              started.countDown();
              new CountDownLatch(1).await();
              return true;
            },
            LONG);
    started.await();

    runner.close();

    assertThat(call.await())
        .isInstanceOfSatisfying(
            CallResult.Threw.class,
            threw -> assertThat(threw.thrown()).isInstanceOf(InterruptedException.class));
  }

  @Test
  void shouldPassOnTheInterruptOfTheWaitingThread() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    AtomicReference<CallResult<Boolean>> result = new AtomicReference<>(new CallResult.Busy<>());
    DeadlineRunner.Call<Boolean> call =
        runner.start(
            () -> {
              started.countDown();
              return spinUntilInterrupted();
            },
            LONG);
    Thread waiting =
        new Thread(
            () -> {
              result.set(call.await());
              stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    started.await();

    waiting.interrupt();

    assertThat(stillInterrupted.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    assertThat(result.get()).isEqualTo(new CallResult.Closed<>());
  }

  /** Waits for the task to begin, however busy the machine is. */
  private CallResult<Boolean> spinPastTheDeadline() throws InterruptedException {
    return spinPastTheDeadline(new AtomicReference<>());
  }

  private CallResult<Boolean> spinPastTheDeadline(AtomicReference<Thread> thread)
      throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    DeadlineRunner.Call<Boolean> call =
        runner.start(
            () -> {
              thread.set(Thread.currentThread());
              started.countDown();
              return spin();
            },
            SHORT);
    started.await();
    return call.await();
  }

  private boolean spin() {
    while (spin.get()) {
      Thread.onSpinWait();
    }
    return true;
  }

  private boolean spinUntilInterrupted() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return true;
  }

  private static <T> T value(CallResult<T> result) {
    assertThat(result).isInstanceOf(CallResult.Returned.class);
    T value = ((CallResult.Returned<T>) result).value();
    assertThat(value).isNotNull();
    return value;
  }
}
