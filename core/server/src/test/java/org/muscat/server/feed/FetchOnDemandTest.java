package org.muscat.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.feed.FetchOnDemand.Answer;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.runtime.Session;
import org.muscat.store.FetchRecord;

/** A feed whose own fetches are a month apart. */
@Timeout(60)
class FetchOnDemandTest {

  private static final List<String> DROP = List.of("drop");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Path file;
  private Session session;
  private FeedSchedule schedule;
  private FetchOnDemand fetches;

  @BeforeEach
  void open() throws IOException {
    Home home = Home.in(folder);
    file = home.feedEvery("P30D", "test/one,2025-01-01T00:00:00Z,1");
    session = home.open();
    schedule =
        new FeedSchedule(
            session.store().schedule(), session.configuredFeeds(), () -> {}, session.clock());
    schedule.start();
    fetches = new FetchOnDemand(session.store().fetches(), schedule, session.clock());
    await().atMost(PATIENCE).until(() -> log().size() == 1 && log().get(0).end() != null);
  }

  @AfterEach
  void close() {
    schedule.close();
    session.close();
  }

  private List<FetchRecord> log() {
    return session.store().fetches().newest("drop", 100);
  }

  private void line(String line) throws IOException {
    Files.writeString(file, "\n" + line, StandardOpenOption.APPEND);
  }

  private Instant now() {
    return session.clock().instant();
  }

  private Answer fetch(Instant since, boolean isAgain) throws InterruptedException {
    List<Answer> answers = fetches.fetch(DROP, since, isAgain);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private void failed(int times, Instant notBefore) {
    for (int i = 0; i < times; i++) {
      long id = session.store().fetches().begin("drop", "lines", now());
      session
          .store()
          .fetches()
          .end(id, new FetchRecord.End(now(), "RATE_LIMITED", "slow", 0, 0, 0, 1, 0, notBefore));
    }
  }

  @Test
  void shouldFetchOnceAndStoreWhatIsNew() throws Exception {
    line("test/one,2025-01-02T00:00:00Z,2");
    line("test/one,2025-01-03T00:00:00Z,3");

    Answer answer = fetch(now(), false);

    assertThat(answer.failure()).isEmpty();
    assertThat(answer.stored()).isEqualTo(2);
    assertThat(log()).hasSize(2);
    // Its own pace goes on from there.
    await().atMost(PATIENCE).pollDelay(Duration.ofSeconds(3)).until(() -> log().size() == 2);
  }

  @Test
  void shouldTellWhyAFetchFailed() throws Exception {
    line("fail");

    Answer answer = fetch(now(), false);

    assertThat(answer.failure())
        .hasValueSatisfying(why -> assertThat(why).contains("BAD_DATA", "line 2"));
    assertThat(log()).hasSize(2);
  }

  @Test
  void shouldNotAskAgainWhatWasFetchedWellSince() throws Exception {
    Instant slot = now();
    line("test/one,2025-01-02T00:00:00Z,2");
    Answer first = fetch(slot, false);

    Answer again = fetch(slot, false);

    assertThat(again).isEqualTo(first);
    assertThat(log()).hasSize(2);
  }

  @Test
  void shouldAskAgainWhatFailedSince() throws Exception {
    Instant slot = now();
    line("fail");
    assertThat(fetch(slot, false).failure()).isPresent();

    assertThat(fetch(slot, true).failure()).isPresent();

    assertThat(log()).hasSize(3);
  }

  @Test
  void shouldLeaveASourceAloneAsLongAsItWants() throws Exception {
    Instant notBefore = now().plusSeconds(3_600);
    failed(1, notBefore);

    Answer answer = fetch(now(), false);

    assertThat(answer.failure())
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .startsWith("its source wants not to be asked before ")
                    .endsWith("; RATE_LIMITED: slow"));
    assertThat(log()).hasSize(2);
  }

  @Test
  void shouldAskOnceAFeedThatFailedAgainAndAgain() throws Exception {
    failed(Pace.FAILURES_TO_OPEN, null);
    Instant slot = now().plusSeconds(1);

    Answer second = fetch(slot, true);

    assertThat(second.failure())
        .contains("left to its own pace after 5 failures; RATE_LIMITED: slow");
    assertThat(log()).hasSize(6);
    assertThat(fetch(slot, false).failure()).isEmpty();
    assertThat(log()).hasSize(7);
  }

  @Test
  void shouldWaitForAFetchThatRunsAndThenFetch() throws Exception {
    line("hang");
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              schedule.fetchNow(DROP);
              return log().size() == 2;
            });
    CompletableFuture<Answer> asked =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return fetch(now(), false);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    await().atMost(PATIENCE).pollDelay(Duration.ofSeconds(2)).until(() -> log().size() == 2);

    // What hangs is interrupted when Muscat stops; another process goes on.
    schedule.close();
    Files.writeString(file, "test/one,2025-01-01T00:00:00Z,1\ntest/one,2025-01-02T00:00:00Z,2\n");
    try (FeedSchedule next =
        new FeedSchedule(
            session.store().schedule(), session.configuredFeeds(), () -> {}, session.clock())) {
      next.start();

      assertThat(asked.get(30, TimeUnit.SECONDS).stored()).isEqualTo(1);
    }
    assertThat(log()).hasSize(3);
  }

  @Test
  void shouldEndWhenItIsInterrupted() throws Exception {
    line("hang");
    Thread caller = Thread.currentThread();
    CompletableFuture<Void> interrupting =
        CompletableFuture.runAsync(
            () -> {
              await().atMost(PATIENCE).until(() -> log().size() == 2);
              caller.interrupt();
            });

    assertThatThrownBy(() -> fetch(now(), false)).isInstanceOf(InterruptedException.class);

    interrupting.get(10, TimeUnit.SECONDS);
  }
}
