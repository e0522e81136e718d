package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.Labels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muscat.server.feed.FeedBoard;
import org.muscat.server.fixture.LogWatch;
import org.muscat.store.VintageBreak;

class SuspectFamilyTest {

  private static final VintageBreak SEEN =
      new VintageBreak("acme", 2, "drop", "test/one", 60, 59, Instant.EPOCH);

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final CountDownLatch hanging = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    hanging.countDown();
  }

  @Test
  void shouldTellWhatTheStoreSays() {
    try (SuspectFamily family = new SuspectFamily(() -> List.of(SEEN, SEEN), new FeedBoard())) {
      assertThat(
              page(family).value("muscat_series_suspect{feed=drop, series=test/one, source=acme}"))
          .isOne();
    }
  }

  @Test
  void shouldNotWaitForAStoreThatHangsNorAskItTwice() {
    AtomicInteger asked = new AtomicInteger();
    try (SuspectFamily family =
        new SuspectFamily(
            () -> {
              asked.incrementAndGet();
              await(hanging);
              return List.of(SEEN);
            },
            new FeedBoard())) {
      assertThat(page(family).series("muscat_series_suspect")).isEmpty();
      assertThat(page(family).series("muscat_series_suspect")).isEmpty();

      assertThat(asked).hasValue(1);
      assertThat(logs.warnings()).isNotEmpty().allMatch(line -> line.contains("suspect series"));
    }
  }

  @Test
  void shouldAskTheStoreAgainAfterItFailed() {
    AtomicInteger asked = new AtomicInteger();
    try (SuspectFamily family =
        new SuspectFamily(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("the disc is full");
              }
              return List.of(SEEN);
            },
            new FeedBoard())) {
      assertThat(page(family).series("muscat_series_suspect")).isEmpty();

      assertThat(page(family).series("muscat_series_suspect")).hasSize(1);
    }
  }

  private static PromText page(SuspectFamily family) {
    Families families = new Families();
    // Something must be on a page that is read strictly.
    families.gauge(HealthMetric.RELOAD_SUCCESSFUL, Labels.EMPTY, 1);
    family.add(families);
    return PromText.parse(
        new String(ExpositionFormat.TEXT.page(families.build()), StandardCharsets.UTF_8));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
