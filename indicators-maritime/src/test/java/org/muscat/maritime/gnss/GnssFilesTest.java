package org.muscat.maritime.gnss;

import static org.muscat.contract.MuscatAssertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;

class GnssFilesTest {

  private static final String SERIES = "gnss/hormuz/interference";

  private final FeedTestKit<GnssFilesConfig> kit = FeedTestKit.of(new GnssFilesProvider());
  private final Path folder;

  GnssFilesTest(@TempDir Path folder) {
    this.folder = folder;
    kit.config("{path: gnss, area: hormuz}").in(folder);
  }

  @AfterEach
  void close() {
    kit.close();
  }

  /** Cells: (4 - 1)/10, and one bad aircraft that is taken for a broken receiver. */
  @Test
  void shouldTakeTheMeanOverTheCellsOfADay() throws Exception {
    Batch batch =
        fetched(
            """
            date,cell,good,bad
            2024-03-01,a,6,4
            2024-03-01,b,9,1
            2024-03-02,a,5,5
            2024-03-02,b,0,0
            """);

    assertThat(batch)
        .hasObservation(SERIES, "2024-03-01", 15)
        .hasObservation(SERIES, "2024-03-02", 40)
        .hasObservations(2)
        .hasNoRejections();
  }

  @Test
  void shouldTakeTheCellsOfItsAreaFromColumnsOfGpsJam() throws Exception {
    kit.config("{path: gnss, area: hormuz, cells: [8443a5]}");

    Batch batch =
        fetched(
            """
            date,hex,count_good_aircraft,count_bad_aircraft
            2024-03-01,8443a5,0,11
            2024-03-01,841203,10,0
            """);

    assertThat(batch).hasObservation(SERIES, "2024-03-01", 1000.0 / 11).hasObservations(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 March,a,1,1 | date '1 March' is not an ISO date",
        "2024-03-01,a,-1,1 | good '-1' is not a number of aircraft",
        "2024-03-01,a,1,many | bad 'many' is not a number of aircraft",
        "2024-03-01,,1,1 | the cell has no name",
        "2024-03-01,b,1,1 | cell 'b' stands twice on 2024-03-01",
        "2024-03-01,a | row has 2 cells; the header names 4"
      })
  void shouldSayWhyARowIsRefused(String row, String reason) throws Exception {
    Batch batch = fetched("date,cell,good,bad\n2024-03-01,b,9,1\n" + row + "\n");

    assertThat(batch).hasRejection(reason).hasObservation(SERIES, "2024-03-01", 0);
  }

  @Test
  void shouldRefuseAFileWithoutTheDay() throws Exception {
    assertThat(fetched("hex,count_good_aircraft,count_bad_aircraft\n"))
        .hasRejection("header has no column 'date'");
  }

  private Batch fetched(String text) throws Exception {
    Files.createDirectories(folder.resolve("gnss"));
    Files.writeString(folder.resolve("gnss/day.csv"), text);
    return kit.fetch();
  }
}
