package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.spi.Event;

/**
 * Kills the process that stores, or the server it stores in, at random moments. A few rounds; the
 * profile "soak" plays fifty on SQLite and twenty on PostgreSQL.
 */
class CrashTest {

  private static final int ROUNDS = Integer.getInteger("muscat.crash.rounds", 4);
  private static final int POSTGRES_ROUNDS = Math.max(4, ROUNDS * 2 / 5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  private final Random random = new Random(7);
  private int stored;

  @Test
  void shouldLoseNothingAcknowledgedInAFile() throws Exception {
    Path file = folder.resolve("muscat.db");
    for (int round = 0; round < ROUNDS; round++) {
      try (ChildProcess writer = ChildProcess.of(CrashingWriter.class, file.toString())) {
        runForAWhile(writer);
        writer.kill();
        assertThat(integrity(file)).isEqualTo("ok");
        checkEnded(StoreLocation.file(file), writer);
      }
    }
    report("SQLite", ROUNDS, 0);
  }

  @Test
  void shouldLoseNothingAcknowledgedInPostgres() throws Exception {
    int serverKills = 0;
    try (OwnPostgres server = new OwnPostgres(folder.resolve("data"))) {
      for (int round = 0; round < POSTGRES_ROUNDS; round++) {
        try (ChildProcess writer = ChildProcess.of(CrashingWriter.class, server.url())) {
          runForAWhile(writer);
          if (round % 4 == 1) {
            killTheServerUnder(writer, server);
            serverKills++;
          }
          writer.kill();
          checkEnded(StoreLocation.of(server.url()), writer);
        }
      }
    }
    report("PostgreSQL", POSTGRES_ROUNDS, serverKills);
  }

  /** The writer lives through it and goes on when the server is back. */
  private static void killTheServerUnder(ChildProcess writer, OwnPostgres server) throws Exception {
    server.kill();
    int before = acknowledged(writer);
    server.startAgain();
    check(StoreLocation.of(server.url()), before);
    await().atMost(PATIENCE).until(() -> acknowledged(writer) > before + 1 || !writer.isAlive());
    assertThat(writer.isAlive()).as("%s", tail(writer)).isTrue();
  }

  /** Lets it acknowledge something, and go on for up to a third of a second. */
  private void runForAWhile(ChildProcess writer) throws InterruptedException {
    int atLeast = 1 + random.nextInt(8);
    await().atMost(PATIENCE).until(() -> acknowledgedLines(writer) >= atLeast || !writer.isAlive());
    assertThat(writer.runs(random.nextInt(300_000))).as("%s", tail(writer)).isTrue();
  }

  /** After the writer died: all it acknowledged, and at most the delivery it was at. */
  private void checkEnded(StoreLocation location, ChildProcess writer) {
    int acknowledged = acknowledged(writer);
    stored = check(location, acknowledged);
    assertThat(stored).as("%s", tail(writer)).isLessThanOrEqualTo(acknowledged + 1);
  }

  /** All that was acknowledged is there, each delivery whole, and the store can be written. */
  private static int check(StoreLocation location, int acknowledged) {
    try (Store store = Store.open(location)) {
      int last = CrashingWriter.lastStored(store);
      assertThat(last).isGreaterThanOrEqualTo(acknowledged);
      AsOfView view =
          store.view(
              CrashingWriter.at(last + 9),
              Days.everything(CrashingWriter.POINTS, CrashingWriter.EVENTS),
              SourceRanking.byName());
      Map<Integer, Integer> points = new HashMap<>();
      Map<Integer, Integer> events = new HashMap<>();
      for (double n : view.series(CrashingWriter.POINTS).values()) {
        points.merge((int) n, 1, Integer::sum);
      }
      for (Event event : view.events(CrashingWriter.EVENTS)) {
        events.merge((int) event.value(), 1, Integer::sum);
      }
      points.forEach((n, rows) -> assertThat(rows).isEqualTo(CrashingWriter.rows(n)));
      assertThat(events).isEqualTo(points);
      assertThat(points).hasSizeGreaterThanOrEqualTo(last);
      assertThat(store.isWritable()).isTrue();
      return last;
    }
  }

  private static int acknowledged(ChildProcess writer) {
    List<String> lines = writer.lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (line.matches("acknowledged \\d+")) {
        return Integer.parseInt(line.substring("acknowledged ".length()));
      }
    }
    return 0;
  }

  private static long acknowledgedLines(ChildProcess writer) {
    return writer.lines().stream().filter(line -> line.startsWith("acknowledged ")).count();
  }

  private static List<String> tail(ChildProcess writer) {
    return writer.lines().subList(Math.max(0, writer.lines().size() - 5), writer.lines().size());
  }

  private void report(String kind, int rounds, int serverKills) {
    System.out.printf(
        "%s: %d kills of the writer, %d of the server, %d deliveries stored, none lost or torn%n",
        kind, rounds, serverKills, stored);
  }

  private static String integrity(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma integrity_check")) {
      return row.getString(1);
    }
  }
}
