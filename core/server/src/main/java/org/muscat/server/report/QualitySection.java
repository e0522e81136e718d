package org.muscat.server.report;

import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;
import static org.muscat.server.report.Markup.paragraph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.PillarDocument.IndicatorDocument;
import org.muscat.store.FetchSummary;
import org.muscat.store.VintageBreak;

/** What the index could not rest on: refusals, inputs, feeds, and pasts that were told anew. */
final class QualitySection {

  private QualitySection() {}

  static Markup of(Report report) {
    return element(
        "section",
        element("h2", "Data quality"),
        element("h3", "Days without a score"),
        refusals(report),
        element("h3", "Inputs"),
        InputChart.of(report),
        inputs(report),
        element("h3", "Feeds"),
        feeds(report),
        element("h3", "Pasts told anew"),
        breaks(report));
  }

  private static Markup refusals(Report report) {
    int days = report.days().size();
    int none = days - report.scored().size();
    String share =
        none == 0
            ? "Every moment of the period has a score."
            : none
                + " of "
                + Numbers.count(days, "moment", "moments")
                + " ("
                + Numbers.percent((double) none / days)
                + ") had no score.";
    Table table =
        new Table("Days without a score").texts("From", "To", "Status", "Why").numbers("Coverage");
    for (List<IndexDocument> run : Runs.of(report.days(), QualitySection::isSame)) {
      IndexDocument first = run.get(0);
      if (first.stability() == null) {
        table.row(
            Table.moment(first.asOf()),
            Table.cell(Numbers.dayOrMoment(run.get(run.size() - 1).asOf())),
            Table.cell(Numbers.word(first.status())),
            Table.cell(first.reason()),
            Table.number(Numbers.percent(first.coverage())));
      }
    }
    return table.isEmpty() ? paragraph(share) : Markup.all(paragraph(share), table.markup());
  }

  private static boolean isSame(IndexDocument one, IndexDocument next) {
    return one.stability() == null
        && next.stability() == null
        && one.status().equals(next.status())
        && one.reason().equals(next.reason())
        && one.coverage() == next.coverage();
  }

  private static Markup inputs(Report report) {
    Table table =
        new Table("Inputs, and for how many of the moments they were so")
            .texts("Indicator", "At the end")
            .numbers("Fresh", "Stale", "Partial", "Held", "Suspect", "Missing");
    for (String id : InputChart.ids(report)) {
      IndicatorDocument now = InputChart.indicator(report.now(), id);
      List<Markup> cells = new ArrayList<>();
      cells.add(Table.cell(id, now.title()));
      cells.add(Table.cell(InputChart.quality(now), remark(report, now)));
      for (String quality : InputChart.QUALITIES) {
        long count =
            report.days().stream()
                .filter(day -> InputChart.quality(InputChart.indicator(day, id)).equals(quality))
                .count();
        cells.add(Table.number(String.valueOf(count)));
      }
      table.row(cells.toArray(Markup[]::new));
    }
    return table.markup();
  }

  private static String remark(Report report, IndicatorDocument now) {
    String age =
        now.observedAt() == null
            ? ""
            : "data of "
                + Numbers.dayOrMoment(now.observedAt())
                + ", "
                + Numbers.age(now.observedAt(), report.now().asOf());
    return List.of(age, now.reason()).stream()
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static Markup feeds(Report report) {
    Table table =
        new Table("Feeds in the period")
            .texts("Feed", "Last success")
            .numbers("Fetches", "Failed", "Observations", "Rows rejected")
            .texts("Failures");
    for (FetchSummary feed : report.quality().fetches()) {
      table.row(
          Table.cell(feed.instance(), feed.feed()),
          Table.cell(feed.lastSuccess().map(Numbers::moment).orElse("none in the period")),
          Table.number(String.valueOf(feed.fetches())),
          Table.number(String.valueOf(feed.failed())),
          Table.number(String.valueOf(feed.stored())),
          Table.number(String.valueOf(feed.rejected())),
          Table.cell(failures(feed.failures())));
    }
    Markup pruned =
        report
            .quality()
            .prunedBefore()
            .map(
                before ->
                    element(
                        "p",
                        kind("reason"),
                        Markup.text(
                            "Fetches from before "
                                + Numbers.moment(before)
                                + " that brought nothing may have been pruned.")))
            .orElse(Markup.NONE);
    return Markup.all(table.orElse("No fetch of a feed ended in the period."), pruned);
  }

  private static String failures(Map<String, Long> failures) {
    return failures.isEmpty()
        ? "none"
        : failures.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
  }

  private static Markup breaks(Report report) {
    Table table =
        new Table("Pasts told anew").texts("Seen", "Source", "Series").numbers("Values changed");
    for (VintageBreak seen : report.quality().breaks()) {
      table.row(
          Table.cell(Numbers.moment(seen.detectedAt())),
          Table.cell(seen.source()),
          Table.cell(seen.series()),
          Table.number(seen.changed() + " of " + seen.overlapping()));
    }
    return table.orElse("No source told its past anew in the period.");
  }
}
