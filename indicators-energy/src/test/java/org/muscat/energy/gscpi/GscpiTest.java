package org.muscat.energy.gscpi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muscat.contract.FeedTestKit;
import org.muscat.energy.table.Excel;
import org.muscat.energy.table.Fetches;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.StubAnswer;

class GscpiTest {

  private static final String GSCPI = "supply-chain/gscpi";

  private final FeedTestKit<GscpiConfig> kit =
      FeedTestKit.of(new GscpiProvider()).now("2025-07-07T12:00:00Z");

  @AfterEach
  void close() {
    kit.close();
  }

  /** The file has titles above its header, and the last day of each month. */
  @Test
  void shouldReadTheExcelFile() throws Exception {
    try (Excel file = new Excel("GSCPI Monthly Data")) {
      kit.answering(
          file.row("Global Supply Chain Pressure Index")
              .row("Standard deviations from mean")
              .row("")
              .row("Date", "GSCPI")
              .row(LocalDate.of(2025, 5, 31), 0.19)
              .row("30-Jun-2025", -0.0125)
              .answer());

      assertThat(kit.fetch())
          .hasObservations(2)
          .hasObservation(GSCPI, "2025-05-01", 0.19)
          .hasObservation(GSCPI, "2025-06-01", -0.0125)
          .hasNoRejections()
          .isLast();
    }
  }

  @Test
  void shouldKnowWhatIsEstimatedAnewFromTheFetchOn() throws Exception {
    kit.answering(StubAnswer.text("date,value\n1998-01-01,-1.1475\n2025-06-01,0.0893\n"));

    assertThat(kit.fetch().observations())
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.knownAt()).isEmpty())
        .allSatisfy(one -> assertThat(one.knownBasis()).isEqualTo(KnownBasis.FETCHED));
  }

  /** Else the store would not see that the past was told anew. */
  @Test
  void shouldTellAllOfThePastEachTime() throws Exception {
    kit.answering(StubAnswer.text("date,value\n1998-01-01,-1.1475\n2025-06-01,0.0893\n"));
    kit.fetch();
    kit.answering(StubAnswer.text("date,value\n1998-01-01,-1.2001\n2025-06-01,0.0911\n"));

    assertThat(kit.fetch()).hasObservations(2).hasObservation(GSCPI, "1998-01-01", -1.2001);
  }

  @Test
  void shouldNotTakeAWebPageForData() {
    kit.answering(StubAnswer.of(200, "application/vnd.ms-excel", "<html>".getBytes(UTF_8)));

    Fetches.failing(kit, Reason.BAD_DATA);
  }

  @Test
  void shouldReadTheWholeRecordedFile() throws Exception {
    kit.answering(StubAnswer.file(Recorded.data("prices/gscpi-monthly.csv")));

    List<Observation> all = kit.fetch().observations();

    assertThat(all).hasSize(330);
    assertThat(Fetches.on("1998-01-01", GSCPI, all).value()).isEqualTo(-1.1475479560042845);
  }
}
