package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;

/** The same commands on a store in PostgreSQL and on one in a file. */
class PostgresStoreTest {

  private static EmbeddedPostgres server;

  @TempDir Path folder;
  @TempDir Path other;

  private Home onPostgres;
  private Home onFile;

  private record Told(int exit, String out, String err) {}

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void homes() throws IOException {
    onPostgres =
        Home.in(folder)
            .model("test", Home.MODEL + Home.REGIME)
            .options(
                """
                store:
                  url: jdbc:postgresql://localhost:%d/postgres
                  user: postgres
                """
                    .formatted(server.getPort()));
    onFile = Home.in(other).model("test", Home.MODEL + Home.REGIME);
  }

  @Test
  void shouldImportScoreAndReplayToTheSameBytes() throws IOException {
    for (String series : List.of("one", "two", "three", "north", "south")) {
      Path csv = csv(series);
      String[] command = {
        "import", "--series", "test/" + series, "--file", csv.toString(), "--known", "lag:P1D"
      };
      assertThat(run(onPostgres, command)).isEqualTo(run(onFile, command));
    }
    String[] score = {
      "score", "--model", "test", "--as-of", "2022-03-01T00:00:00Z", "--format", "json"
    };
    String[] replay = {
      "backfill",
      "--model",
      "test",
      "--from",
      "2022-02-01T00:00:00Z",
      "--to",
      "2022-03-01T00:00:00Z"
    };

    Told first = run(onPostgres, score);
    Told replayed = run(onPostgres, replay);

    assertThat(first.exit()).isZero();
    assertThat(first.out()).contains("\"stability\"");
    assertThat(first).isEqualTo(run(onFile, score));
    assertThat(replayed.exit()).isZero();
    assertThat(replayed.out()).isEqualTo(run(onFile, replay).out());
    assertThat(run(onPostgres, replay).out()).contains(" 0 stored, ");
    assertThat(onPostgres.data()).isEmptyDirectory();
  }

  @Test
  void shouldExportAndCheckAsAFileAndLeaveBackupsToPostgres() throws IOException {
    Path csv = csv("exported");
    String[] read = {
      "import", "--series", "test/exported", "--file", csv.toString(), "--known", "lag:P1D"
    };
    String[] export = {"store", "export", "--series", "test/exported"};
    String[] metrics = {"store", "export", "--series", "test/exported", "--format", "openmetrics"};
    run(onPostgres, read);
    run(onFile, read);

    Told exported = run(onPostgres, export);
    Told backup = run(onPostgres, "store", "backup", folder.resolve("copy.db").toString());

    assertThat(exported.out()).hasLineCount(71);
    assertThat(withoutRecordedAt(exported)).isEqualTo(withoutRecordedAt(run(onFile, export)));
    assertThat(run(onPostgres, metrics)).isEqualTo(run(onFile, metrics));
    Path file = Files.writeString(folder.resolve("export.csv"), exported.out());
    assertThat(run(onPostgres, "store", "import", file.toString()).out())
        .isEqualTo("0 stored, 70 unchanged\n");
    assertThat(run(onPostgres, "store", "check").out())
        .contains(" bytes, ")
        .endsWith("no problems\n");
    assertThat(run(onPostgres, "store", "prune", "--keep", "P1D").exit()).isZero();
    assertThat(backup.exit()).isEqualTo(1);
    assertThat(backup.err()).contains("pg_dump").doesNotContain("\tat ");
  }

  /** Each was imported at a moment of its own. */
  private static String withoutRecordedAt(Told export) {
    return export.out().replaceAll(",[^,]*Z\n", "\n");
  }

  @Test
  void shouldSayInOneLineThatTheDatabaseIsNotThereAndTellNoPassword() throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), "hunter2\n");
    onPostgres.options(
        """
        store:
          url: jdbc:postgresql://localhost:%d/absent
          user: postgres
          password: ${file:%s}
        """
            .formatted(server.getPort(), secret));

    Told told = run(onPostgres, "score", "--model", "test");

    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.err())
        .startsWith("muscat: cannot open jdbc:postgresql://localhost:" + server.getPort())
        .contains("create the database first")
        .doesNotContain("hunter2", "\tat ");
  }

  private Path csv(String series) throws IOException {
    Random random = new Random(series.hashCode());
    List<String> lines = new ArrayList<>(List.of("date,value"));
    for (int day = 0; day < 70; day++) {
      lines.add(LocalDate.of(2022, 1, 1).plusDays(day) + "," + random.nextInt(10, 60));
    }
    return Files.write(folder.resolve(series + ".csv"), lines);
  }

  private static Told run(Home home, String... arguments) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", home.config().toString()));
    all.addAll(List.of("--plugins", home.plugins().toString()));
    all.addAll(List.of("--data", home.data().toString()));
    int exit =
        MuscatCommand.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Told(exit, out.toString(), err.toString());
  }
}
