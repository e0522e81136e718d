package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;

class RecordedGdeltTest {

  @ParameterizedTest
  @CsvSource({"20180101000000,2", "20191024143000,0"})
  void shouldReadTheEventsOfADyad(String digits, double events) throws Exception {
    GdeltFile file = read(digits, new Dyad("USA", "IRN"));

    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations())
        .singleElement()
        .extracting(Observation::value)
        .isEqualTo(events);
  }

  @Test
  void shouldCountTheFourReportsOf2018AsTwoEventsOfOneSourceEach() throws Exception {
    Observation day = read("20180101000000", new Dyad("USA", "IRN")).observations().get(0);

    double ln2 = Math.log1p(1);
    assertThat(day.attributes())
        .containsExactly(
            Map.entry("goldstein-weighted", Double.toString(-4 * ln2)),
            Map.entry("root-01", "1"),
            Map.entry("root-12", "1"),
            Map.entry("weight", Double.toString(2 * ln2)));
  }

  @Test
  void shouldReadEveryDyadOfAFileWithoutARejection() throws Exception {
    GdeltFile file = read("20191024143000", new Dyad("USA", "TUR"), new Dyad("SYR", "TUR"));

    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations())
        .filteredOn(day -> day.key().endsWith("2019-10-24"))
        .allSatisfy(day -> assertThat(day.value()).isPositive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20180101000000", "20191024143000"})
  void shouldFindEachRootInItsQuadClass(String digits) throws Exception {
    for (String line : Files.readAllLines(path(digits))) {
      String[] cells = GdeltRow.cells(line);

      assertThat(Cameo.isRoot(cells[GdeltRow.ROOT_CODE])).isTrue();
      assertThat(cells[GdeltRow.EVENT_CODE]).startsWith(cells[GdeltRow.ROOT_CODE]);
      assertThat(cells[GdeltRow.QUAD_CLASS])
          .isEqualTo(String.valueOf(Cameo.quadClass(cells[GdeltRow.ROOT_CODE])));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20180101000000", "20191024143000"})
  void shouldFindTheGoldsteinValuesOfTheVerifiedTable(String digits) throws Exception {
    Map<String, Double> table = verified();
    List<String> differences = new ArrayList<>();
    for (String line : Files.readAllLines(path(digits))) {
      String[] cells = GdeltRow.cells(line);
      Double expected = table.get(cells[GdeltRow.EVENT_CODE]);
      if (expected == null || expected != Double.parseDouble(cells[GdeltRow.GOLDSTEIN])) {
        differences.add(
            cells[GdeltRow.EVENT_CODE] + ": " + cells[GdeltRow.GOLDSTEIN] + ", table " + expected);
      }
    }

    assertThat(differences).isEmpty();
  }

  private static Map<String, Double> verified() throws Exception {
    Map<String, Double> table = new HashMap<>();
    List<String> lines = Files.readAllLines(Recorded.data("cameo/cameo_goldstein_verified.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      table.put(cells[0], Double.valueOf(cells[4]));
    }
    return table;
  }

  private static GdeltFile read(String digits, Dyad... dyads) throws Exception {
    return GdeltFile.read(path(digits), FileStamp.parse(digits).orElseThrow(), List.of(dyads));
  }

  private static Path path(String digits) {
    return Recorded.data("gdelt/" + digits + ".export.CSV");
  }
}
