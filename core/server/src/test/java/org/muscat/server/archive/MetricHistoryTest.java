package org.muscat.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricHistoryTest {

  private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");

  /** Two metrics in each family; that of a set of states has a sample for each of them. */
  private static final String PAGE =
      """
      # TYPE muscat_coverage_ratio gauge
      # UNIT muscat_coverage_ratio ratio
      # HELP muscat_coverage_ratio How much is known.
      muscat_coverage_ratio{theatre="nörth } 1"} %1$d.5
      muscat_coverage_ratio{theatre="south"} %1$d.25
      # TYPE muscat_model info
      # HELP muscat_model Of no theatre.
      muscat_model_info{model="m"} 1
      # TYPE muscat_status stateset
      # HELP muscat_status In a word.
      muscat_status{muscat_status="held",theatre="north"} 0
      muscat_status{muscat_status="scored",theatre="north"} %1$d
      muscat_status{theatre="south",muscat_status="held"} %1$d
      muscat_status{theatre="south",muscat_status="scored"} 0
      # EOF
      """;

  private static final String HISTORY =
      """
      # TYPE muscat_coverage_ratio gauge
      # UNIT muscat_coverage_ratio ratio
      # HELP muscat_coverage_ratio How much is known.
      muscat_coverage_ratio{theatre="nörth } 1"} 1.5 1640995200
      muscat_coverage_ratio{theatre="nörth } 1"} 2.5 1641081600
      muscat_coverage_ratio{theatre="nörth } 1"} 3.5 1641168000
      muscat_coverage_ratio{theatre="south"} 1.25 1640995200
      muscat_coverage_ratio{theatre="south"} 2.25 1641081600
      muscat_coverage_ratio{theatre="south"} 3.25 1641168000
      # TYPE muscat_status stateset
      # HELP muscat_status In a word.
      muscat_status{muscat_status="held",theatre="north"} 0 1640995200
      muscat_status{muscat_status="scored",theatre="north"} 1 1640995200
      muscat_status{muscat_status="held",theatre="north"} 0 1641081600
      muscat_status{muscat_status="scored",theatre="north"} 2 1641081600
      muscat_status{muscat_status="held",theatre="north"} 0 1641168000
      muscat_status{muscat_status="scored",theatre="north"} 3 1641168000
      muscat_status{theatre="south",muscat_status="held"} 1 1640995200
      muscat_status{theatre="south",muscat_status="scored"} 0 1640995200
      muscat_status{theatre="south",muscat_status="held"} 2 1641081600
      muscat_status{theatre="south",muscat_status="scored"} 0 1641081600
      muscat_status{theatre="south",muscat_status="held"} 3 1641168000
      muscat_status{theatre="south",muscat_status="scored"} 0 1641168000
      # EOF
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 1_000_000})
  void shouldKeepTheSamplesOfAMetricTogetherHoweverLittleMemoryThereIs(int room)
      throws IOException {
    Path file = folder.resolve("history.om");

    try (MetricHistory history = new MetricHistory(file, room)) {
      assertThat(fill(history)).isEqualTo(18);
    }

    assertThat(file).hasContent(HISTORY);
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void shouldShowNoFileBeforeItIsWhole() throws IOException {
    Path file = folder.resolve("history.om");
    Path killed = Files.writeString(folder.resolve(".history.om.part"), HISTORY + HISTORY);

    try (MetricHistory history = new MetricHistory(file, 0)) {
      history.add(FIRST, PAGE.formatted(1));
      assertThat(file).doesNotExist();
    }
    try (MetricHistory history = new MetricHistory(file, 0)) {
      assertThat(fill(history)).isEqualTo(18);
    }

    assertThat(file).hasContent(HISTORY);
    assertThat(killed).doesNotExist();
  }

  private static long fill(MetricHistory history) {
    for (int day = 1; day <= 3; day++) {
      history.add(FIRST.plus(Duration.ofDays(day - 1)), PAGE.formatted(day));
    }
    return history.finish();
  }
}
