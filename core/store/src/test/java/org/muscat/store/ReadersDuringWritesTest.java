package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.everything;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.spi.Observation;

@ParameterizedClass
@EnumSource(Kind.class)
class ReadersDuringWritesTest {

  private static final int ROWS = 200;
  private static final int REVISIONS = 40;
  private static final String LEFT = "test/left";
  private static final String RIGHT = "test/right";

  @Parameter private Kind kind;

  @Test
  @Timeout(60)
  void shouldSeeAllOfADeliveryOrNothingOfIt(@TempDir Path folder) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger views = new AtomicInteger();
    ExecutorService readers = Executors.newFixedThreadPool(3);
    try (TestDatabase database = kind.fresh(folder);
        Store store = database.open()) {
      store.append(revision(1));
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        reading.add(
            readers.submit(
                () -> {
                  while (!done.get()) {
                    checkOneRevision(store);
                    views.incrementAndGet();
                  }
                }));
      }
      await().until(() -> views.get() > 3);

      for (int i = 2; i <= REVISIONS; i++) {
        store.append(revision(i));
      }

      done.set(true);
      for (Future<?> reader : reading) {
        reader.get(10, TimeUnit.SECONDS);
      }
      assertThat(views.get()).isGreaterThan(3);
    } finally {
      done.set(true);
      readers.shutdown();
      assertThat(readers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void shouldLoseNothingAcknowledgedWhenItIsClosedAtWork(@TempDir Path folder) throws Exception {
    TestDatabase database = kind.fresh(folder);
    Store store = database.open();
    AtomicInteger acknowledged = new AtomicInteger();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<?> writing =
          writer.submit(
              () -> {
                while (true) {
                  int next = acknowledged.get();
                  store.append(Days.delivery(next, Days.point(next, 80)));
                  acknowledged.incrementAndGet();
                }
              });
      await().until(() -> acknowledged.get() > 5);

      store.close();

      assertThatThrownBy(() -> writing.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StoreException.class);
      try (Store again = database.open()) {
        assertThat(Days.values(again, 9_999))
            .hasSizeBetween(acknowledged.get(), acknowledged.get() + 1);
      }
    } finally {
      writer.shutdown();
      database.close();
    }
  }

  /** Both series wholly of the same revision. */
  private static void checkOneRevision(Store store) {
    AsOfView view = store.view(day(9_999), everything(LEFT, RIGHT), SourceRanking.byName());
    double revision = view.series(LEFT).value(0);
    assertThat(view.series(LEFT).values()).hasSize(ROWS).containsOnly(revision);
    assertThat(view.series(RIGHT).values()).hasSize(ROWS).containsOnly(revision);
  }

  private static Delivery revision(int revision) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      observations.add(Observation.point(LEFT, day(i), revision));
      observations.add(Observation.point(RIGHT, day(i), revision));
    }
    return new Delivery(EIA, 1, day(ROWS + revision), observations, null);
  }
}
