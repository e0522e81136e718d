package org.muscat.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.config.ReportFormat;
import org.muscat.server.fixture.Home;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;

/** Where a report says that it comes from, and what it may not pass on. */
class ReportSourcesTest {

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
  void shouldTellSourcesTheirTermsAndThePrograms() throws InterruptedException {
    String html = ReportHome.html(session, WEEK, END);

    assertThat(html)
        .contains("plugins acme 1.0")
        .contains("<td>test/one</td><td>acme</td>")
        .contains("not told; ask who imported it")
        .contains("No series of this theatre is withheld.")
        .contains(
            "muscat report --model test --theatre north --from 2025-02-22T00:00:00Z --as-of "
                + END);
  }

  @Test
  void shouldWithholdWhatMayNotBePassedOn() throws Exception {
    session.close();
    session =
        ReportHome.in(
                folder.resolve("other"),
                Home.MODEL + Home.REGIME,
                "metrics: {restricted-series: [test/one, test/three]}\n")
            .open();
    Report report = ReportHome.report(session, WEEK, END);
    String html = ReportFiles.text(report, ReportFormat.HTML);

    double secret =
        session
            .injector()
            .getInstance(Assessor.class)
            .assess(north(), END)
            .state()
            .pillars()
            .get(0)
            .members()
            .get(0)
            .value();
    assertThat(report.events()).isEmpty();
    assertThat(html)
        .contains("<td class=\"number\">withheld</td>")
        .contains("no reading that rests on one of them is in this report: test/one, test/three.")
        .doesNotContain(Numbers.reading(secret, "points"))
        .doesNotContain("in Muscat");
  }

  @Test
  void shouldNotSayThatAnImportedSourceHasTheTermsOfAFeed() throws InterruptedException {
    Optional<SourceOfSeries> one =
        ReportHome.report(session, WEEK, END).sources().stream()
            .filter(source -> source.series().equals("test/one"))
            .findFirst();

    assertThat(one.orElseThrow().terms()).isEmpty();
  }
}
