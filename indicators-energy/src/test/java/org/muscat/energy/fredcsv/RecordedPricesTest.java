package org.muscat.energy.fredcsv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.energy.table.Fetches;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.StubAnswer;

/** Whole recorded histories in the form in which FRED would tell them. */
class RecordedPricesTest {

  @ParameterizedTest
  @CsvSource({
    "brent, 9670, 2025-06-30, 68.15",
    "wti, 9943, 2020-04-20, -36.98",
    "henryhub, 7155, 2021-02-17, 23.86",
    "ovx, 4566, 2025-06-30, 38.89",
    "t10yie, 5627, 2025-06-30, 2.29"
  })
  void shouldReadTheWholeHistory(String file, int values, String day, double value)
      throws Exception {
    List<Observation> all = fetch(file);

    assertThat(all).hasSize(values);
    assertThat(Fetches.on(day, "test/series", all).value()).isEqualTo(value);
  }

  /** An import with a lag assumes the start of the day of publication, the feed its end. */
  @Test
  void shouldKnowEachDayADayAfterAnImportDoes() throws Exception {
    List<Observation> imported =
        Recorded.column(
            "prices/brent-daily.csv",
            "Date",
            "Price",
            "test/series",
            day -> Recorded.nextBusinessDay(day).plus(Duration.ofDays(1)));

    assertThat(fetch("brent")).isEqualTo(imported);
    assertThat(imported)
        .allSatisfy(one -> assertThat(one.knownBasis()).isEqualTo(KnownBasis.ASSUMED));
  }

  private static List<Observation> fetch(String file) throws Exception {
    try (FeedTestKit<FredCsvConfig> kit =
        FeedTestKit.of(new FredCsvProvider())
            .config("series: [ID=test/series@P1BD]")
            .now("2025-07-02T12:00:00Z")
            .answering(StubAnswer.of(200, "text/csv", asFred(file).getBytes(UTF_8)))) {
      return kit.fetch().observations();
    }
  }

  private static String asFred(String file) throws IOException {
    try (Stream<String> lines = Files.lines(Recorded.data("prices/" + file + "-daily.csv"))) {
      return lines
          .skip(1)
          .map(line -> line.replace("T00:00:00.000000", ""))
          .collect(Collectors.joining("\n", "observation_date,ID\n", "\n"));
    }
  }
}
