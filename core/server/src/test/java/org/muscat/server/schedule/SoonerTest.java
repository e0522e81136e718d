package org.muscat.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.store.Store;

class SoonerTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private Store store;
  private Scheduler scheduler;
  private TaskInstance<Void> instance;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = Store.open(folder.resolve("muscat.db"));
    OneTimeTask<Void> task =
        Tasks.oneTime("test", Void.class)
            .execute(
                (one, context) -> {
                  begun.countDown();
                  awaitQuietly(end);
                });
    scheduler =
        Scheduler.create(store.schedule(), task).pollingInterval(Duration.ofMillis(50)).build();
    instance = task.instance("one");
  }

  @AfterEach
  void close() {
    end.countDown();
    scheduler.stop();
    store.close();
  }

  @Test
  void shouldBringForwardWhatIsPlannedForLater() {
    scheduler.scheduleIfNotExists(instance, Instant.now().plusSeconds(3_600));
    scheduler.start();

    Sooner.run(scheduler, instance, Instant.now(), planned -> true);

    await().until(() -> begun.getCount() == 0);
  }

  @Test
  void shouldLeaveAloneWhatIsNotWantedSooner() {
    Instant later =
        Instant.now().plusSeconds(3_600).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    scheduler.scheduleIfNotExists(instance, later);

    Sooner.run(scheduler, instance, Instant.now(), planned -> false);

    assertThat(scheduler.getScheduledExecution(instance).orElseThrow().getExecutionTime())
        .isEqualTo(later);
  }

  @Test
  void shouldLeaveAloneWhatBeginsMeanwhile() {
    scheduler.scheduleIfNotExists(instance, Instant.now());

    Sooner.run(
        scheduler,
        instance,
        Instant.now(),
        planned -> {
          scheduler.start();
          awaitQuietly(begun);
          return true;
        });

    assertThat(scheduler.getScheduledExecution(instance).orElseThrow().isPicked()).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
