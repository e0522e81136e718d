package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.server.cli.FilledStore.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Inputs;
import org.muscat.store.AsOfView;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;

/** {@code muscat store export} and {@code import}. */
class StoreExportTest {

  private static final String HEADER =
      "series,source,vintage,key,observed_at,known_at,known_basis,value,type,attributes,"
          + "recorded_at\n";

  @TempDir Path folder;

  private FilledStore store;

  @BeforeEach
  void fill() throws IOException {
    store = new FilledStore(folder);
  }

  @Test
  void shouldExportEveryVersionWithAllThatIsKnownOfIt() {
    assertThat(store.run("export", "--series", "test/one")).isZero();

    assertThat(store.out())
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
    assertThat(store.err()).isEqualTo("4 rows written\n");
  }

  @Test
  void shouldLimitAnExport() {
    assertThat(
            store.run(
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

    assertThat(store.out()).hasLineCount(3).contains("10.0", "20.5").doesNotContain("E-300");
  }

  @Test
  void shouldNeutraliseFormulasAndEscapeWhatIsNotAscii() {
    store.run("export", "--series", "test/talks");

    assertThat(store.out())
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
    assertThat(store.run("export", "--out", file.toString())).isZero();

    assertThat(store.at(other, "import", file.toString())).isZero();
    assertThat(store.at(other, "import", file.toString())).isZero();

    assertThat(store.out()).isEqualTo("6 stored, 0 unchanged\n0 stored, 6 unchanged\n");
    assertThat(views(other)).isEqualTo(views(store.data()));
    Path again = folder.resolve("again.csv");
    store.at(other, "export", "--out", again.toString());
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
    store.run("export", "--series", "test/one");
    String[] parts = change.split(";");
    List<String> lines = new ArrayList<>(store.out().lines().toList());
    lines.set(3, lines.get(3).replaceFirst(Pattern.quote(parts[0]), parts[1]));
    Path file = Files.write(folder.resolve("bad.csv"), lines);

    assertThat(store.at(other, "import", file.toString())).isEqualTo(2);

    assertThat(store.err()).contains(file + ":4: " + told).contains("nothing was stored");
    assertThat(views(other)).doesNotContain("10.0");
  }

  @Test
  void shouldRefuseAFileOfOtherColumns() throws IOException {
    Path file = Files.writeString(folder.resolve("prices.csv"), "date,value\n2024-01-01,1\n");

    assertThat(store.run("import", file.toString())).isEqualTo(2);
    assertThat(store.run("import", folder.resolve("absent.csv").toString())).isEqualTo(2);

    assertThat(store.err())
        .contains("is no export of a store: its first row is [date, value]")
        .contains("'muscat import'")
        .contains("there is no file ");
  }

  @Test
  void shouldWriteThePointsOfOneMomentAsOpenMetrics() {
    assertThat(store.run("export", "--as-of", day(2.5) + "", "--format", "openmetrics")).isZero();

    assertThat(store.out())
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
    store.states();

    assertThat(store.run("export", "--theatre", "north", "--format", "openmetrics")).isZero();
    assertThat(store.out())
        .contains("muscat_stability_ratio{model=\"test\",theatre=\"north\"} 0.62 1704067200.5\n")
        .doesNotContain("0.61", "south", "1704153600")
        .endsWith("# EOF\n");

    store.forgetWhatWasPrinted();
    assertThat(store.run("export", "--theatre", "north")).isZero();
    assertThat(store.out()).hasLineCount(4).contains(",refused,,,,").contains(",61.0,");

    assertThat(store.run("export", "--theatre", "east")).isEqualTo(2);
    assertThat(store.err()).contains("no stored states of theatre 'east'; there are of [north");
  }

  @Test
  @Tag("gates")
  void shouldGivePromtoolWhatItTakes() throws IOException, InterruptedException {
    store.states();
    for (String what : List.of("--series=test/one", "--theatre=north")) {
      Path text = folder.resolve(what.substring(2, 8) + ".om");
      Path blocks = folder.resolve(what.substring(2, 8));
      store.run("export", what, "--format", "openmetrics", "--out", text.toString());

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

  /** All that can be seen of both series at every half day. */
  private static List<String> views(Path of) {
    List<String> views = new ArrayList<>();
    List<Inputs.Input> inputs =
        Inputs.none()
            .with("test/one", Duration.ofDays(9))
            .with("test/talks", Duration.ofDays(9))
            .all();
    try (Store opened = Store.open(of.resolve("muscat.db"))) {
      for (double asOf = 0; asOf < 5; asOf += 0.5) {
        AsOfView view = opened.view(day(asOf), inputs, SourceRanking.byName());
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
}
