package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.store.Publication;
import org.muscat.store.Store;

/** {@code muscat store} but for export and import. */
class StoreCommandTest {

  @TempDir Path folder;

  private FilledStore store;

  @BeforeEach
  void fill() throws IOException {
    store = new FilledStore(folder);
  }

  @Test
  void shouldCheckAndSayWhatIsWrong() throws SQLException {
    store.states();
    assertThat(store.run("check")).isEqualTo(1);
    assertThat(store.err()).contains("a stored checkpoint cannot be read").hasLineCount(1);
    assertThat(store.out())
        .containsPattern("observation +6 rows")
        .containsPattern("all +\\d+ bytes, \\d+\\.\\d for each observation")
        .contains("\n1 problems\n");

    raw("update vintage set first_known = 0");
    assertThat(store.run("check")).isEqualTo(1);
    assertThat(store.err()).contains("muscat: test/one of test, vintage 1: a vintage is first");
  }

  @Test
  void shouldFindNoProblemInWhatItWrote() {
    assertThat(store.run("check")).isZero();

    assertThat(store.out()).endsWith("no problems\n");
    assertThat(store.err()).isEmpty();
  }

  @Test
  void shouldBackUpOnceAndNotOverwrite() {
    Path file = folder.resolve("copy.db");

    assertThat(store.run("backup", file.toString())).isZero();
    assertThat(store.run("backup", file.toString())).isEqualTo(1);

    assertThat(store.out()).containsPattern("observation +6 rows").contains("copied to " + file);
    assertThat(store.err()).contains(file + " is there already").doesNotContain("\tat ");
    assertThat(file).exists();
  }

  @Test
  void shouldPruneOnlyWhatItSaid() {
    publish(Instant.now().minus(Duration.ofDays(100)), Instant.now().minus(Duration.ofDays(10)));

    assertThat(store.run("prune", "--keep", "P90D", "--dry-run")).isZero();
    assertThat(store.run("prune", "--keep", "P90D")).isZero();
    assertThat(store.run("prune", "--keep", "P90D")).isZero();

    assertThat(store.out().lines().map(line -> line.replaceAll(" from .*Z", "")))
        .containsExactly(
            "publications: 1 would go",
            "fetches: 0 would go",
            "job_runs: 0 would go",
            "publications: 1 removed",
            "fetches: 0 removed",
            "job_runs: 0 removed",
            "publications: 0 removed",
            "fetches: 0 removed",
            "job_runs: 0 removed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prune | --keep",
        "prune --keep much | --keep 'much' is not a period such as P90D or P2Y",
        "prune --keep P0D | --keep 'P0D' is not longer than nothing",
        "export --from x | --from: 'x' is not an instant",
        "export --series no/such | there is no series 'no/such'",
        "export --theatre north --series test/one | leave --series and --as-of out",
        "backup | FILE",
        "import | FILE.csv"
      })
  void shouldTellAMistakeOfUse(String line, String told) {
    assertThat(store.run(line.split(" "))).isEqualTo(2);

    assertThat(store.err()).contains(told).doesNotContain("\tat ");
  }

  private void publish(Instant... moments) {
    try (Store opened = Store.open(store.data().resolve("muscat.db"))) {
      for (Instant moment : moments) {
        opened
            .publications()
            .append(
                List.of(
                    new Publication(
                        "north",
                        "test",
                        "3f2a",
                        "muscat 1",
                        moment,
                        1,
                        "0".repeat(64),
                        null,
                        moment)));
      }
    }
  }

  private void raw(String change) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + store.data().resolve("muscat.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }
}
