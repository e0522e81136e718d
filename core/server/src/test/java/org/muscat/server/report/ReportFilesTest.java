package org.muscat.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.config.ReportFormat;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;

class ReportFilesTest {

  private static final Instant END = ReportHome.END;
  private static final Instant WEEK = END.minus(Duration.ofDays(7));

  @TempDir Path folder;

  private Session session;

  @BeforeEach
  void open() throws IOException {
    session = ReportHome.in(folder).open();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Theatre north() {
    return session.theatres().find("north").orElseThrow();
  }

  @Test
  void shouldWriteARowForEachDay() throws InterruptedException {
    Report report = ReportHome.report(session, WEEK, END);
    List<CSVRecord> rows = ReportHome.csv(report);

    assertThat(rows).hasSize(report.days().size());
    for (int i = 0; i < rows.size(); i++) {
      IndexDocument day = report.days().get(i);
      CSVRecord row = rows.get(i);
      assertThat(row.get("as_of")).isEqualTo(day.asOf());
      assertThat(Double.valueOf(row.get("stability"))).isEqualTo(day.stability().value());
      assertThat(Double.valueOf(row.get("lower"))).isEqualTo(day.stability().lower());
      assertThat(Double.valueOf(row.get("upper"))).isEqualTo(day.stability().upper());
      assertThat(row.get("regime")).isEqualTo(day.regime().regime());
      assertThat(Double.valueOf(row.get("pillar_first")))
          .isEqualTo(day.pillars().get(0).stability());
      IndexDocument.MoveDocument move = day.moved().get(0);
      assertThat(move.span()).isEqualTo("P1D");
      assertThat(Double.valueOf(row.get("change_1d"))).isEqualTo(move.change());
      assertThat(row.get("moved_most_cause")).isEqualTo(move.parts().get(0).cause());
      assertThat(Double.valueOf(row.get("moved_most_points")))
          .isEqualTo(move.parts().get(0).change());
    }
    assertThat(ReportFiles.text(report, ReportFormat.CSV)).matches("(?s)([^\r\n]*\r\n)+");
  }

  @Test
  void shouldReplaceAFileAsAWholeAndLeaveNothingBeside() throws InterruptedException {
    ReportFiles files = new ReportFiles(folder.resolve("out/reports"));
    Report report = ReportHome.report(session, WEEK, END);

    files.write(report, ReportFormat.HTML);
    Path file = files.write(report, ReportFormat.HTML);

    assertThat(file).hasContent(ReportFiles.text(report, ReportFormat.HTML));
    assertThat(file.getFileName()).hasToString("north_2025-02-22_2025-03-01T120000Z.html");
    assertThat(file.getParent()).isDirectoryContaining("glob:**.html");
    assertThat(file.getParent().toFile().list()).hasSize(1);
  }

  @Test
  void shouldRemoveOldReportsOfItsOwnAndNothingElse() throws Exception {
    ReportFiles files = new ReportFiles(folder.resolve("out"));
    for (String name :
        List.of(
            "north_2025-01-01_2025-01-08T120000Z.html",
            "north_2025-01-01_2025-01-08T120000.5Z.csv",
            "north_2025-02-01_2025-02-08T120000Z.html",
            "north_2024-12-08_2025-01-08T120000Z.html",
            "south_2025-01-01_2025-01-08T120000Z.html",
            "north_2025-01-01_2025-99-08T120000Z.html",
            "north.html")) {
      Files.writeString(files.folder().resolve(name), "");
    }

    int removed =
        files.remove(
            List.of(north()),
            end -> ReportPeriod.before(end, Period.ofDays(7)),
            Instant.parse("2025-02-01T00:00:00Z"));

    assertThat(removed).isEqualTo(2);
    assertThat(files.folder().toFile().list())
        .containsExactlyInAnyOrder(
            "north_2025-02-01_2025-02-08T120000Z.html",
            "north_2024-12-08_2025-01-08T120000Z.html",
            "south_2025-01-01_2025-01-08T120000Z.html",
            "north_2025-01-01_2025-99-08T120000Z.html",
            "north.html");
  }
}
