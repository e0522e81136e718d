package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.fixture.Home;
import org.muscat.server.report.ReportHome;

/** {@code muscat report}. */
class ReportCommandTest {

  private static final String NAME = "north_2025-02-22_2025-03-01T120000Z";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = ReportHome.in(folder);
  }

  private int run(String line) throws IOException {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(line.split(" ")));
    all.addAll(List.of("--config", home.config().toString()));
    all.addAll(List.of("--plugins", home.plugins().toString()));
    all.addAll(List.of("--data", home.data().toString()));
    return MuscatCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void shouldSayWhatScoreSays() throws IOException {
    assertThat(run("report --model test --theatre north --as-of " + ReportHome.END)).isZero();
    Path reports = home.data().resolve("reports");
    assertThat(out.toString())
        .isEqualTo(reports.resolve(NAME + ".html") + "\n" + reports.resolve(NAME + ".csv") + "\n");
    String html = Files.readString(reports.resolve(NAME + ".html"));
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(reports.resolve(NAME + ".csv")))
            .getRecords();

    assertThat(rows).hasSize(9);
    for (CSVRecord row : rows) {
      run("score --model test --theatre north --format json --as-of " + row.get("as_of"));
      JsonNode score = new ObjectMapper().readTree(out.toString());
      assertThat(row.get("stability")).isEqualTo(score.at("/stability/value").asText());
      assertThat(row.get("lower")).isEqualTo(score.at("/stability/lower").asText());
      assertThat(row.get("upper")).isEqualTo(score.at("/stability/upper").asText());
      assertThat(row.get("coverage")).isEqualTo(score.at("/coverage").asText());
      assertThat(row.get("regime")).isEqualTo(score.at("/regime/regime").asText());
      assertThat(html)
          .contains(
              String.format(
                  "<td class=\"number\">%.1f</td>", score.at("/stability/value").asDouble()));
    }
  }

  @Test
  void shouldSayWhatExplainSays() throws IOException {
    run("report --model test --theatre north --as-of " + ReportHome.END);
    String html = Files.readString(home.data().resolve("reports").resolve(NAME + ".html"));
    run(
        "explain --model test --theatre north --format json --from 2025-02-22T00:00:00Z --to "
            + ReportHome.END);

    String words = new ObjectMapper().readTree(out.toString()).get("text").asText();
    String escaped =
        words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;");
    assertThat(html).contains("<p>" + escaped + "</p>");
  }

  @Test
  void shouldWriteTheSameBytesAgainWhereverItIsTold() throws IOException {
    String command =
        "report --model test --theatre north --from 2025-02-22T09:00:00Z --to " + ReportHome.END;
    assertThat(run(command)).isZero();
    assertThat(run(command + " --out " + folder.resolve("twice") + " --format html")).isZero();

    assertThat(folder.resolve("twice").toFile().list()).containsExactly(NAME + ".html");
    assertThat(folder.resolve("twice").resolve(NAME + ".html"))
        .hasSameBinaryContentAs(home.data().resolve("reports").resolve(NAME + ".html"));
  }

  @Test
  void shouldWriteAReportOfEachTheatreOfTheModel() throws IOException {
    assertThat(run("report --model test --format csv --as-of " + ReportHome.END)).isZero();

    assertThat(home.data().resolve("reports").toFile().list())
        .containsExactlyInAnyOrder(NAME + ".csv", NAME.replace("north", "south") + ".csv");
  }

  @Test
  void shouldSayByItsCodeThatThereIsNoScoreAndWriteTheReportAllTheSame() throws IOException {
    assertThat(run("report --model test --theatre north --as-of 2020-01-08T00:00:00Z"))
        .isEqualTo(3);

    Path file = Path.of(out.toString().lines().findFirst().orElseThrow());
    assertThat(file).content().contains("No moment of the period has a score.");
  }

  @Test
  void shouldSayThatAFileCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(run("report --model test --out " + file + " --as-of " + ReportHome.END))
        .isEqualTo(8);

    assertThat(err.toString()).contains("cannot be made").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--as-of x | --as-of: 'x' is not an instant",
        "--from x | --from: 'x' is not an instant",
        "--period 7 | --period '7' is not a period such as P7D or P1M",
        "--period P99Y | is longer than ten years",
        "--period P7D --from 2025-01-01T00:00:00Z | exclude each other",
        "--from 2025-02-01T00:00:00Z --to 2025-01-01T00:00:00Z | ends before it begins",
        "--format pdf | pdf",
        "--theatre nowhere | there is no theatre test/nowhere",
      })
  void shouldTellAMistakeOfUse(String options, String told) throws IOException {
    assertThat(run("report --model test " + options)).isEqualTo(2);

    assertThat(err.toString()).contains(told).doesNotContain("\tat ");
    assertThat(home.data().resolve("reports")).doesNotExist();
  }
}
