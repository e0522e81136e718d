package org.muscat.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.HostedFeed;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problems;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Inputs;
import org.muscat.spi.Series;
import org.muscat.store.SourceRanking;

class FeedRunnerTest {

  private static final String ONE = "test/one,2025-01-01T00:00:00Z,1";
  private static final String TWO = "test/one,2025-01-02T00:00:00Z,2";
  private static final String THREE = "test/one,2025-01-03T00:00:00Z,3";

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Session session;
  private Path file;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldKnowAFeedThatWasNeverFetched() throws IOException {
    FeedRunner feed = feed(ONE);

    assertThat(feed.id()).isEqualTo("drop");
    assertThat(status().every()).isEqualTo(Duration.ofHours(1));
    FeedStatus status = status();
    assertThat(status.kind()).isEqualTo("lines");
    assertThat(status.lastCompletion()).isEmpty();
    assertThat(status.observed()).isZero();
  }

  @Test
  void shouldFetchToTheEndAndGoOnFromThere() throws IOException {
    FeedRunner feed = feed(ONE, TWO, THREE);

    Fetched first = feed.run();
    Fetched again = feed.run();

    assertThat(first.stored()).isEqualTo(3);
    assertThat(first.failure()).isEmpty();
    assertThat(again.stored()).isZero();
    assertThat(again.unchanged()).isZero();
    assertThat(session.store().cursor("drop")).contains("3");
    assertThat(values()).containsExactly(1, 2, 3);
    assertThat(status().observed()).isEqualTo(3);
    assertThat(status().lastSuccess()).isPresent();
  }

  @Test
  void shouldKeepWhatCameBeforeAFailureAndGoOnFromThere() throws IOException {
    FeedRunner feed = feed(ONE, TWO, "fail");

    Fetched failed = feed.run();
    assertThat(failed.stored()).isEqualTo(2);
    assertThat(failed.failure().orElseThrow()).asString().contains("BAD_DATA", "line 3");
    assertThat(session.store().cursor("drop")).contains("2");
    assertThat(status().failure().orElseThrow().reason()).isEqualTo("BAD_DATA");
    assertThat(status().lastSuccess()).isEmpty();
    assertThat(status().lastCompletion()).isPresent();
    assertThat(status().observed()).isEqualTo(2);

    Files.writeString(file, String.join("\n", ONE, TWO, THREE));
    assertThat(feed.run().stored()).isEqualTo(1);
    assertThat(values()).containsExactly(1, 2, 3);
    assertThat(status().failure()).isEmpty();
  }

  @Test
  void shouldShowTheRowsThatWereRejected() throws IOException {
    FeedRunner feed = feed("nonsense", ONE);

    Fetched fetched = feed.run();

    assertThat(fetched.stored()).isEqualTo(1);
    assertThat(fetched.rejections()).hasSize(1);
    assertThat(status().rejections().get(0)).hasToString("lines.csv:1: 'nonsense' is not a point");
  }

  @Test
  void shouldShowTheRowsThatWereRejectedBeforeAFailure() throws IOException {
    feed("nonsense", ONE, "fail").run();

    assertThat(status().rejections()).hasSize(1);
  }

  @Test
  void shouldNotTakeRowsOfWhichNoneCanBeReadForSuccess() throws IOException {
    FeedRunner feed = feed("nonsense");

    Fetched fetched = feed.run();

    assertThat(fetched.failure().orElseThrow().reason()).isEqualTo("SOURCE_CHANGED");
    assertThat(status().lastSuccess()).isEmpty();
    assertThat(session.store().cursor("drop")).contains("1");
    Files.writeString(file, "nonsense\n" + ONE);
    assertThat(feed.run().stored()).isEqualTo(1);
  }

  @Test
  void shouldRememberAFewRejections() throws IOException {
    feed("x\n".repeat(100)).run();

    assertThat(status().rejections()).hasSize(FeedStatus.REMEMBERED_REJECTIONS);
  }

  @Test
  void shouldRejectWhatContradictsAndKeepTheRest() throws IOException {
    FeedRunner feed = feed(ONE, "test/one,2025-01-01T00:00:00Z,5", TWO);

    Fetched fetched = feed.run();

    assertThat(fetched.failure()).isEmpty();
    assertThat(fetched.rejections())
        .singleElement()
        .satisfies(row -> assertThat(row.reason()).contains("test/one", "is both 1.0 and 5.0"));
    assertThat(session.store().cursor("drop")).contains("3");
    assertThat(values()).containsExactly(1, 2);
  }

  @Test
  @Timeout(20)
  void shouldEndARunThatGetsNowhere() throws IOException {
    Fetched fetched = feed(ONE, TWO, "again").run();

    assertThat(fetched.stored()).isEqualTo(2);
    assertThat(fetched.failure().orElseThrow())
        .asString()
        .contains("says that there is more", "'2'");
  }

  @Test
  void shouldSeeWhatAnotherProcessFetched() throws IOException {
    FeedRunner feed = feed(ONE, "fail");
    try (Session other = Home.in(folder).options(options()).open()) {
      FeedRunner same = other.configuredFeeds().get(0);
      feed.run();
      assertThat(same.status().state(Instant.now())).isEqualTo(FeedStatus.State.NEW);

      same.refresh();

      assertThat(same.status().state(Instant.now())).isEqualTo(FeedStatus.State.FAILING);
      assertThat(same.status().failure().orElseThrow().reason()).isEqualTo("BAD_DATA");
      assertThat(same.status().fetches()).isZero();
    }
  }

  @Test
  void shouldKnowAfterARestartHowAFeedFared() throws IOException {
    feed(ONE, "fail").run();
    session.close();

    session = Home.in(folder).options(options()).open();
    FeedStatus status = session.configuredFeeds().get(0).status();

    assertThat(status.failure().orElseThrow().reason()).isEqualTo("BAD_DATA");
    assertThat(status.health().failures()).isEqualTo(1);
  }

  @Test
  void shouldTellOnlyOfChangesAndGoOnAfterAFailure() throws IOException {
    FeedRunner feed = often(ONE, "fail");
    AtomicInteger changes = new AtomicInteger();

    try (FeedSchedule schedule = schedule(feed, changes::incrementAndGet)) {
      schedule.start();
      await().until(() -> status().failure().isPresent());
      assertThat(changes).hasValue(0);

      Files.writeString(file, String.join("\n", ONE, TWO));
      await().until(() -> changes.get() == 1);
      Files.writeString(file, String.join("\n", ONE, TWO, THREE));
      await().until(() -> changes.get() == 2);
    }
  }

  @Test
  void shouldGoOnWhenWhoIsToldThrows() throws IOException {
    FeedRunner feed = often(ONE);
    Runnable broken =
        () -> {
          throw new StackOverflowError("told");
        };

    try (FeedSchedule schedule = schedule(feed, broken)) {
      schedule.start();
      await().until(() -> !logs.errors().isEmpty());

      Files.writeString(file, String.join("\n", ONE, TWO));
      await().until(() -> status().observed() == 2);
    }
  }

  @Test
  void shouldShowAFailureThatNobodyThoughtOf() throws IOException {
    feed(ONE);
    AtomicInteger asked = new AtomicInteger();
    Clock broken =
        new SetClock(
            () -> {
              if (asked.incrementAndGet() == 2) {
                throw new ArithmeticException("no time");
              }
              return session.clock().instant();
            });
    FeedRunner feed =
        new FeedRunner(
            opened(),
            "lines",
            "acme",
            Duration.ofHours(1),
            session.store(),
            session.feedBoard(),
            broken,
            Duration.ofMinutes(1),
            new Random(1));

    Fetched fetched = feed.run();

    assertThat(fetched.failure().orElseThrow())
        .asString()
        .contains("MUSCAT: ", "java.lang.ArithmeticException: no time");
    assertThat(status().failure().orElseThrow().reason()).isEqualTo("MUSCAT");
    assertThat(status().health().failures()).isEqualTo(1);
    assertThat(logs.events("feed-run-failed")).hasSize(1);
    assertThat(feed.run().failure()).isEmpty();
  }

  private HostedFeed opened() {
    Problems problems = new Problems();
    ConfigNode config =
        ConfigReader.parse("muscat.yaml", "{path: \"" + file + "\"}", problems).orElseThrow();
    return session
        .plugins()
        .feed("lines")
        .orElseThrow()
        .open("drop", config, folder, session.clock(), problems)
        .orElseThrow();
  }

  private FeedSchedule schedule(FeedRunner feed, Runnable storeChanged) {
    return new FeedSchedule(
        session.store().schedule(), List.of(feed), storeChanged, session.clock());
  }

  private FeedRunner feed(String... lines) throws IOException {
    return every("PT1H", lines);
  }

  private FeedRunner often(String... lines) throws IOException {
    return every("PT0.02S", lines);
  }

  private FeedRunner every(String interval, String... lines) throws IOException {
    Home home = Home.in(folder);
    file = home.feedEvery(interval, lines);
    session = home.open();
    return session.configuredFeeds().get(0);
  }

  /** Of the same feed, for another session. */
  private String options() {
    return "feeds: [{id: drop, feed: lines, every: PT1H, source: acme, config: {path: \""
        + file
        + "\"}}]\n";
  }

  private FeedStatus status() {
    return session.feedBoard().all().get(0);
  }

  private double[] values() {
    Series series =
        session
            .store()
            .view(
                session.clock().instant().plusSeconds(1),
                Inputs.none().with("test/one", Duration.ofDays(3650)).all(),
                SourceRanking.byName())
            .series("test/one");
    return series.values();
  }
}
