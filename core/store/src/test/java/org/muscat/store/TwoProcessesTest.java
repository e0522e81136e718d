package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes that ingest the same feed into one database at once. */
@ParameterizedClass
@EnumSource(Kind.class)
class TwoProcessesTest {

  private static final String OBSERVATIONS =
      "select v.series || ' ' || v.source || ' ' || v.number || ' ' || o.observed || ' ' ||"
          + " o.event_key || ' ' || o.known || ' ' || o.value || ' ' || o.type || ' ' ||"
          + " o.attributes || ' ' || o.known_basis from observation o"
          + " join vintage v on v.id = o.vintage"
          + " order by v.series, v.source, v.number, o.observed, o.event_key, o.known";

  @Parameter private Kind kind;

  @Test
  @Timeout(180)
  void shouldStoreWhatOneProcessWouldHaveStored(@TempDir Path folder) throws Exception {
    try (TestDatabase shared = kind.fresh(folder);
        TestDatabase alone = kind.fresh(folder)) {
      int once;
      try (Store store = alone.open()) {
        once = FeedingProcess.feed(store);
      }

      List<String> said = new ArrayList<>();
      try (ChildProcess one = ChildProcess.of(FeedingProcess.class, shared.url());
          ChildProcess other = ChildProcess.of(FeedingProcess.class, shared.url())) {
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> one.lines().contains("ready") && other.lines().contains("ready"));
        one.go();
        other.go();
        assertThat(one.end()).as("%s", one.lines()).isZero();
        assertThat(other.end()).as("%s", other.lines()).isZero();
        said.addAll(one.lines());
        said.addAll(other.lines());
      }

      assertThat(
              said.stream()
                  .filter(line -> line.startsWith("stored "))
                  .mapToInt(line -> Integer.parseInt(line.substring("stored ".length())))
                  .sum())
          .isEqualTo(once);
      assertThat(rows(shared)).hasSize(once).isEqualTo(rows(alone));
      assertThat(shared.number("select count(*) from delivery"))
          .isEqualTo(2 * FeedingProcess.FETCHES);
    }
  }

  private static List<String> rows(TestDatabase database) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OBSERVATIONS)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
