package org.muscat.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.config.ReportFormat;
import org.muscat.server.document.Documents;
import org.muscat.server.document.ExplanationDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.fixture.Home;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;

class ReportTest {

  private static final Instant END = ReportHome.END;
  private static final Instant WEEK = END.minus(Duration.ofDays(7));
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)[^>]*>");

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

  private Session reopened(String model, String options) throws IOException {
    session.close();
    session = ReportHome.in(folder.resolve("other"), model, options).open();
    return session;
  }

  private Theatre north() {
    return session.theatres().find("north").orElseThrow();
  }

  private IndexDocument index(Instant asOf) {
    return session
        .injector()
        .getInstance(Documents.class)
        .index(session.injector().getInstance(Assessor.class).assess(north(), asOf));
  }

  @Test
  void shouldSayOfEachDayWhatTheApiSaysOfIt() throws InterruptedException {
    Report report = ReportHome.report(session, WEEK, END);

    assertThat(report.period().from()).isEqualTo(Instant.parse("2025-02-22T00:00:00Z"));
    assertThat(report.days()).hasSize(9);
    for (IndexDocument day : report.days()) {
      assertThat(day).isEqualTo(index(Instant.parse(day.asOf())));
    }
    assertThat(report.now().asOf()).isEqualTo(END.toString());
    ExplanationDocument moved = report.moved().orElseThrow();
    assertThat(moved)
        .isEqualTo(
            session
                .injector()
                .getInstance(Documents.class)
                .explanation(
                    session
                        .injector()
                        .getInstance(Assessor.class)
                        .explain(north(), report.period().from(), END)));
  }

  @Test
  void shouldEndWithADayThatBeginsThen() throws InterruptedException {
    Instant end = Instant.parse("2025-02-22T00:00:00Z");

    Report report = ReportHome.report(session, end.minus(Duration.ofDays(1)), end);

    assertThat(report.days())
        .extracting(IndexDocument::asOf)
        .containsExactly("2025-02-21T00:00:00Z", "2025-02-22T00:00:00Z");
    assertThat(report.now()).isEqualTo(index(end));
  }

  @Test
  void shouldHaveTheNumbersOfTheDocument() throws InterruptedException {
    Report report = ReportHome.report(session, WEEK, END);
    String html = ReportFiles.text(report, ReportFormat.HTML);

    IndexDocument.Stability now = report.now().stability();
    assertThat(html)
        .contains("<b>" + Numbers.one(now.value()) + "</b>")
        .contains("90 % interval " + Numbers.one(now.lower()) + " to " + Numbers.one(now.upper()))
        .contains(Numbers.word(report.now().regime().regime()))
        .contains(report.now().model().hash());
    for (ExplanationDocument.CauseDocument cause : report.moved().orElseThrow().causes()) {
      assertThat(html)
          .contains(
              "<td>"
                  + Numbers.word(cause.cause())
                  + "</td><td class=\"number\">"
                  + Numbers.signed(cause.change())
                  + "</td>");
    }
    for (IndexDocument day : report.days()) {
      assertThat(html)
          .contains(
              "<title>"
                  + Numbers.dayOrMoment(day.asOf())
                  + ": "
                  + Numbers.one(day.stability().value())
                  + ",");
    }
  }

  @Test
  void shouldBeTheSameBytesWheneverItIsMade() throws InterruptedException, IOException {
    String html = ReportHome.html(session, ReportHome.FIRST, END);
    session.close();
    session = Home.in(folder.resolve("unused")).open();
    session.close();
    session = ReportHome.in(folder.resolve("twin")).open();
    // What is known later, or came of later fetches, is not in it.
    Home.point(session.store(), "test/one", END.plusSeconds(1), END.plusSeconds(1), 99);

    assertThat(ReportHome.html(session, ReportHome.FIRST, END)).isEqualTo(html);
    assertThat(html).doesNotContain("UNREACHABLE");
  }

  @Test
  void shouldMakeTextOfWhateverIsSaid() throws InterruptedException {
    String html = ReportHome.html(session, WEEK, END);

    assertThat(html)
        .doesNotContain("<script")
        .contains("Stability of &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; in Muscat")
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;last-value");
  }

  @Test
  void shouldNeedNothingButItself() throws InterruptedException {
    String html = ReportHome.html(session, ReportHome.FIRST, END);

    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\"><head>")
        .contains("default-src &#39;none&#39;")
        .doesNotContain("src=")
        .doesNotContain("href=")
        .doesNotContain("url(")
        .doesNotContain("@import")
        .doesNotContain(" style=");
    assertThat(open(html)).isZero();
  }

  /** How many elements are not closed. */
  private static int open(String html) {
    int open = 0;
    for (var tag : TAG.matcher(html).results().toList()) {
      if (!tag.group(2).equals("meta")) {
        open += tag.group(1).isEmpty() ? 1 : -1;
      }
    }
    return open;
  }

  @Test
  void shouldTellWhatHappenedAndWhatMayBeTold() throws InterruptedException {
    Report report = ReportHome.report(session, WEEK, END);

    assertThat(report.events()).hasSize(3);
    assertThat(ReportFiles.text(report, ReportFormat.HTML))
        .contains("talks")
        .doesNotContain("not to be told");
  }

  @Test
  void shouldTellOfDaysWithoutAScoreAndWhy() throws InterruptedException {
    Report report = ReportHome.report(session, ReportHome.FIRST, END);
    String html = ReportFiles.text(report, ReportFormat.HTML);

    List<IndexDocument> without =
        report.days().stream().filter(day -> day.stability() == null).toList();
    assertThat(without).isNotEmpty().hasSizeLessThan(10);
    assertThat(html)
        .contains(without.size() + " of " + report.days().size() + " moments (")
        .contains("class=\"gap\"")
        .contains(": no score, " + without.get(0).reason().replace("'", "&#39;"));
  }

  @Test
  void shouldSayThatNothingIsKnownAndInventNothing() throws InterruptedException {
    Instant before = ReportHome.FIRST.minus(Duration.ofDays(30));

    Report report = ReportHome.report(session, before.minus(Duration.ofDays(3)), before);
    String html = ReportFiles.text(report, ReportFormat.HTML);

    assertThat(report.scored()).isEmpty();
    assertThat(report.moved()).isEmpty();
    assertThat(html)
        .contains("<b>no score</b>")
        .contains("No moment of the period has a score.")
        .contains("No day of the period has a score; there is nothing to draw.")
        .contains("Nothing can be said: fewer than two moments of the period have a score.")
        .doesNotContain("class=\"index-line\"");
    for (CSVRecord row : csv(report)) {
      assertThat(row.get("stability")).isEmpty();
      assertThat(row.get("reason")).isNotEmpty();
    }
  }

  @Test
  void shouldTellOfChangesOfTheRegimeAndOfFlagsWithTheirReasons() throws InterruptedException {
    Report report = ReportHome.report(session, ReportHome.FIRST, END);
    String html = ReportFiles.text(report, ReportFormat.HTML);

    List<Change> regimes = Change.ofRegime(report.days());
    List<Change> alarms = Change.ofAlarms(report.days());
    assertThat(regimes).isNotEmpty();
    assertThat(alarms).extracting(Change::what).contains("Status", "Band");
    IndexDocument changed =
        report.days().stream()
            .filter(day -> day.asOf().equals(regimes.get(0).at()))
            .findFirst()
            .orElseThrow();
    assertThat(regimes.get(0).to()).isEqualTo(Numbers.word(changed.regime().regime()));
    assertThat(regimes.get(0).why()).isEqualTo(changed.regime().reason());
    assertThat(Change.ofBand(report.days()))
        .anySatisfy(
            change -> {
              assertThat(change.isForTheWorse()).isTrue();
              assertThat(html)
                  .contains(
                      Numbers.day(change.at()) + " from " + change.from() + " to " + change.to());
            })
        .anySatisfy(change -> assertThat(change.isForTheWorse()).isFalse());
    assertThat(html).contains("<td>Status</td>").contains("<caption>Changes of the regime");
  }

  @Test
  void shouldTellHowFeedsAndInputsFared() throws InterruptedException {
    String html = ReportHome.html(session, WEEK, END);

    assertThat(html)
        .contains("<td>RATE_LIMITED 1</td>")
        .contains("<td>2025-02-26 12:00 UTC</td>")
        .contains("<caption>Inputs, and for how many of the moments they were so</caption>")
        .contains("No source told its past anew in the period.");
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
    reopened(Home.MODEL + Home.REGIME, "metrics: {restricted-series: [test/one, test/three]}\n");
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
  void shouldSayDemoBeforeEverythingElse() throws Exception {
    String plain = ReportHome.html(session, WEEK, END);
    reopened(Home.MODEL.replace("model: test", "model: demo") + Home.REGIME, "");

    String html = ReportHome.html(session, WEEK, END);

    assertThat(html).contains("<title>DEMO: ");
    assertThat(html.indexOf("<strong>DEMO</strong>")).isPositive().isLessThan(html.indexOf("<h1>"));
    assertThat(plain).doesNotContain("DEMO");
  }

  @Test
  void shouldWriteARowForEachDay() throws InterruptedException {
    Report report = ReportHome.report(session, WEEK, END);
    List<CSVRecord> rows = csv(report);

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

  private static List<CSVRecord> csv(Report report) {
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(ReportFiles.text(report, ReportFormat.CSV)))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  @Test
  void shouldNotSayThatAnImportedSourceHasTheTermsOfAFeed() throws InterruptedException {
    Optional<SourceOfSeries> one =
        ReportHome.report(session, WEEK, END).sources().stream()
            .filter(source -> source.series().equals("test/one"))
            .findFirst();

    assertThat(one.orElseThrow().terms()).isEmpty();
  }
}
