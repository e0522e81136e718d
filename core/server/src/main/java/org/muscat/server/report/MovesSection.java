package org.muscat.server.report;

import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.paragraph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.theatre.Grid;
import org.muscat.server.document.ExplanationDocument;
import org.muscat.server.document.ExplanationDocument.CauseDocument;
import org.muscat.server.document.ExplanationDocument.PartDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.IndexDocument.MoveDocument;
import org.muscat.server.document.PillarDocument;
import org.muscat.server.document.PillarDocument.IndicatorDocument;
import org.muscat.server.document.Words;

/** What moved the index: over the period, and most from one day to the next. */
final class MovesSection {

  private static final String DAY = "P1D";
  private static final int MOST_DAYS = 5;
  private static final int MOST_PARTS = 3;

  /** What rounds to no hundredth of a point is told together. */
  private static final double LEAST_POINTS = 0.005;

  private record DayMove(String to, MoveDocument move) {}

  private MovesSection() {}

  static Markup of(Report report) {
    List<Markup> parts = new ArrayList<>();
    parts.add(element("h2", "What moved it"));
    parts.add(
        report
            .moved()
            .map(moved -> moved(report, moved))
            .orElseGet(
                () ->
                    paragraph(
                        "Nothing can be said: fewer than two moments of the period have a score.")));
    parts.add(element("h3", "Pillars"));
    parts.add(PillarChart.of(report));
    parts.add(element("h3", "The largest moves from one day to the next"));
    parts.add(days(report));
    return element("section", Markup.all(parts));
  }

  private static Markup moved(Report report, ExplanationDocument moved) {
    List<Markup> parts = new ArrayList<>();
    parts.add(paragraph(moved.text()));
    Table causes = new Table("Causes of the move over the period").texts("Cause").numbers("Points");
    for (CauseDocument cause : moved.causes()) {
      causes.row(
          Table.cell(Numbers.word(cause.cause())), Table.number(Numbers.signed(cause.change())));
    }
    causes.row(Table.cell("SUM"), Table.number(Numbers.signed(moved.sum())));
    parts.add(causes.markup());
    parts.add(parts(report, moved));
    return Markup.all(parts);
  }

  private static Markup parts(Report report, ExplanationDocument moved) {
    Map<String, IndicatorDocument> before = indicators(report, moved.from().asOf());
    Map<String, IndicatorDocument> after = indicators(report, moved.to().asOf());
    double most =
        moved.parts().stream().mapToDouble(part -> Math.abs(part.change())).max().orElse(0);
    Table table =
        new Table("Parts of the move over the period, the largest first")
            .texts("Cause", "Pillar", "Indicator")
            .numbers("Reading at the start", "At the end", "Points")
            .texts("");
    double rest = 0;
    for (PartDocument part : moved.parts()) {
      if (Math.abs(part.change()) < LEAST_POINTS) {
        rest += part.change();
      } else {
        table.row(
            Table.cell(Numbers.word(part.cause())),
            Table.cell(part.pillar()),
            Table.cell(part.indicator(), title(after.get(part.indicator()))),
            Table.number(reading(before.get(part.indicator()))),
            Table.number(reading(after.get(part.indicator()))),
            Table.number(Numbers.signed(part.change())),
            Table.cell(Bar.signed(part.change(), most)));
      }
    }
    if (table.isEmpty()) {
      return paragraph("No part of it amounts to a hundredth of a point.");
    }
    return Markup.all(
        table.markup(),
        paragraph("All smaller parts together: " + Numbers.signed(rest) + " points."));
  }

  private static Map<String, IndicatorDocument> indicators(Report report, String asOf) {
    Map<String, IndicatorDocument> byId = new HashMap<>();
    report.days().stream()
        .filter(day -> day.asOf().equals(asOf))
        .map(IndexDocument::pillars)
        .flatMap(List::stream)
        .map(PillarDocument::indicators)
        .flatMap(List::stream)
        .forEach(indicator -> byId.put(indicator.id(), indicator));
    return byId;
  }

  private static String title(@Nullable IndicatorDocument indicator) {
    return indicator == null ? "" : indicator.title();
  }

  /** Empty where the part is that of no indicator. */
  private static String reading(@Nullable IndicatorDocument indicator) {
    if (indicator == null) {
      return "";
    }
    if (indicator.value() == null) {
      return indicator.reason().endsWith(Words.WITHHELD) ? "withheld" : "missing";
    }
    return Numbers.reading(indicator.value(), indicator.unit());
  }

  private static Markup days(Report report) {
    Table table =
        new Table("The largest moves from one day to the next")
            .texts("To")
            .numbers("Points")
            .texts("Most of it");
    for (DayMove day : largest(report)) {
      table.row(
          Table.moment(day.to()),
          Table.number(Numbers.signed(day.move().change())),
          Table.cell(most(day.move())));
    }
    return table.orElse("No two days in a row have a score.");
  }

  /** Of whole days alone, so that none is counted twice. */
  private static List<DayMove> largest(Report report) {
    List<DayMove> moves = new ArrayList<>();
    for (IndexDocument day : report.days().subList(1, report.days().size())) {
      Optional<MoveDocument> move =
          day.moved().stream().filter(one -> one.span().equals(DAY)).findFirst();
      if (Grid.isPoint(Instant.parse(day.asOf()))) {
        move.ifPresent(one -> moves.add(new DayMove(day.asOf(), one)));
      }
    }
    moves.sort(
        Comparator.comparingDouble((DayMove day) -> -Math.abs(day.move().change()))
            .thenComparing(DayMove::to));
    return moves.subList(0, Math.min(MOST_DAYS, moves.size()));
  }

  private static String most(MoveDocument move) {
    String parts =
        move.parts().stream()
            .limit(MOST_PARTS)
            .filter(part -> Math.abs(part.change()) >= LEAST_POINTS)
            .map(MovesSection::part)
            .collect(Collectors.joining("; "));
    return parts.isEmpty() ? "nothing amounts to a hundredth of a point" : parts;
  }

  private static String part(IndexDocument.PartDocument part) {
    String where =
        List.of(part.pillar(), part.indicator()).stream()
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining("/"));
    String cause = part.cause() + (where.isEmpty() ? "" : " of " + where);
    return cause + " " + Numbers.signed(part.change());
  }
}
