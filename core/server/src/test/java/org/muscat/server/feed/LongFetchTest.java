package org.muscat.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.HostedFeed;
import org.muscat.host.config.Problems;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.runtime.Session;

/** A feed that has much to tell, two lines a batch. */
class LongFetchTest {

  private static final int MUCH = 2 * Batches.MOST;

  @TempDir private Path folder;

  private Session session;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldEndAFetchAndGoOnInTheNext() throws IOException {
    FeedRunner feed = feed(MUCH + 2);

    Fetched first = feed.run();

    assertThat(first.hasMore()).isTrue();
    assertThat(first.failure()).isEmpty();
    assertThat(first.stored()).isEqualTo(MUCH);
    assertThat(status().observed()).isEqualTo(MUCH);
    assertThat(status().state(session.clock().instant())).isEqualTo(FeedStatus.State.UP);
    assertThat(feed.next()).isBeforeOrEqualTo(session.clock().instant());

    Fetched second = feed.run();

    assertThat(second.hasMore()).isFalse();
    assertThat(second.stored()).isEqualTo(2);
    assertThat(feed.next()).isAfter(session.clock().instant().plusSeconds(3_000));
  }

  @Test
  void shouldEndAFetchThatTakesLong() throws IOException {
    feed(30).close();
    AtomicLong steps = new AtomicLong();
    Instant start = session.clock().instant();
    Clock quick = new SetClock(() -> start.plusSeconds(5 * steps.getAndIncrement()));

    try (FeedRunner feed =
        new FeedRunner(
            opened(),
            "lines",
            "acme",
            Duration.ofHours(1),
            session.store(),
            session.feedBoard(),
            quick,
            Duration.ofMinutes(5),
            new Random(1))) {
      assertThat(feed.run().hasMore()).isTrue();
    }
  }

  @Test
  void shouldEndAFetchAfterItsBatchForWhoeverWaits() throws IOException {
    FeedRunner feed = feed(6);
    feed.stopAfterBatch();

    assertThat(feed.run().stored()).isEqualTo(2);

    feed.goOn();
    assertThat(feed.run().stored()).isEqualTo(4);
    assertThat(session.store().cursor("drop")).contains("6");
  }

  @Test
  void shouldGoOnAtOnce() throws IOException {
    FeedRunner feed = feed(MUCH + 2);

    try (FeedSchedule schedule =
        new FeedSchedule(session.store().schedule(), List.of(feed), () -> {}, session.clock())) {
      schedule.start();

      await().atMost(Duration.ofSeconds(60)).until(() -> status().observed() == MUCH + 2);
      assertThat(status().fetches()).isEqualTo(2);
    }
  }

  private FeedRunner feed(int days) throws IOException {
    Instant first = Instant.parse("2000-01-01T00:00:00Z");
    Home home = Home.in(folder);
    home.feed(
        IntStream.range(0, days)
            .mapToObj(day -> "test/one," + first.plus(Duration.ofDays(day)) + ",1")
            .toArray(String[]::new));
    session = home.open();
    return session.configuredFeeds().get(0);
  }

  private HostedFeed opened() {
    return session
        .plugins()
        .feed("lines")
        .orElseThrow()
        .open(
            "drop",
            session.config().feeds().get(0).config(),
            folder,
            session.clock(),
            new Problems())
        .orElseThrow();
  }

  private FeedStatus status() {
    return session.feedBoard().all().get(0);
  }
}
