package org.muscat.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.HostedFeed;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ServerConfig.FeedConfig;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Inputs;
import org.muscat.store.SourceRanking;

/** A history that has to be read again may have no end: it is held in memory. */
class HistoryBoundsTest {

  private static final int DAYS = 300;
  private static final String SERIES = "test/one";
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  private Session session;
  private Path file;

  @BeforeEach
  void tellTheFirstHistory() throws IOException {
    Home home = Home.in(folder);
    file = home.feedOf("history", "PT1H", lines(20).toArray(String[]::new));
    session = home.open();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldTakeNothingOfAHistoryOfTooManyObservations() throws IOException {
    assertRefused(new HistoryBounds(100, 1_000, HOUR));
  }

  @Test
  void shouldTakeNothingOfAHistoryOfTooManyBatches() throws IOException {
    assertRefused(new HistoryBounds(1_000_000, 1, HOUR));
  }

  @Test
  void shouldTakeNothingOfAHistoryThatTakesTooLong() throws IOException {
    assertRefused(new HistoryBounds(1_000_000, 1_000, Duration.ZERO));
  }

  @Test
  void shouldTakeAHistoryWithinItsBounds() throws IOException {
    Fetched again = runTwice(new HistoryBounds(DAYS, 1_000, HOUR));

    assertThat(again.failure()).isEmpty();
    assertThat(newest()).isEqualTo(25);
  }

  private void assertRefused(HistoryBounds bounds) throws IOException {
    Fetched again = runTwice(bounds);

    assertThat(again.failure())
        .hasValueSatisfying(
            failure ->
                assertThat(failure.detail())
                    .startsWith("the history that has to be read again had no end after ")
                    .endsWith("import it with --vintage"));
    assertThat(newest()).isEqualTo(20);
  }

  /** The source tells its past anew in between. */
  private Fetched runTwice(HistoryBounds bounds) throws IOException {
    FeedConfig config = session.config().feeds().get(0);
    HostedFeed open =
        session
            .plugins()
            .feed("history")
            .orElseThrow()
            .open("drop", config.config(), folder, session.clock(), new Problems())
            .orElseThrow();
    try (FeedRunner feed =
        new FeedRunner(
            open,
            "history",
            "acme",
            HOUR,
            session.store(),
            session.feedBoard(),
            session.clock(),
            Duration.ofMinutes(1),
            new Random(1),
            bounds)) {
      assertThat(feed.run().stored()).isEqualTo(DAYS);
      Files.write(file, lines(25));
      return feed.run();
    }
  }

  private double newest() {
    return session
        .store()
        .view(
            session.clock().instant().plusMillis(1),
            List.copyOf(Inputs.none().with(SERIES, Duration.ofDays(3_650)).all()),
            SourceRanking.byName())
        .series(SERIES)
        .lastValue();
  }

  private static List<String> lines(int value) {
    Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS - 1, ChronoUnit.DAYS);
    return IntStream.range(0, DAYS)
        .mapToObj(day -> SERIES + "," + first.plus(day, ChronoUnit.DAYS) + "," + value)
        .toList();
  }
}
