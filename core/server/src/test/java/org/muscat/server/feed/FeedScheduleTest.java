package org.muscat.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.runtime.Session;

/** A schedule whose table fails while it runs. */
class FeedScheduleTest {

  private static final String FAILED = "no fetch can begin: the table of the schedule fails";

  @TempDir private Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  @Test
  void shouldTellOnceThatItsTableFailsAndAgainAfterItWorked() throws IOException, SQLException {
    Home home = Home.in(folder);
    home.feedEvery("PT1S", "test/one,2025-01-01T00:00:00Z,1");
    AtomicInteger stored = new AtomicInteger();
    try (Session session = home.open();
        FeedSchedule schedule =
            new FeedSchedule(
                session.store().schedule(),
                session.configuredFeeds(),
                stored::incrementAndGet,
                session.clock())) {
      schedule.start();
      await().until(() -> stored.get() == 1);

      execute(session, "alter table scheduled_tasks rename to away");
      await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 1);
      // Some more polls, each of which fails in the same way.
      await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
      assertThat(failures()).isOne();
      assertThat(logs.events("schedule-failed"))
          .isNotEmpty()
          .allSatisfy(event -> assertThat(event).contains("no such table: scheduled_tasks"));

      execute(session, "alter table away rename to scheduled_tasks");
      int before = fetches(session);
      await().atMost(Duration.ofSeconds(30)).until(() -> fetches(session) > before);
      execute(session, "alter table scheduled_tasks rename to away");
      await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 2);
    }
  }

  private long failures() {
    return logs.errors().stream().filter(message -> message.endsWith(FAILED)).count();
  }

  private static int fetches(Session session) throws SQLException {
    try (Connection connection = session.store().schedule().getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from fetch")) {
      return rows.getInt(1);
    }
  }

  private static void execute(Session session, String sql) throws SQLException {
    try (Connection connection = session.store().schedule().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
