package org.muscat.server.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.cli.MuscatCommand;
import org.muscat.testkit.Recorded;

/** The second example of docs/compose.md, run as it is written there. */
class SensitivityCommandTest {

  private static final Path DOCUMENT = Path.of("../../docs/compose.md");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final List<String> FACTORS = List.of("treat", "normalise", "weights", "aggregate");

  @TempDir Path folder;

  @Test
  void shouldFindTheGoldenIndicesUpToTheWeightsThatWereDrawn() throws IOException {
    compose(example());

    // The golden sets of weights are others of the same noise; all else is the same.
    List<CSVRecord> golden =
        records(Recorded.golden("12_sensitivity/asem_exact_factorial_indices.csv"));
    List<CSVRecord> ours = result("indices");
    assertThat(ours).extracting(row -> row.get("Factor")).isEqualTo(FACTORS);
    for (int i = 0; i < 4; i++) {
      assertThat(number(ours.get(i), "First"))
          .isCloseTo(number(golden.get(i), "Si_exact"), within(0.03));
      assertThat(number(ours.get(i), "Total"))
          .isCloseTo(number(golden.get(i), "STi_exact"), within(0.03));
      assertThat(ours.get(i).get("FirstLower")).isEqualTo("NA");
    }
    assertThat(result("response").get(0).get("Runs")).isEqualTo("2000");
    assertThat(folder.resolve("7-sensitivity.csv")).doesNotExist();
  }

  @Test
  void shouldPrintTheNumbersOfTheDocument() throws IOException {
    compose(example());

    String document = Files.readString(DOCUMENT);
    for (CSVRecord row : result("indices")) {
      assertThat(document)
          .contains(
              String.format(
                  Locale.ROOT,
                  "| %s | %.3f | %.3f |",
                  row.get("Factor"),
                  number(row, "First"),
                  number(row, "Total")));
    }
    assertThat(range("CHE")).isEqualTo("1: 1.0 to 1.0");
    assertThat(range("NLD")).isEqualTo("2: 2.0 to 9.0");
  }

  @Test
  void shouldEstimateTheGoldenIndicesFromADesign() throws IOException {
    compose(
        example()
            .replace(
                "sensitivity: exact",
                "sensitivity: monte-carlo\n    runs: 6000\n    seed: 42\n    coverage: 0.99"));

    List<CSVRecord> golden =
        records(Recorded.golden("12_sensitivity/asem_exact_factorial_indices.csv"));
    List<CSVRecord> ours = result("indices");
    for (int i = 0; i < 4; i++) {
      assertThat(number(golden.get(i), "Si_exact"))
          .isBetween(number(ours.get(i), "FirstLower"), number(ours.get(i), "FirstUpper"));
      assertThat(number(golden.get(i), "STi_exact"))
          .isBetween(number(ours.get(i), "TotalLower"), number(ours.get(i), "TotalUpper"));
    }
    assertThat(result("ranks").get(0).get("Runs")).isEqualTo("2000");
    assertThat(result("response").get(0).get("Runs")).isEqualTo("6000");
    assertThat(number(result("response").get(0), "Composed")).isBetween(1600.0, 2000.0);
  }

  private void compose(String specification) throws IOException {
    Path spec = folder.resolve("spec.yaml");
    Files.writeString(spec, specification);

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
            folder.toString());

    assertThat(code).isZero();
  }

  private static String example() throws IOException {
    Matcher matcher = YAML.matcher(Files.readString(DOCUMENT));
    assertThat(matcher.find()).isTrue();
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private List<CSVRecord> result(String name) throws IOException {
    return records(folder.resolve("sensitivity-" + name + ".csv"));
  }

  private String range(String unit) throws IOException {
    CSVRecord ranks =
        result("ranks").stream()
            .filter(row -> row.get("uCode").equals(unit))
            .findFirst()
            .orElseThrow();
    return ranks.get("Nominal") + ": " + ranks.get("Lower") + " to " + ranks.get("Upper");
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = FORMAT.parse(reader)) {
      return parser.getRecords();
    }
  }
}
