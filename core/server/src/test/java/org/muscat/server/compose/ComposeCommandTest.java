package org.muscat.server.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.cli.MuscatCommand;
import org.muscat.testkit.Recorded;

/** The example of docs/compose.md, run as it is written there, against the golden outputs. */
class ComposeCommandTest {

  private static final Path DOCUMENT = Path.of("../../docs/compose.md");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir Path out;

  @BeforeEach
  void compose() throws IOException {
    Path spec = out.resolve("spec.yaml");
    Files.writeString(spec, example());

    int code =
        MuscatCommand.run(
            "compose",
            "--data",
            Recorded.golden("00_inputs/asem_iData.csv").toString(),
            "--meta",
            Recorded.golden("00_inputs/asem_iMeta.csv").toString(),
            "--spec",
            spec.toString(),
            "--out",
            out.toString());

    assertThat(code).isZero();
  }

  @Test
  void shouldWriteTheGoldenStages() {
    assertSame("0-raw", "04_pipeline/Raw.csv");
    assertSame("1-denominate", "04_pipeline/Denominated.csv");
    assertSame("2-impute", "04_pipeline/Imputed.csv");
    assertSame("3-screen", "04_pipeline/Screened.csv");
    assertSame("4-treat", "04_pipeline/Treated.csv");
    assertSame("5-normalise", "04_pipeline/Normalised.csv");
    assertSame("6-aggregate", "04_pipeline/Aggregated.csv");
  }

  @Test
  void shouldWriteTheGoldenResults() {
    assertSame("results-scores", "04_pipeline/results_Full_scores.csv");
    assertSame("results-ranks", "04_pipeline/results_Full_ranks.csv");
    assertThat(units(out.resolve("results-scores.csv")))
        .isEqualTo(units(Recorded.golden("04_pipeline/results_Full_scores.csv")));
  }

  @Test
  void shouldWriteTheGoldenAudit() {
    assertSame("audit-remove-one-level-1", "10_audit/remove_level1_Scores.csv");
    assertSame("audit-remove-one-level-2", "10_audit/remove_level2_Scores.csv");
    Map<String, Double> effective =
        values(out.resolve("audit-effective-weights.csv"), List.of("iCode"), "EffWeight");
    assertClose(
        effective,
        values(Recorded.golden("07_weights/effective.csv"), List.of("iCode"), "EffWeight"));
    Map<String, Double> correlations =
        values(out.resolve("audit-correlations.csv"), List.of("Var1", "Var2"), "Correlation");
    assertClose(
        correlations,
        values(
            Recorded.golden("09_corr/level1_normalised_pearson.csv"),
            List.of("Var1", "Var2"),
            "Correlation"));
    Map<String, Double> golden =
        values(Recorded.golden("09_corr/cronbach.csv"), List.of("dset", "group"), "alpha");
    values(out.resolve("audit-alpha.csv"), List.of("group"), "alpha")
        .forEach(
            (group, alpha) ->
                assertThat(alpha).isCloseTo(golden.get("Normalised " + group), within(1e-12)));
  }

  @Test
  void shouldSayWhatWasTreatedAndWhatTheScoresRestOn() {
    Map<String, Double> points =
        values(out.resolve("treatment.csv"), List.of("iCode"), "WinsorisedPoints");

    assertThat(points).containsEntry("Services", 4.0).containsEntry("LPI", 0.0);
    assertThat(values(out.resolve("coverage.csv"), List.of("uCode"), "Index").values())
        .containsOnly(1.0);
  }

  @Test
  void shouldPrintTheNumbersOfTheDocument() throws IOException {
    String document = Files.readString(DOCUMENT);

    records(out.resolve("results-scores.csv")).stream()
        .limit(3)
        .forEach(
            row ->
                assertThat(document)
                    .contains(
                        String.format(
                            "| %s | %s | %s | %s |",
                            row.get("uCode"),
                            row.get("Index").substring(0, 9),
                            row.get("Conn").substring(0, 9),
                            row.get("Sust").substring(0, 9))));
  }

  private static String example() throws IOException {
    Matcher matcher = YAML.matcher(Files.readString(DOCUMENT));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  /** Every column of the golden file is in ours, with its values. */
  private void assertSame(String stage, String golden) {
    Path file = out.resolve(stage + ".csv");
    List<CSVRecord> expected = records(Recorded.golden(golden));
    List<String> header = expected.get(0).getParser().getHeaderNames();
    for (String column : header.subList(1, header.size())) {
      if (!column.equals("Rank")) {
        assertClose(
            values(file, List.of("uCode"), column),
            values(Recorded.golden(golden), List.of("uCode"), column));
      }
    }
  }

  private static void assertClose(Map<String, Double> actual, Map<String, Double> expected) {
    assertThat(actual.keySet()).containsAll(expected.keySet());
    expected.forEach(
        (key, value) -> {
          if (value.isNaN()) {
            assertThat(actual.get(key)).as(key).isNaN();
          } else {
            assertThat(actual.get(key))
                .as(key)
                .isCloseTo(value, within(1e-12 * Math.max(Math.abs(value), 1e-3)));
          }
        });
  }

  private static Map<String, Double> values(Path file, List<String> keys, String column) {
    Map<String, Double> values = new HashMap<>();
    for (CSVRecord row : records(file)) {
      String cell = row.get(column);
      values.put(
          String.join(" ", keys.stream().map(row::get).toList()),
          cell.equals("NA") ? Double.NaN : Double.parseDouble(cell));
    }
    return values;
  }

  private static List<String> units(Path file) {
    return records(file).stream().map(row -> row.get("uCode")).toList();
  }

  private static List<CSVRecord> records(Path file) {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = FORMAT.parse(reader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
