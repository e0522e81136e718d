package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.store.Store;

/** {@code muscat backfill} that is killed again and again writes the bytes of one that was not. */
@Tag("gates")
@Order(1)
class KilledBackfillTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final LocalDate FIRST = LocalDate.parse("2022-01-01");
  private static final int DAYS = 3 * 256;
  private static final List<String> THEATRES = List.of("east", "west");

  private static final int WARM = 60;

  private static final String[] BACKFILL = {
    "backfill",
    "--config=muscat.yaml",
    "--model=oil",
    "--from=" + FIRST + "T00:00:00Z",
    "--to=" + FIRST.plusDays(DAYS - 1) + "T00:00:00Z",
    "--openmetrics=oil.om"
  };

  /** What the shell says of a process that was ended by SIGKILL. */
  private static final int KILLED = 128 + 9;

  /** It tells how far it is after each so many days of a theatre. */
  private static final int LINES = THEATRES.size() * DAYS / 256;

  private static final int KILLS = 20;

  /** A run that is to be killed may end before. */
  private static final int MOST_TRIES = 10;

  /** More than lies between two lines. */
  private static final int MOST_MILLIS = 150;

  private static final String MODEL =
      """
      model: oil
      version: 1
      theatres: [{id: east}, {id: west}]
      pillars:
        price:
          weight: 1
          indicators: {realised-volatility: 1, ewma-volatility: 1}
      history: {from: 2022-01-01, warm-up: P30D}
      """;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  @Test
  void shouldWriteTheBytesOfOneThatWasNotKilled() throws Exception {
    Path whole = home("whole");
    Path killed = home("killed");
    MuscatProcess.Ended undisturbed = MuscatProcess.run(whole, BACKFILL);
    assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();

    // In their order, so that each run comes further than those before it.
    for (int lines : random.ints(KILLS - 1, 0, LINES).sorted().toArray()) {
      kill(killed, muscat -> told(muscat) >= lines, MOST_MILLIS);
    }
    kill(killed, muscat -> Files.exists(killed.resolve(".oil.om.part")), 0);
    removeWhole(killed);
    MuscatProcess.Ended last = MuscatProcess.run(killed, BACKFILL);

    String label = "seed " + seed;
    assertThat(last.exitCode()).as(label + ": " + last.err()).isZero();
    assertThat(killed.resolve("oil.om"))
        .as(label)
        .isNotEmptyFile()
        .hasSameBinaryContentAs(whole.resolve("oil.om"));
    assertThat(states(killed)).as(label).hasSize(THEATRES.size() * DAYS).isEqualTo(states(whole));
    assertThat(hidden(killed)).as(label).isEmpty();
    MuscatProcess.Ended check = MuscatProcess.run(killed, "store", "check");
    assertThat(check.exitCode()).as(label + ": " + check.err()).isZero();
  }

  /** Kills a run at some moment after something has happened; one that ends before is repeated. */
  private void kill(Path home, Predicate<MuscatProcess> happened, int mostMillis) throws Exception {
    boolean killed = false;
    for (int tries = 0; !killed && tries < MOST_TRIES; tries++) {
      removeWhole(home);
      Files.deleteIfExists(home.resolve(".oil.om.part"));
      try (MuscatProcess muscat = MuscatProcess.start(home, BACKFILL)) {
        await()
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .pollInterval(LOOK)
            .until(() -> !muscat.isAlive() || happened.test(muscat));
        Instant then = Instant.now().plusMillis(random.nextInt(mostMillis + 1));
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(LOOK)
            .until(() -> !Instant.now().isBefore(then));
        muscat.kill();
        killed = muscat.exitCode() == KILLED;
      }
    }
    assertThat(killed).as("seed %d: killed before it ended", seed).isTrue();
  }

  /** A file that is there was not killed in the midst of being written. */
  private void removeWhole(Path home) throws IOException {
    Path metrics = home.resolve("oil.om");
    if (Files.exists(metrics)) {
      assertThat(metrics).hasSameBinaryContentAs(folder.resolve("whole").resolve("oil.om"));
      Files.delete(metrics);
    }
  }

  private static long told(MuscatProcess muscat) {
    try {
      return muscat.log().lines().filter(line -> line.startsWith("muscat: ")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path home(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("oil.yaml"), MODEL);
    Files.writeString(home.resolve("muscat.yaml"), "models: [oil.yaml]\n");
    StringBuilder prices = new StringBuilder("Date,Price\n");
    Random walk = new Random(7);
    double price = 80;
    for (int day = -WARM; day < DAYS; day++) {
      price *= 1 + 0.02 * walk.nextGaussian();
      prices.append(String.format(Locale.ROOT, "%s,%.2f%n", FIRST.plusDays(day), price));
    }
    Path file = Files.writeString(home.resolve("brent.csv"), prices);
    MuscatProcess.Ended filled =
        WarmMuscat.run(
            List.of(
                "import",
                "--file=" + file,
                "--map=brent",
                "--known=lag:P1D",
                "--data=" + home.resolve("data")));
    assertThat(filled.exitCode()).as(filled.err()).isZero();
    return home;
  }

  /** Everything stored, but for when it was recorded. */
  private static List<String> states(Path home) {
    List<String> all = new ArrayList<>();
    try (Store store = Store.open(home.resolve("data").resolve("muscat.db"))) {
      for (String theatre : THEATRES) {
        store
            .indexStates()
            .forEach(
                theatre,
                Instant.MIN,
                Instant.MAX,
                state ->
                    all.add(
                        state.asOf()
                            + " "
                            + state.stamp()
                            + state.document()
                            + state.checkpoint()));
      }
    }
    return all;
  }

  private static List<Path> hidden(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
