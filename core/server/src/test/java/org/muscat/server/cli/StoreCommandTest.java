package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.fixture.Home;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.AsOfView;
import org.muscat.store.Delivery;
import org.muscat.store.Publication;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;
import org.muscat.store.StoredState;

/** {@code muscat store}. */
class StoreCommandTest {

  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
  private static final String HEADER =
      "series,source,vintage,key,observed_at,known_at,known_basis,value,type,attributes,"
          + "recorded_at\n";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path data;

  @BeforeEach
  void fill() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    try (Store store = Store.open(data.resolve("muscat.db"))) {
      Home.points(store, "test/one", FIRST, 10, 20.5, -0.1);
      Home.point(store, "test/one", FIRST, day(2), 1e-300);
      store.append(
          new Delivery(
              "=cmd|' /C calc'!A0",
              2,
              day(3),
              List.of(
                  Observation.event(
                      "test/talks",
                      "-key, \"\n\\\ud83d\ude00\ud800",
                      day(1),
                      "@met",
                      1,
                      Map.of("actor", "+OMN\t\udfff", "note", "a,b")),
                  Observation.point("test/talks", day(1), 7).knownAt(day(2), KnownBasis.ASSUMED)),
              null));
    }
  }

  @Test
  void shouldExportEveryVersionWithAllThatIsKnownOfIt() {
    assertThat(run("export", "--series", "test/one")).isZero();

    assertThat(out.toString())
        .isEqualTo(
            HEADER
                + "test/one,test,1,,2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,published,10.0,,,"
                + "2024-01-04T00:00:00Z\n"
                + "test/one,test,1,,2024-01-01T00:00:00Z,2024-01-03T00:00:00Z,published,1.0E-300,,,"
                + "2024-01-03T00:00:00Z\n"
                + "test/one,test,1,,2024-01-02T00:00:00Z,2024-01-02T00:00:00Z,published,20.5,,,"
                + "2024-01-04T00:00:00Z\n"
                + "test/one,test,1,,2024-01-03T00:00:00Z,2024-01-03T00:00:00Z,published,-0.1,,,"
                + "2024-01-04T00:00:00Z\n");
    assertThat(err.toString()).isEqualTo("4 rows written\n");
  }

  @Test
  void shouldLimitAnExport() {
    assertThat(
            run(
                "export",
                "--series",
                "test/one",
                "--from",
                day(0) + "",
                "--to",
                day(1) + "",
                "--as-of",
                day(1.5) + ""))
        .isZero();

    assertThat(out.toString()).hasLineCount(3).contains("10.0", "20.5").doesNotContain("E-300");
  }

  @Test
  void shouldNeutraliseFormulasAndEscapeWhatIsNotAscii() {
    run("export", "--series", "test/talks");

    assertThat(out.toString())
        .contains(
            "test/talks,'=cmd|' /C calc'!A0,2,\"'-key, \"\"\\u000a\\\\\\ud83d\\ude00\\ud800\",")
        .contains(",'@met,")
        .contains("\"{\"\"actor\"\":\"\"+OMN\\t\\uDFFF\"\",\"\"note\"\":\"\"a,b\"\"}\"")
        .matches("[\\x00-\\x7f]*");
  }

  @Test
  void shouldImportWhatItExported() throws IOException {
    Path file = folder.resolve("all.csv");
    Path other = folder.resolve("other");
    assertThat(run("export", "--out", file.toString())).isZero();

    assertThat(at(other, "import", file.toString())).isZero();
    assertThat(at(other, "import", file.toString())).isZero();

    assertThat(out.toString()).isEqualTo("6 stored, 0 unchanged\n0 stored, 6 unchanged\n");
    assertThat(views(other)).isEqualTo(views(data));
    Path again = folder.resolve("again.csv");
    at(other, "export", "--out", again.toString());
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-01-02T00:00:00Z,published;yesterday,published | known_at is 'yesterday', not an"
            + " instant",
        "20.5;much | value is 'much', not a finite number",
        "20.5;NaN | value is 'NaN', not a finite number",
        "published;heard | known_basis is 'heard', not fetched, published or assumed",
        "test,1;test,0 | vintage is '0', not a number from 1 on",
        "20.5,,;20.5,,[] | attributes is '[]', not a JSON object of texts",
        ",,,2024-01-04;,2024-01-04 | the row has 9 cells, not 11",
      })
  void shouldStoreNothingOfAFileWithABadRow(String change, String told) throws IOException {
    Path other = folder.resolve("other");
    run("export", "--series", "test/one");
    String[] parts = change.split(";");
    List<String> lines = new ArrayList<>(out.toString().lines().toList());
    lines.set(3, lines.get(3).replaceFirst(Pattern.quote(parts[0]), parts[1]));
    Path file = Files.write(folder.resolve("bad.csv"), lines);

    assertThat(at(other, "import", file.toString())).isEqualTo(2);

    assertThat(err.toString()).contains(file + ":4: " + told).contains("nothing was stored");
    assertThat(views(other)).doesNotContain("10.0");
  }

  @Test
  void shouldRefuseAFileOfOtherColumns() throws IOException {
    Path file = Files.writeString(folder.resolve("prices.csv"), "date,value\n2024-01-01,1\n");

    assertThat(run("import", file.toString())).isEqualTo(2);
    assertThat(run("import", folder.resolve("absent.csv").toString())).isEqualTo(2);

    assertThat(err.toString())
        .contains("is no export of a store: its first row is [date, value]")
        .contains("'muscat import'")
        .contains("there is no file ");
  }

  @Test
  void shouldWriteThePointsOfOneMomentAsOpenMetrics() {
    assertThat(run("export", "--as-of", day(2.5) + "", "--format", "openmetrics")).isZero();

    assertThat(out.toString())
        .isEqualTo(
            """
            # HELP muscat_observation Points as they were known, in the units of their series.
            # TYPE muscat_observation gauge
            muscat_observation{series="test/one",source="test"} 1.0E-300 1704067200
            muscat_observation{series="test/one",source="test"} 20.5 1704153600
            muscat_observation{series="test/one",source="test"} -0.1 1704240000
            muscat_observation{series="test/talks",source="=cmd|' /C calc'!A0"} 7.0 1704153600
            # EOF
            """);
  }

  @Test
  void shouldWriteTheNewestStatesOfATheatre() {
    states();

    assertThat(run("export", "--theatre", "north", "--format", "openmetrics")).isZero();
    assertThat(out.toString())
        .contains("muscat_stability_ratio{model=\"test\",theatre=\"north\"} 0.62 1704067200.5\n")
        .doesNotContain("0.61", "south", "1704153600")
        .endsWith("# EOF\n");

    out.getBuffer().setLength(0);
    assertThat(run("export", "--theatre", "north")).isZero();
    assertThat(out.toString()).hasLineCount(4).contains(",refused,,,,").contains(",61.0,");

    assertThat(run("export", "--theatre", "east")).isEqualTo(2);
    assertThat(err.toString()).contains("no stored states of theatre 'east'; there are of [north");
  }

  @Test
  @Tag("gates")
  void shouldGivePromtoolWhatItTakes() throws IOException, InterruptedException {
    states();
    for (String what : List.of("--series=test/one", "--theatre=north")) {
      Path text = folder.resolve(what.substring(2, 8) + ".om");
      Path blocks = folder.resolve(what.substring(2, 8));
      run("export", what, "--format", "openmetrics", "--out", text.toString());

      Process promtool =
          new ProcessBuilder(
                  "promtool",
                  "tsdb",
                  "create-blocks-from",
                  "openmetrics",
                  text.toString(),
                  blocks.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("promtool.txt").toFile())
              .start();

      assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(promtool.exitValue())
          .as(Files.readString(folder.resolve("promtool.txt")))
          .isZero();
      assertThat(blocks).isNotEmptyDirectory();
    }
  }

  @Test
  void shouldCheckAndSayWhatIsWrong() throws SQLException {
    states();
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString()).contains("a stored checkpoint cannot be read").hasLineCount(1);
    assertThat(out.toString())
        .containsPattern("observation +6 rows")
        .containsPattern("all +\\d+ bytes, \\d+\\.\\d for each observation")
        .contains("\n1 problems\n");

    raw("update vintage set first_known = 0");
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString()).contains("muscat: test/one of test, vintage 1: a vintage is first");
  }

  @Test
  void shouldFindNoProblemInWhatItWrote() {
    assertThat(run("check")).isZero();

    assertThat(out.toString()).endsWith("no problems\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldBackUpOnceAndNotOverwrite() {
    Path file = folder.resolve("copy.db");

    assertThat(run("backup", file.toString())).isZero();
    assertThat(run("backup", file.toString())).isEqualTo(1);

    assertThat(out.toString()).containsPattern("observation +6 rows").contains("copied to " + file);
    assertThat(err.toString()).contains(file + " is there already").doesNotContain("\tat ");
    assertThat(file).exists();
  }

  @Test
  void shouldPruneOnlyWhatItSaid() {
    publish(Instant.now().minus(Duration.ofDays(100)), Instant.now().minus(Duration.ofDays(10)));

    assertThat(run("prune", "--keep", "P90D", "--dry-run")).isZero();
    assertThat(run("prune", "--keep", "P90D")).isZero();
    assertThat(run("prune", "--keep", "P90D")).isZero();

    assertThat(out.toString().lines().map(line -> line.replaceAll(" from .*Z", "")))
        .containsExactly(
            "publications: 1 would go",
            "fetches: 0 would go",
            "publications: 1 removed",
            "fetches: 0 removed",
            "publications: 0 removed",
            "fetches: 0 removed");
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
    assertThat(run(line.split(" "))).isEqualTo(2);

    assertThat(err.toString()).contains(told).doesNotContain("\tat ");
  }

  private void states() {
    try (Store store = Store.open(data.resolve("muscat.db"))) {
      store
          .indexStates()
          .append(
              List.of(
                  state("north", FIRST.plusMillis(500), 1, 61.0, null),
                  state("north", FIRST.plusMillis(500), 2, 62.0, "no checkpoint"),
                  state("north", day(1), 2, null, null),
                  state("south", FIRST, 1, 50.0, null)));
    }
  }

  private static StoredState state(
      String theatre, Instant asOf, long stamp, Double stability, String checkpoint) {
    return new StoredState(
        theatre,
        "test",
        "3f2a",
        "muscat 1",
        asOf,
        stamp,
        stability == null ? "refused" : "scored",
        stability,
        stability,
        stability,
        "{}",
        checkpoint,
        day(9));
  }

  private void publish(Instant... moments) {
    try (Store store = Store.open(data.resolve("muscat.db"))) {
      for (Instant moment : moments) {
        store
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

  /** All that can be seen of both series at every half day. */
  private static List<String> views(Path of) {
    List<String> views = new ArrayList<>();
    List<Inputs.Input> inputs =
        Inputs.none()
            .with("test/one", Duration.ofDays(9))
            .with("test/talks", Duration.ofDays(9))
            .all();
    try (Store store = Store.open(of.resolve("muscat.db"))) {
      for (double asOf = 0; asOf < 5; asOf += 0.5) {
        AsOfView view = store.view(day(asOf), inputs, SourceRanking.byName());
        for (Inputs.Input input : inputs) {
          for (double value : view.series(input.series()).values()) {
            views.add(String.valueOf(value));
          }
          view.events(input.series()).forEach(event -> views.add(event.toString()));
          views.add(view.provenance(input.series()).toString());
        }
      }
    }
    return views;
  }

  private void raw(String change) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("muscat.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  private static Instant day(double day) {
    return FIRST.plusSeconds(Math.round(day * 86_400));
  }

  private int run(String... arguments) {
    return at(data, arguments);
  }

  private int at(Path where, String... arguments) {
    List<String> all = new ArrayList<>(List.of("store"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", where.toString()));
    return MuscatCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }
}
