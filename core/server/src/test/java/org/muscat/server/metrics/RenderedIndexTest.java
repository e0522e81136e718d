package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muscat.server.index.IndexBoard;

class RenderedIndexTest {

  private static final Instant FIRST = Instant.parse("2025-01-10T12:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(60);
  private static final Representation TEXT = new Representation(ExpositionFormat.TEXT, false);
  private static final Representation GZIP =
      new Representation(ExpositionFormat.OPEN_METRICS, true);

  private final AtomicLong nanos = new AtomicLong();
  private final CountDownLatch slow = new CountDownLatch(1);
  private final IndexBoard board = new IndexBoard();
  private volatile boolean isSlow;
  private final RenderedIndex index =
      new RenderedIndex(board, IndicatorValues.NONE, this::nanoTime);

  @AfterEach
  void close() {
    slow.countDown();
    index.close();
  }

  @Test
  void shouldBeEmptyBeforeTheFirstSnapshot() {
    assertThat(index.part(TEXT).piece().deflated()).isEmpty();
    assertThat(index.part(TEXT).series()).isZero();
  }

  @Test
  void shouldShowTheFirstSnapshotAtOnce() {
    board.publish(Snapshots.at(FIRST, "north"));

    assertThat(asOf()).isEqualTo(FIRST);
  }

  @Test
  void shouldRenderASnapshotOnceHoweverOftenItIsScraped() {
    board.publish(Snapshots.at(FIRST, "north"));
    await().until(() -> index.isAhead(FIRST));

    assertThat(index.part(TEXT)).isSameAs(index.part(TEXT));
    assertThat(index.part(GZIP)).isSameAs(index.part(GZIP)).isNotSameAs(index.part(TEXT));
  }

  @Test
  void shouldRenderTheNextSnapshotAheadAsItWasAskedForLately() {
    board.publish(Snapshots.at(FIRST, "north"));
    await().until(() -> index.isAhead(FIRST));
    index.part(GZIP);

    board.publish(Snapshots.at(SECOND, "north"));

    await().until(() -> index.isAhead(SECOND, GZIP));
    assertThat(index.isAhead(SECOND, TEXT)).isFalse();
  }

  @Test
  void shouldNotRenderAheadWhatNobodyAsksForAnyMore() {
    board.publish(Snapshots.at(FIRST, "north"));
    await().until(() -> index.isAhead(FIRST));
    index.part(TEXT);
    nanos.addAndGet(RenderedIndex.LATELY.plus(Duration.ofNanos(1)).toNanos());

    board.publish(Snapshots.at(SECOND, "north"));
    await().until(() -> index.isAhead(SECOND));

    assertThat(index.isAhead(SECOND, TEXT)).isFalse();
    assertThat(asOf()).isEqualTo(SECOND);
  }

  @Test
  void shouldHoldUpNeitherATickNorAScrapeWhileItIsSlow() {
    board.publish(Snapshots.at(FIRST, "north"));
    await().until(() -> index.isAhead(FIRST));
    isSlow = true;

    // On the thread of this test, as on that of the ticks.
    board.publish(Snapshots.at(SECOND, "north"));
    board.publish(Snapshots.at(SECOND.plusSeconds(60), "north"));

    assertThat(asOf()).isEqualTo(FIRST);
    slow.countDown();
    await().until(() -> asOf().equals(SECOND.plusSeconds(60)));
  }

  @Test
  void shouldShowTheNewestSnapshotOfTheTheatresThatThereAreNow() {
    board.publish(Snapshots.at(FIRST, "north", "south"));
    await().until(() -> page().series("muscat_stability_ratio").size() == 2);

    board.publish(Snapshots.at(SECOND, "north"));

    await().until(() -> page().series("muscat_stability_ratio").size() == 1);
    assertThat(asOf()).isEqualTo(SECOND);
  }

  @Test
  void shouldKeepWhatItHasAfterItsEnd() {
    board.publish(Snapshots.at(FIRST, "north"));
    await().until(() -> index.isAhead(FIRST));
    index.close();

    board.publish(Snapshots.at(SECOND, "north"));

    assertThat(asOf()).isEqualTo(FIRST);
  }

  private Instant asOf() {
    double seconds =
        page().value("muscat_index_as_of_timestamp_seconds{model=test, theatre=north}");
    return Instant.ofEpochSecond((long) seconds);
  }

  private PromText page() {
    return PromText.parse(new String(index.part(TEXT).piece().deflated(), StandardCharsets.UTF_8));
  }

  private long nanoTime() {
    if (isSlow && Thread.currentThread().getName().equals("exposition")) {
      try {
        slow.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return nanos.get();
  }
}
