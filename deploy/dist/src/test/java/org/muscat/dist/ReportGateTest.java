package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over the recorded series, as numbers and in a browser. */
@Tag("gates")
@Order(1)
class ReportGateTest {

  private static final String END = "2019-09-20T06:00:00Z";
  private static final String NAME = "hormuz_2019-08-20_2019-09-20T060000Z";

  /** Nothing is known of that time. */
  private static final String BEFORE_ALL = "1980-01-08T00:00:00Z";

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    RecordedStore.filled(folder).with(RecordedStore.Import.PORTWATCH);
    assertThat(report("P1M", END).exitCode()).isZero();
    assertThat(report("P7D", BEFORE_ALL).exitCode()).isEqualTo(3);
  }

  private static MuscatProcess.Ended report(String period, String asOf) throws IOException {
    return muscat("report", "--period", period, "--as-of", asOf, "--out", folder.toString());
  }

  private static MuscatProcess.Ended muscat(String command, String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(command, "--model", "gulf", "--theatre", "hormuz"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    return WarmMuscat.run(arguments);
  }

  @Test
  void shouldSayWhatScoreAndExplainSay() throws IOException {
    String html = Files.readString(folder.resolve(NAME + ".html"));
    List<String> rows = Files.readAllLines(folder.resolve(NAME + ".csv"));
    JsonNode score =
        new ObjectMapper().readTree(muscat("score", "--as-of", END, "--format", "json").out());
    JsonNode moved =
        new ObjectMapper()
            .readTree(
                muscat("explain", "--from", "2019-08-20T00:00:00Z", "--to", END, "--format", "json")
                    .out());

    double value = score.at("/stability/value").asDouble();
    assertThat(html)
        .contains(String.format(Locale.ROOT, "<b>%.1f</b>", value))
        .contains(score.at("/model/hash").asText())
        .contains(moved.get("text").asText());
    assertThat(rows).hasSize(1 + 32 + 1);
    assertThat(rows.get(33)).startsWith(END + ",gulf,hormuz,false,").contains("," + value + ",");
    assertThat(html).doesNotContain("No event of the period");
  }

  @Test
  void shouldWriteTheSameBytesAgain() throws IOException {
    byte[] first = Files.readAllBytes(folder.resolve(NAME + ".html"));

    report("P1M", END);

    assertThat(folder.resolve(NAME + ".html")).hasBinaryContent(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {NAME, "hormuz_1980-01-01_1980-01-08T000000Z"})
  void shouldBeOfUseInABrowserWithoutANetworkAndAScript(String name) throws IOException {
    String url = folder.resolve(name + ".html").toUri().toString();

    Browser.check("report", url);
    Browser.check("reportAsItIs", url);
    Browser.check("reportByKeyboard", url);
  }
}
