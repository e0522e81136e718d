package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.imports.CsvImport;
import org.muscat.server.imports.ImportMap;
import org.muscat.server.imports.KnownAt;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/** The maps of the other files of geopolitical risk, on made-up files of their shape. */
class GprMapsTest {

  private static final String COUNTRIES =
      """
      month,GPR,GPRT,GPRC_ARG,GPRC_CHN,GPRC_EGY,GPRC_IND,GPRC_ISR,GPRC_KOR,GPRC_RUS,GPRC_SAU,GPRC_TUR,GPRC_TWN,GPRC_UKR,GPRC_USA,event
      1984-12-01,,,,,,,,,,,,,,,
      2024-03-01,110.5,120,0.01,0.5,0.06,0.07,0.81,0.2,1.1,0.09,0.1,0.11,0.9,2.1,Made up
      """;
  private static final String DAILY =
      """
      Date,GPR_AI,GPR_AER,GPR_OIL,GPR_NONOIL,THREATS_GPR_AI,ACTS_GPR_AI,GPR_OIL_MiddleEast,GPR_OIL_Russia
      2024-03-01,101.5,99,20.25,81,95,110,12.5,3
      2024-03-02,98,97,,80,94,109,,3
      """;

  @TempDir private Path folder;

  @Test
  void shouldReadTheCountriesOfTheMonthlyFile() throws IOException {
    CsvImport.Content content = read("gpr-country", COUNTRIES, "lag:P37D");

    assertThat(content.rejections()).isEmpty();
    assertThat(content.observations())
        .hasSize(11)
        .contains(
            Observation.point("gpr/country/isr", Instant.parse("2024-03-01T00:00:00Z"), .81)
                .knownAt(Instant.parse("2024-04-07T00:00:00Z"), KnownBasis.ASSUMED));
  }

  @Test
  void shouldReadTheDailyFileOfTheLanguageModel() throws IOException {
    CsvImport.Content content = read("ai-gpr", DAILY, "lag:P30D");

    assertThat(content.rejections()).isEmpty();
    assertThat(content.observations())
        .filteredOn(one -> one.observedAt().equals(Instant.parse("2024-03-01T00:00:00Z")))
        .extracting(Observation::series, Observation::value)
        .containsExactlyInAnyOrder(
            tuple("gpr-ai/all", 101.5),
            tuple("gpr-ai/threats", 95.0),
            tuple("gpr-ai/acts", 110.0),
            tuple("gpr-ai/oil", 20.25),
            tuple("gpr-ai/oil-middle-east", 12.5));
  }

  @Test
  void shouldMakeNoPointOfAnEmptyCell() throws IOException {
    assertThat(read("ai-gpr", DAILY, "lag:P30D").observations())
        .filteredOn(one -> one.series().startsWith("gpr-ai/oil"))
        .hasSize(2);
  }

  @Test
  void shouldSayWhichColumnIsGone() {
    assertThatThrownBy(() -> read("ai-gpr", DAILY.replace("GPR_AI,", "GPR_LLM,"), "lag:P30D"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no column [GPR_AI");
  }

  @Test
  void shouldSayThatADateIsNotIso() throws IOException {
    CsvImport.Content content =
        read("gpr-country", COUNTRIES.replace("2024-03-01", "3/1/2024"), "lag:P37D");

    assertThat(content.rejections().get(0).reason())
        .isEqualTo("month is '3/1/2024', not an ISO date or instant");
  }

  private CsvImport.Content read(String map, String text, String known) throws IOException {
    Path maps = Path.of("src", "main", "conf", "maps");
    return CsvImport.read(
        Files.writeString(folder.resolve("made-up.csv"), text),
        ImportMap.read(maps.resolve(map + ".yaml")),
        KnownAt.parse(known));
  }
}
