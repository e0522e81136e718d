package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.fixture.Home;
import org.muscat.server.index.Programs;
import org.muscat.server.runtime.Session;
import org.muscat.store.Store;
import org.muscat.store.StoredState;

/** {@code backfill} and {@code explain}. */
class PastCommandsTest {

  private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
  private static final String[] SPAN = {
    "--from", "2022-01-03T00:00:00Z", "--to", "2022-03-31T12:00:00Z"
  };

  @TempDir Path folder;
  @TempDir Path other;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = filled(folder);
  }

  @Test
  void shouldStoreEveryDayOnceAndNothingTheSecondTime() throws IOException {
    assertThat(run(home, "backfill", "--theatre", "north")).isZero();
    String first = out.toString();
    assertThat(run(home, "backfill", "--theatre", "north")).isZero();

    assertThat(first)
        .isEqualTo(
            "north: 88 days up to 2022-03-31T00:00:00Z, 88 with a score; 88 stored, 0 unchanged;"
                + " 11 checkpoints\n");
    assertThat(out.toString()).contains("0 stored, 88 unchanged; 11 checkpoints\n");
    assertThat(err.toString()).contains("muscat: north: 88 days");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void shouldStoreTheSameBytesWithAnyNumberOfThreads(int threads) throws IOException {
    Home twin = filled(other);

    run(home, "backfill");
    run(twin, "backfill", "--threads", String.valueOf(threads));

    List<String> one = states(home);
    assertThat(one).hasSize(2 * 88);
    assertThat(states(twin)).isEqualTo(one);
  }

  @Test
  void shouldStoreWhatScoreSays() throws IOException {
    run(home, "backfill", "--theatre", "north");
    String stored = document(home, "north", "2022-02-11T00:00:00Z");
    out.getBuffer().setLength(0);

    List<String> score =
        List.of("score", "--model", "test", "--theatre", "north", "--format", "json");
    List<String> asOf = new ArrayList<>(score);
    asOf.addAll(List.of("--as-of", "2022-02-11T00:00:00Z"));
    assertThat(command(home, asOf)).isZero();

    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(stored)).isEqualTo(mapper.readTree(out.toString()));
  }

  @Test
  void shouldStoreAnewWhatALateObservationChanges() throws IOException {
    run(home, "backfill", "--theatre", "north");
    out.getBuffer().setLength(0);
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      Instant known = Instant.parse("2022-03-25T00:00:00Z");
      Home.point(store, "test/one", known, known, 99);
    }

    run(home, "backfill", "--theatre", "north");

    assertThat(out.toString()).contains("; 7 stored, 81 unchanged;");
  }

  @Test
  void shouldWriteTheMetricsOfEveryDayAsAScraperWouldHaveGotThem() throws IOException {
    Path history = folder.resolve("test.om");
    assertThat(run(home, "backfill", "--openmetrics", history.toString())).isZero();
    out.getBuffer().setLength(0);
    command(
        home,
        List.of(
            "score --model test --theatre north --as-of 2022-02-11T00:00:00Z --format openmetrics"
                .split(" ")));
    List<String> lines = Files.readAllLines(history);

    List<String> scraped =
        out.toString().lines().filter(line -> line.contains("theatre=\"north\"")).toList();
    assertThat(scraped).hasSizeGreaterThan(20);
    assertThat(lines).containsAll(scraped.stream().map(line -> line + " 1644537600").toList());
    assertThat(lines.stream().filter(line -> line.startsWith("muscat_stability_ratio{")))
        .hasSize(2 * 88);
    assertThat(lines).endsWith("# EOF").doesNotHaveDuplicates();
    assertThat(err.toString()).contains(" samples written to " + history);
  }

  @Test
  void shouldWriteTheMetricsToNoFileThatIsThereAndLeaveNothingBeside() throws IOException {
    Path history = Files.writeString(folder.resolve("test.om"), "mine");

    assertThat(run(home, "backfill", "--openmetrics", history.toString())).isEqualTo(2);
    assertThat(run(home, "backfill", "--openmetrics", folder.resolve("new.om").toString()))
        .isZero();

    assertThat(history).hasContent("mine");
    assertThat(err.toString()).contains("test.om is there already; name another file");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void shouldSayThatNoDayHasAScore() throws IOException {
    List<String> command =
        List.of(
            "backfill",
            "--model",
            "test",
            "--theatre",
            "north",
            "--from",
            "2020-01-01T00:00:00Z",
            "--to",
            "2020-01-05T00:00:00Z");

    assertThat(command(home, command)).isEqualTo(3);

    assertThat(out.toString()).contains("5 days up to 2020-01-05T00:00:00Z, 0 with a score");
  }

  @Test
  void shouldExplainAMoveAsATable() throws IOException {
    assertThat(run(home, "explain", "--theatre", "north")).isZero();

    assertThat(out.toString())
        .startsWith("The north (north), model test version 3\nStability ")
        .containsPattern("\\d\\.\\d as of 2022-01-03T00:00:00Z \\(scored\\)")
        .containsPattern("   change [+-]\\d+\\.\\d{3}\n\nThe index of The north (fell|rose) by ")
        .containsPattern("data +first +one +[+-]\\d+\\.\\d{3}")
        .containsPattern("data +all +[+-]\\d+\\.\\d{3}")
        .containsPattern("\nsum +[+-]\\d+\\.\\d{3}")
        .containsPattern("The parts differ from the change by \\d\\.\\de-1[3-9]|by 0\\.0e\\+00");
  }

  @Test
  void shouldExplainAMoveAsJson() throws IOException {
    assertThat(run(home, "explain", "--theatre", "south", "--format", "json")).isZero();

    JsonNode move = new ObjectMapper().readTree(out.toString());
    assertThat(move.at("/theatre/id").asText()).isEqualTo("south");
    assertThat(move.get("parts")).isNotEmpty();
  }

  @Test
  void shouldNotExplainWhatHasNoScore() throws IOException {
    List<String> command =
        List.of(
            "explain",
            "--model",
            "test",
            "--theatre",
            "north",
            "--from",
            "2020-01-01T00:00:00Z",
            "--to",
            "2022-02-05T00:00:00Z");

    assertThat(command(home, command)).isEqualTo(3);

    assertThat(err.toString())
        .startsWith("muscat: theatre 'north' has no score as of 2020-01-01T00:00:00Z: ");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backfill --model test --from x --to 2022-01-05T00:00:00Z | --from: 'x' is not an instant",
        "explain --model test --from 2022-01-05T00:00:00Z --to y | --to: 'y' is not an instant",
        "explain --model test --from 2022-01-05T00:00:00Z | --to",
        "backfill --model test --from 2022-01-05T00:00:00Z --to 2022-01-01T00:00:00Z | swap them",
        "backfill --model test --from 2022-01-05T00:00:00Z --to 2022-01-06T00:00:00Z --threads 0 |"
            + " --threads 0 is not a number from 1 to 64",
        "backfill --model test --from 2022-01-05T01:00:00Z --to 2022-01-05T02:00:00Z | there is no"
            + " point of the grid",
        "explain --model best --from 2022-01-05T00:00:00Z --to 2022-01-06T00:00:00Z | there is no"
            + " theatre best/*"
      })
  void shouldTellAMistakeOfUse(String line, String told) throws IOException {
    assertThat(command(home, List.of(line.split(" ")))).isEqualTo(2);

    assertThat(err.toString()).contains(told).doesNotContain("\tat ");
  }

  private static Home filled(Path folder) throws IOException {
    Home home = Home.in(folder).model("test", Home.MODEL + Home.REGIME);
    Files.createDirectories(home.data());
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      for (String series :
          List.of("test/one", "test/two", "test/three", "test/north", "test/south")) {
        Random random = new Random(series.hashCode());
        Home.points(
            store,
            series,
            FIRST,
            random.doubles(series.equals("test/one") ? 80 : 90, 10, 60).toArray());
      }
    }
    return home;
  }

  /** Everything stored, but for when it was recorded. */
  private static List<String> states(Home home) throws IOException {
    List<String> all = new ArrayList<>();
    for (StoredState state : stored(home, "north")) {
      all.add(state.asOf() + state.document() + state.checkpoint() + state.stamp());
    }
    for (StoredState state : stored(home, "south")) {
      all.add(state.asOf() + state.document() + state.checkpoint() + state.stamp());
    }
    return all;
  }

  private static String document(Home home, String theatre, String asOf) throws IOException {
    return stored(home, theatre).stream()
        .filter(state -> state.asOf().toString().equals(asOf))
        .map(StoredState::document)
        .findFirst()
        .orElseThrow();
  }

  private static List<StoredState> stored(Home home, String theatre) throws IOException {
    try (Session session = home.open()) {
      String hash = session.theatres().find(theatre).orElseThrow().model().hash();
      String programs = Programs.of(session.plugins()).text();
      return session
          .store()
          .indexStates()
          .between(theatre, hash, programs, Instant.EPOCH, Instant.MAX);
    }
  }

  private int run(Home at, String name, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(name, "--model", "test"));
    arguments.addAll(List.of(SPAN));
    arguments.addAll(List.of(more));
    return command(at, arguments);
  }

  private int command(Home at, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--config", at.config().toString()));
    all.addAll(List.of("--plugins", at.plugins().toString()));
    all.addAll(List.of("--data", at.data().toString()));
    return MuscatCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }
}
