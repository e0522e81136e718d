package org.muscat.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
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
    for (CSVRecord row : ReportHome.csv(report)) {
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
  void shouldSayDemoBeforeEverythingElse() throws Exception {
    String plain = ReportHome.html(session, WEEK, END);
    reopened(Home.MODEL.replace("model: test", "model: demo") + Home.REGIME, "");

    String html = ReportHome.html(session, WEEK, END);

    assertThat(html).contains("<title>DEMO: ");
    assertThat(html.indexOf("<strong>DEMO</strong>")).isPositive().isLessThan(html.indexOf("<h1>"));
    assertThat(plain).doesNotContain("DEMO");
  }
}
