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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.fixture.Home;
import org.muscat.store.Store;

class MuscatCommandTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| name a command: serve, health, reload, dev, score, explain, report, backfill, jobs, scales, import, compose, plugins, config or store",
        "store | name a command: check, backup, export, import or prune",
        "fly | fly",
        "plugins | name a command: list",
        "score | --model",
        "score --model test --format xml | xml",
        "score --model test --fail-below much | much",
        "score --model test --fail-below NaN | --fail-below NaN is not a number from 0 to 100",
        "score --model test --as-of yesterday | --as-of: 'yesterday' is not an instant",
        "score --model test --as-of +999999999-01-01T00:00:00Z | is not in the years 1 to 9999",
        "serve --port 70000 | --port 70000 is not a number from 0 to 65535",
        "serve --port -1 | --port -1 is not a number from 0 to 65535",
        "serve --demo --config x | leave --config out",
        "import --vintage 0 --feed lines | --vintage 0",
        "import --series test/one | name the file with --file",
        "import --source eia --series test/one | --source 'eia' goes with --feed",
        "import | --feed"
      })
  void shouldTellAMistakeOfUse(String line, String told) {
    int code = run(line == null ? new String[0] : line.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(told).doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldTellAllThatIsWrongWithTheConfiguration() throws IOException {
    store();
    home.options("heartbeat: sixty\n").model("test", Home.MODEL.replace("weight: 2", "weight: 0"));

    int code = score("--model", "test");

    assertThat(code).isEqualTo(78);
    assertThat(err.toString())
        .startsWith("muscat: 2 problems in the configuration:\n")
        .contains("muscat.yaml:2: ", "test.yaml:15: ", "'sixty'", "'three'")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldTellThatThereIsNoStore() throws IOException {
    int code = score("--model", "test");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("there is no store in " + home.data(), "muscat import");
    assertThat(home.data()).isEmptyDirectory();
  }

  @Test
  void shouldTellWhichTheatresThereAre() throws IOException {
    store();

    assertThat(score("--model", "test", "--theatre", "east")).isEqualTo(2);
    assertThat(score("--model", "best")).isEqualTo(2);

    assertThat(err.toString())
        .contains("there is no theatre test/east; there are [test/north, test/south]")
        .contains("there is no theatre best/*; there are [test/north, test/south]");
  }

  @Test
  void shouldRefuseWithACodeOfItsOwn() throws IOException {
    store();

    int code =
        score("--model", "test", "--theatre", "north", "--format", "json", "--fail-below", "99");

    assertThat(code).isEqualTo(3);
    JsonNode index = new ObjectMapper().readTree(out.toString());
    assertThat(index.get("status").asText()).isEqualTo("refused");
    assertThat(index.get("reason").asText()).contains("0.00 of the weight is present");
    assertThat(index.get("stability").isNull()).isTrue();
    assertThat(index.get("moved")).isEmpty();
    JsonNode indicator = index.get("pillars").get(0).get("indicators").get(0);
    for (String absent : List.of("value", "risk", "contribution", "observedAt")) {
      assertThat(indicator.get(absent).isNull()).as(absent).isTrue();
    }
    assertThat(index.get("pillars").get(0).get("stability").isNull()).isTrue();
    assertThat(index.get("statusWords").get(0).get("status").isNull()).isTrue();
    assertThat(index.get("statusWords").get(0).get("value").isNull()).isTrue();
  }

  @Test
  void shouldScoreAndFailBelowALimit() throws IOException {
    filled();

    assertThat(at("2025-01-03T00:00:00Z", "--fail-below", "60")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(at("2025-01-03T00:00:00Z", "--fail-below", "99")).isEqualTo(5);
    assertThat(err.toString()).containsPattern("'north': stability 7\\d\\.\\d\\d is below 99.0\n");
  }

  @Test
  void shouldWriteATable() throws IOException {
    filled();

    assertThat(at("2025-01-03T00:00:00Z")).isZero();

    assertThat(out.toString())
        .startsWith("The north (north), model test version 3, as of 2025-01-03T00:00:00Z\n")
        .containsPattern("Stability 7\\d\\.\\d of 100, 90 % interval 71\\.\\d to 73\\.\\d")
        .containsPattern("  three +30\\.00 +30\\.0 +\\d+\\.\\d +ok +2025-01-03")
        .contains("The strait-status: OPEN since 2025-01-01 (30.00 of baseline)")
        .contains("\nMargin: none, fewer than 30 daily changes of the index are known in the last")
        .contains("; band CALM\n")
        .doesNotContain("Regime", "Flags")
        .contains("Moved -");
  }

  @Test
  void shouldWriteAllTheatresOfAModel() throws IOException {
    filled();

    int code = score("--model", "test", "--as-of", "2025-01-03T00:00:00Z", "--format", "JSON");

    assertThat(code).isZero();
    JsonNode all = new ObjectMapper().readTree(out.toString());
    assertThat(all).hasSize(2);
  }

  @Test
  void shouldWriteOpenMetrics() throws IOException {
    filled();

    assertThat(at("2025-01-03T00:00:00Z", "--format", "openmetrics")).isZero();

    assertThat(out.toString())
        .contains("muscat_stability_ratio{model=\"test\",theatre=\"north\"} 0.7")
        .doesNotContain("south")
        .endsWith("# EOF\n");
  }

  @Test
  void shouldScoreWhatItHasJustFetched() throws IOException {
    String now = Instant.now().toString();
    List<String> lines = new ArrayList<>();
    Home.SERIES.forEach(series -> lines.add(series + "," + now + ",25"));
    home.feed(lines.toArray(new String[0]));

    int code = score("--model", "test", "--theatre", "north", "--fetch");

    assertThat(code).isZero();
    assertThat(out.toString()).contains("Stability 75.0 of 100");
  }

  @Test
  void shouldSayWhichFetchFailed() throws IOException {
    home.feed("fail");

    // Without a score it ends with that: the smaller of the two codes.
    assertThat(score("--model", "test", "--fetch")).isEqualTo(3);

    assertThat(err.toString()).contains("muscat: feed 'drop': BAD_DATA").contains("line 1");
  }

  @Test
  void shouldScoreAndDeliverWhatIsKnownWhenAFeedFails() throws IOException {
    String now = Instant.now().toString();
    List<String> lines = Home.SERIES.stream().map(series -> series + "," + now + ",25").toList();
    Path good = Files.write(folder.resolve("good.csv"), lines);
    Path bad = Files.writeString(folder.resolve("bad.csv"), "fail");
    home.options(
        """
        feeds:
          - {id: bad, feed: lines, every: PT1H, source: acme, config: {path: "%s"}}
          - {id: good, feed: lines, every: PT1H, source: acme, config: {path: "%s"}}
        """
            .formatted(bad, good));
    Path file = folder.resolve("muscat.prom");

    int code =
        score("--model", "test", "--theatre", "north", "--fetch", "--textfile", file.toString());

    assertThat(code).isEqualTo(4);
    assertThat(out.toString()).contains("Stability 75.0 of 100");
    assertThat(file).content().contains("muscat_stability_ratio{model=\"test\"");
    assertThat(err.toString())
        .contains("muscat: feed 'bad': BAD_DATA")
        .contains("; the score is of what is known without it")
        .doesNotContain("feed 'good'");
  }

  @Test
  void shouldListPluginsAndFailForABadOne() throws IOException {
    String plugins = home.plugins().toString();
    assertThat(run("plugins", "list", "--plugins", plugins)).isZero();
    assertThat(out.toString()).startsWith("acme ").contains("1.0", "ACTIVE");

    Files.writeString(home.plugins().resolve("text.jar"), "no archive");
    assertThat(run("plugins", "list", "--plugins", plugins)).isEqualTo(1);
    assertThat(out.toString()).contains("REJECTED", "P102");
  }

  @Test
  void shouldTellThatThereIsNoPluginsFolder() {
    int code = run("plugins", "list", "--plugins", folder.resolve("absent").toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("absent").doesNotContain("\tat ");
  }

  @Test
  void shouldImportACsvFileAndAFeed() throws IOException {
    Path csv = folder.resolve("one.csv");
    Files.writeString(csv, "date,value\n2025-01-01,1\n2025-01-02,x\n");
    Path lines = Files.writeString(folder.resolve("l.csv"), "test/two,2025-01-01T00:00:00Z,1\n");

    int file =
        command("import", "--series", "test/one", "--file", csv.toString(), "--known", "lag:P1D");
    int feed = command("import", "--feed", "lines", "--file", lines.toString());
    int none = command("import", "--feed", "lanes");
    int again = command("import", "--feed", "lines", "--set", "path=" + folder.resolve("no"));

    assertThat(List.of(file, feed, none, again)).containsExactly(0, 0, 2, 4);
    assertThat(out.toString())
        .contains("1 stored, 0 unchanged, 1 rejected", "1 stored, 0 unchanged, 0 rejected");
    assertThat(err.toString())
        .contains(csv + ":3: value is 'x', not a number")
        .contains("no loaded plugin offers a feed 'lanes', did you mean 'lines'?");
  }

  /** Else a feed that makes its folder would make one of a misspelt name. */
  @Test
  void shouldRefuseToImportAFileThatIsNotThereIntoAFeed() throws IOException {
    Path lost = folder.resolve("lost");

    int code = command("import", "--feed", "lines", "--file", lost.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("--file " + lost + " does not exist; correct the path");
  }

  private int at(String moment, String... more) throws IOException {
    List<String> all =
        new ArrayList<>(List.of("--model", "test", "--theatre", "north", "--as-of", moment));
    all.addAll(List.of(more));
    return score(all.toArray(new String[0]));
  }

  private int score(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("score"));
    all.addAll(List.of(arguments));
    return command(all.toArray(new String[0]));
  }

  private int command(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", home.config().toString()));
    all.addAll(List.of("--plugins", home.plugins().toString()));
    all.addAll(List.of("--data", home.data().toString()));
    return run(all.toArray(new String[0]));
  }

  private int run(String... arguments) {
    return MuscatCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private void store() {
    Store.open(home.data().resolve("muscat.db")).close();
  }

  private void filled() {
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      for (String series : Home.SERIES) {
        Home.points(store, series, FIRST, 10, 20, 30);
      }
      Home.points(store, "test/south", FIRST, 10, 20, 30);
      Home.points(store, "test/strait", FIRST, 10, 20, 30);
    }
  }
}
