package org.muscat.host.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallGroupTest {

  private static final class Started {
    final CompletableFuture<Integer> caller = new CompletableFuture<>();
    final CompletableFuture<Integer> started = new CompletableFuture<>();

    boolean start() {
      caller.complete(Thread.currentThread().getPriority());
      new Thread(() -> started.complete(Thread.currentThread().getPriority())).start();
      return true;
    }
  }

  @Test
  void shouldRunCallsAtTheNormalPriorityAndWhatTheyStartBelowIt() throws Exception {
    Started threads = new Started();

    try (DeadlineRunner runner =
        new DeadlineRunner("calls", getClass().getClassLoader(), Duration.ofSeconds(1))) {
      CallResult<Boolean> result = runner.start(threads::start, Duration.ofSeconds(20)).await();

      assertThat(result).isInstanceOf(CallResult.Returned.class);
      assertThat(threads.caller.get(20, TimeUnit.SECONDS)).isEqualTo(Thread.NORM_PRIORITY);
      assertThat(threads.started.get(20, TimeUnit.SECONDS)).isLessThan(Thread.NORM_PRIORITY);
    }
  }

  @Test
  @SuppressWarnings("ThreadPriorityCheck") // what a plugin may do
  void shouldNotLetAThreadRaiseItself() throws Exception {
    CompletableFuture<Integer> raised = new CompletableFuture<>();
    CallGroup group = new CallGroup("calls");
    Thread caller =
        group.make(
            inGroup ->
                new Thread(
                    inGroup,
                    () -> {
                      Thread started =
                          new Thread(() -> raised.complete(Thread.currentThread().getPriority()));
                      started.setPriority(Thread.MAX_PRIORITY);
                      started.start();
                    }));

    caller.start();

    assertThat(raised.get(20, TimeUnit.SECONDS)).isLessThan(Thread.NORM_PRIORITY);
  }
}
