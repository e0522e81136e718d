package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.deliver.Receiver;
import org.muscat.server.fixture.Home;

/** {@code score --from --to --every}. */
class ScoreRangeTest {

  @TempDir private Path folder;

  private ScoreHome home;

  @BeforeEach
  void fill() throws IOException {
    home = new ScoreHome(folder, Home.MODEL + Home.REGIME);
  }

  @Test
  void shouldSayOfEachMomentWhatIsSaidOfItAlone() throws IOException {
    assertThat(range("--theatre", "north", "--format", "json")).isZero();
    JsonNode all = new ObjectMapper().readTree(home.out());

    assertThat(all).hasSize(5);
    assertThat(home.last("--format", "json")).isZero();
    assertThat(all.get(4)).isEqualTo(new ObjectMapper().readTree(home.out()));
  }

  @Test
  void shouldWriteARowForEachMomentAndTheatre() throws IOException {
    assertThat(range("--format", "csv")).isZero();

    List<String> rows = home.out().lines().toList();
    assertThat(rows).hasSize(1 + 5 * 2);
    assertThat(rows.get(1)).startsWith("2025-02-10T00:00:00Z,test,north,scored,");
    assertThat(rows.get(10)).startsWith("2025-02-14T00:00:00Z,test,south,");
    assertThat(rows.get(9)).contains(",drift,");
  }

  @Test
  void shouldWriteALineForEachMomentOnATerminal() throws IOException {
    assertThat(range("--theatre", "north")).isZero();

    assertThat(home.out().lines()).hasSize(6);
    assertThat(home.out())
        .startsWith("as of ")
        .containsPattern("\n2025-02-14T00:00:00Z +north +62\\.2 .* 1\\.00 +drift +scored\n");
  }

  @Test
  void shouldWriteMetricsWithTimestamps() throws IOException {
    assertThat(range("--theatre", "north", "--format", "openmetrics")).isZero();

    assertThat(
            home.out().lines().filter(line -> line.startsWith("muscat_stability_ratio{")).toList())
        .hasSize(5)
        .last()
        .asString()
        .endsWith(" 1739491200");
    assertThat(home.out()).endsWith("# EOF\n");
  }

  @Test
  void shouldBeSentByRemoteWrite() throws IOException {
    try (Receiver receiver = new Receiver()) {
      assertThat(range("--theatre", "north", "--remote-write", receiver.url())).isZero();

      assertThat(receiver.requests()).isNotEmpty().hasSizeLessThan(5);
    }
  }

  @Test
  void shouldSayThatATheatreHasNoScoreAtAll() throws IOException {
    int code =
        home.score(
            "--from",
            "2024-01-01T00:00:00Z",
            "--to",
            "2024-01-02T00:00:00Z",
            "--every",
            "PT12H",
            "--format",
            "csv");

    assertThat(code).isEqualTo(3);
    assertThat(home.out().lines()).hasSize(1 + 3 * 2);
  }

  @Test
  void shouldWriteNothingElseIntoAPipe() throws IOException {
    range("--theatre", "north");

    assertThat(home.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --from 2025-02-10T00:00:00Z --to 2025-02-14T00:00:00Z | belong together; give all three
          --from 2025-02-10T00:00:00Z --to 2025-02-14T00:00:00Z --every 1d | is not an ISO duration
          --from 2025-02-10T00:00:00Z --to 2025-02-14T00:00:00Z --every PT-1H | is not an ISO duration
          --from 2025-02-10T00:00:00Z --to 2025-02-14T00:00:00Z --every PT1S | more than 100000 moments
          --from 2025-02-14T00:00:00Z --to 2025-02-10T00:00:00Z --every P1D | swap them
          --from x --to 2025-02-10T00:00:00Z --every P1D | --from: 'x' is not an instant
          --from 2025-02-10T00:00:00Z --to 2025-02-14T00:00:00Z --every P1D --as-of 2025-02-14T00:00:00Z | --as-of is about one moment
          --from 2025-02-10T00:00:00Z --to 2025-02-14T00:00:00Z --every P1D --published | --published is about one moment
          --from 2025-02-10T00:00:00Z --to 2025-02-14T00:00:00Z --every P1D --fail-below 3 | --fail-below is about one moment
          --from 2025-02-10T00:00:00Z --to 2025-02-14T00:00:00Z --every P1D --pushgateway http://h/ | holds one moment; send several by --remote-write
          """)
  void shouldTellAMistakeOfUse(String line, String told) throws IOException {
    assertThat(home.score(line.split(" "))).isEqualTo(2);

    assertThat(home.err()).contains(told).doesNotContain("\tat ");
  }

  private int range(String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("--from", "2025-02-10T00:00:00Z"));
    all.addAll(List.of("--to", "2025-02-14T12:00:00Z", "--every", "P1D"));
    all.addAll(List.of(more));
    return home.score(all.toArray(String[]::new));
  }
}
