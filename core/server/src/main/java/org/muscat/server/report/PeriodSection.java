package org.muscat.server.report;

import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.paragraph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.muscat.server.document.EventDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.IndexDocument.Stability;

/** The index over the period, and what happened meanwhile. */
final class PeriodSection {

  /** More cannot be told apart in a drawing. */
  private static final int MOST_MARKS = 40;

  /** More nobody reads in a report. */
  private static final int MOST_EVENTS = 500;

  private static final List<String> NAMES = List.of("summary", "title");

  private PeriodSection() {}

  static Markup of(Report report) {
    List<EventDocument> told = told(report.events());
    List<EventDocument> marked = told.size() <= MOST_MARKS ? told : List.of();
    List<Markup> parts = new ArrayList<>();
    parts.add(element("h2", "The index over the period"));
    parts.add(
        report.scored().isEmpty()
            ? paragraph("No day of the period has a score; there is nothing to draw.")
            : IndexChart.of(report, marked));
    parts.add(paragraph(caption(report, marked)));
    parts.add(element("h3", "Events"));
    parts.add(paragraph(introduction(report.events().size(), told.size())));
    if (!told.isEmpty()) {
      parts.add(events(told));
    }
    parts.add(element("h3", "Day by day"));
    parts.add(days(report.days()));
    return element("section", Markup.all(parts));
  }

  private static List<EventDocument> told(List<EventDocument> events) {
    return events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size());
  }

  private static String caption(Report report, List<EventDocument> marked) {
    int days = report.days().size();
    int scored = report.scored().size();
    String text = scored + " of " + Numbers.count(days, "moment has", "moments have") + " a score.";
    if (scored == 0) {
      return text;
    }
    return text
        + " The band is the 90 % interval."
        + (scored < days ? " A dashed box stands where there is none." : "")
        + (marked.isEmpty() ? "" : " Numbers mark the events below.");
  }

  private static String introduction(int all, int told) {
    if (all == 0) {
      return "No event of the period that may be told is known.";
    }
    String text =
        "What the indicators read that has a date in the period, as it was known at the end.";
    return told < all ? text + " The newest " + told + " of " + all + " are told." : text;
  }

  private static Markup events(List<EventDocument> told) {
    Table table = new Table("Events").texts("No.", "Observed", "Known", "What", "Kind", "Series");
    for (int i = 0; i < told.size(); i++) {
      EventDocument event = told.get(i);
      table.row(
          Table.cell(String.valueOf(i + 1)),
          Table.moment(event.observedAt()),
          Table.moment(event.knownAt()),
          Table.cell(name(event)),
          Table.cell(event.type()),
          Table.cell(event.series()));
    }
    return table.markup();
  }

  private static String name(EventDocument event) {
    for (String name : NAMES) {
      String text = event.attributes().getOrDefault(name, "");
      if (!text.isBlank()) {
        return text;
      }
    }
    return event.key();
  }

  private static Markup days(List<IndexDocument> days) {
    Table table =
        new Table("The index day by day, the newest first")
            .texts("As of", "Status")
            .numbers("Index", "90 % interval", "Coverage")
            .texts("Regime", "Flags raised", "Band");
    List<IndexDocument> newestFirst = new ArrayList<>(days);
    Collections.reverse(newestFirst);
    for (IndexDocument day : newestFirst) {
      Stability score = day.stability();
      table.row(
          Table.moment(day.asOf()),
          Table.cell(Numbers.word(day.status()), score == null ? day.reason() : ""),
          Table.number(score == null ? "none" : Numbers.one(score.value())),
          Table.number(
              score == null
                  ? "none"
                  : Numbers.one(score.lower()) + " to " + Numbers.one(score.upper())),
          Table.number(Numbers.percent(day.coverage())),
          Table.cell(Numbers.word(day.regime().regime())),
          Table.cell(NowSection.flags(day, "raised")),
          Table.cell(Numbers.word(day.margin().band())));
    }
    return table.markup();
  }
}
