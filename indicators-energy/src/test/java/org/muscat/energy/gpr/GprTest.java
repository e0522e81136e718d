package org.muscat.energy.gpr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muscat.contract.FeedTestKit;
import org.muscat.energy.table.Excel;
import org.muscat.energy.table.Fetches;
import org.muscat.energy.table.Sheet;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.StubAnswer;

class GprTest {

  private final FeedTestKit<GprConfig> kit =
      FeedTestKit.of(new GprProvider()).now("2025-07-07T12:00:00Z");

  @AfterEach
  void close() {
    kit.close();
  }

  private void csv(String text) {
    kit.answering(StubAnswer.of(200, "text/csv", text.getBytes(UTF_8)));
  }

  /** The columns of the file as it is published; those of events are empty in nearly all rows. */
  @Test
  void shouldReadTheExcelFile() throws Exception {
    try (Excel file = new Excel("Sheet1")) {
      kit.answering(
          file.row("DAY", "N10D", "GPRD", "GPRD_ACT", "GPRD_THREAT", "date", "GPRD_MA30", "event")
              .row(20250629, 516, 151.25, 92.5, 180, LocalDate.of(2025, 6, 29), 140.1, "")
              .row(20250630, 516, 147.65, 89.6, 181.5, LocalDate.of(2025, 6, 30), 141, "Strike")
              .answer());

      Batch batch = kit.fetch();

      assertThat(batch)
          .hasObservations(6)
          .hasObservation("gpr/all", "2025-06-30", 147.65)
          .hasObservation("gpr/acts", "2025-06-30", 89.6)
          .hasObservation("gpr/threats", "2025-06-29", 180)
          .hasNoRejections()
          .isLast();
    }
  }

  @Test
  void shouldReadDaysThatAreNumbers() throws Exception {
    try (Excel file = new Excel("Sheet1")) {
      kit.answering(
          file.row("DAY", "GPRD", "GPRD_ACT", "GPRD_THREAT").row(20250630, 1, 2, 3).answer());

      assertThat(kit.fetch()).hasObservation("gpr/threats", "2025-06-30", 3);
    }
  }

  @Test
  void shouldReadThousandsWithAnApostrophe() throws Exception {
    csv("date,n10d,gprd,gprd_act,gprd_threat\n2001-09-12,936,725.51,1\u2019319.54,294.28\n");

    assertThat(kit.fetch()).hasObservation("gpr/acts", "2001-09-12", 1319.54).hasNoRejections();
  }

  @Test
  void shouldTakeNoOtherApostropheForThousands() throws Exception {
    csv(
        """
        date,gprd,gprd_act,gprd_threat
        2001-09-11,1,2,3
        2001-09-12,725.51,1\u201931.54,294.28
        """);

    assertThat(kit.fetch())
        .hasObservations(5)
        .hasRejection("GPRD_ACT is '1\u201931.54', not a number");
  }

  /** Thursday, June 26, and six business days: Friday, July 4, which has to be over. */
  @Test
  void shouldKnowADaySixBusinessDaysLater() throws Exception {
    csv("date,gprd,gprd_act,gprd_threat\n2025-06-26,147.65,89.60,181.50\n");

    assertThat(kit.fetch().observations())
        .hasSize(3)
        .allSatisfy(
            one -> assertThat(one.knownAt()).hasValue(Instant.parse("2025-07-05T00:00:00Z")))
        .allSatisfy(one -> assertThat(one.knownBasis()).isEqualTo(KnownBasis.ASSUMED));
  }

  @Test
  void shouldSeeThatAColumnIsGone() {
    csv("date,gprd,gprd_act\n2025-06-30,147.65,89.60\n");

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED)).hasMessageContaining("GPRD_THREAT");
  }

  @Test
  void shouldNotTakeADamagedExcelFileForData() throws Exception {
    try (Excel file = new Excel("Sheet1")) {
      byte[] whole = file.row("DAY", "GPRD", "GPRD_ACT", "GPRD_THREAT").bytes();
      kit.answering(
          StubAnswer.of(200, "application/vnd.ms-excel", Arrays.copyOf(whole, whole.length / 2)));

      assertThat(Fetches.failing(kit, Reason.BAD_DATA))
          .hasMessageContaining("an Excel file that cannot be read");
    }
  }

  @Test
  void shouldRejectACellThatIsAnError() throws Exception {
    try (Excel file = new Excel("Sheet1")) {
      kit.answering(
          file.row("DAY", "GPRD", "GPRD_ACT", "GPRD_THREAT")
              .row(20250629, 1, 2, 3)
              .row(20250630, FormulaError.REF, FormulaError.NA, 3)
              .answer());

      Batch batch = kit.fetch();

      assertThat(batch).hasObservations(4).hasRejection(":3: GPRD is '#REF!', not a number");
      assertThat(batch.rejections()).hasSize(1);
    }
  }

  @Test
  void shouldNotReadASheetOfEndlessEmptyCells() throws Exception {
    try (Excel file = new Excel("Sheet1")) {
      Object[] wide = new Object[256];
      Arrays.fill(wide, "");
      wide[255] = 1;
      file.row("DAY", "GPRD", "GPRD_ACT", "GPRD_THREAT").row(20250630, 1, 2, 3);
      for (int i = 0; i < 8_000; i++) {
        file.row(wide);
      }
      kit.answering(file.answer());

      assertThat(Fetches.failing(kit, Reason.TOO_LARGE))
          .hasMessageContaining("an Excel file with more than 2000000 cells");
    }
  }

  @Test
  void shouldTakeNoMoreThanEightMebibytes() {
    kit.answering(
        StubAnswer.of(200, "application/vnd.ms-excel", new byte[(int) Sheet.MOST_BYTES + 1]));

    Fetches.failing(kit, Reason.TOO_LARGE);
  }

  @Test
  void shouldSayThatTheNewerExcelFormatIsNotRead() {
    kit.answering(StubAnswer.of(200, "application/zip", StubAnswer.zipped("a.xml", new byte[9])));

    assertThat(Fetches.failing(kit, Reason.BAD_DATA)).hasMessageContaining("xlsx");
  }

  @Test
  void shouldReadTheWholeRecordedFile() throws Exception {
    kit.answering(StubAnswer.file(Recorded.data("gpr/gpr-daily.csv")));

    List<Observation> all = kit.fetch().observations();

    assertThat(all).hasSize(3 * 14_791);
    assertThat(linesWithAnApostrophe()).isEqualTo(24);
    assertThat(all.stream().filter(one -> one.value() >= 1_000)).hasSize(valuesOverAThousand());
    assertThat(Fetches.on("2001-09-14", "gpr/acts", all).value()).isEqualTo(1231.79);
  }

  private static long linesWithAnApostrophe() throws Exception {
    try (Stream<String> lines = Files.lines(Recorded.data("gpr/gpr-daily.csv"))) {
      return lines.filter(line -> line.contains("\u2019")).count();
    }
  }

  private static int valuesOverAThousand() throws Exception {
    try (Stream<String> lines = Files.lines(Recorded.data("gpr/gpr-daily.csv"))) {
      return (int)
          lines
              .skip(1)
              .flatMap(line -> Stream.of(line.split(",")).skip(2))
              .filter(cell -> cell.matches("\\d{4,}.*|.*\u2019.*"))
              .count();
    }
  }
}
