package org.muscat.server.report;

import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.paragraph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.FlagDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.StatusDocument;
import org.muscat.server.document.TripWireDocument;

/** What was raised and cleared, and what would be next. */
final class AlarmSection {

  private AlarmSection() {}

  static Markup of(Report report) {
    IndexDocument now = report.now();
    List<Markup> parts = new ArrayList<>();
    parts.add(element("h2", "Alarms"));
    parts.add(
        paragraph(
            "What was raised and what was cleared in the period: the status, the band that the"
                + " pillars together are in, the margin for error, the flags, and the words of straits."));
    parts.add(
        Change.table("What was raised and cleared", Change.ofAlarms(report.days()))
            .orElse("Nothing of this changed in the period."));
    parts.add(element("h3", "Flags"));
    parts.add(flags(report));
    parts.add(element("h3", "Trip-wires"));
    parts.add(paragraph(tripped(report.days())));
    parts.add(paragraph(introduction(now)));
    if (!now.tripWires().isEmpty()) {
      parts.add(tripWires(now));
    }
    if (!now.statusWords().isEmpty()) {
      parts.add(element("h3", "Straits"));
      parts.add(words(now));
    }
    return element("section", Markup.all(parts));
  }

  private static Markup flags(Report report) {
    Table table = new Table("Flags at the end").texts("Flag", "Verdict").numbers("Raised for");
    for (FlagDocument flag : report.now().flags()) {
      long raised =
          report.days().stream()
              .flatMap(day -> day.flags().stream())
              .filter(one -> one.flag().equals(flag.flag()) && one.verdict().equals("raised"))
              .count();
      table.row(
          Table.cell(Numbers.word(flag.flag())),
          Table.cell(Numbers.word(flag.verdict()), flag.reason()),
          Table.number(raised + " of " + report.days().size() + " moments"));
    }
    return table.orElse("The model judges none.");
  }

  /** What trips is the mean of the pillars, whichever indicator brought it down. */
  private static String tripped(List<IndexDocument> days) {
    List<String> falls =
        Change.ofBand(days).stream()
            .filter(Change::isForTheWorse)
            .map(one -> Numbers.dayOrMoment(one.at()) + " from " + one.from() + " to " + one.to())
            .toList();
    return falls.isEmpty()
        ? "In the period the pillars did not fall into a worse band."
        : "In the period the pillars fell into a worse band: " + String.join("; ", falls) + ".";
  }

  private static String introduction(IndexDocument now) {
    Double threshold = now.margin().threshold();
    if (now.tripWires().isEmpty()) {
      return "There is none: " + now.margin().reason() + ".";
    }
    return "The readings at which one indicator alone brings the pillars to "
        + (threshold == null ? "the next-worse band" : Numbers.one(threshold))
        + ", the nearest first.";
  }

  private static Markup tripWires(IndexDocument now) {
    Table table =
        new Table("Trip-wires at the end").texts("Pillar", "Indicator").numbers("Now", "Trips at");
    List<String> unreachable = new ArrayList<>();
    for (TripWireDocument wire : now.tripWires()) {
      if (wire.trippingStability() == null) {
        unreachable.add(wire.indicator());
      } else {
        table.row(
            Table.cell(wire.pillar()),
            Table.cell(wire.indicator()),
            Table.number(reading(wire.reading(), wire), points(wire.stability())),
            Table.number(reading(wire.trippingReading(), wire), points(wire.trippingStability())));
      }
    }
    Markup rest =
        unreachable.isEmpty()
            ? Markup.NONE
            : paragraph("None alone gets there: " + String.join(", ", unreachable) + ".");
    return Markup.all(table.orElse("No indicator trips it alone."), rest);
  }

  private static String reading(@Nullable Double value, TripWireDocument wire) {
    return value == null ? "withheld" : Numbers.reading(value, wire.unit());
  }

  private static String points(@Nullable Double stability) {
    return stability == null ? "" : "stability " + Numbers.one(stability);
  }

  private static Markup words(IndexDocument now) {
    Table table = new Table("Straits at the end").texts("Strait", "Word", "Since", "Data of");
    for (StatusDocument word : now.statusWords()) {
      table.row(
          Table.cell(word.id(), word.title()),
          Table.cell(
              word.status() == null ? "not known" : Numbers.word(word.status()),
              Change.reason(word)),
          Table.cell(word.since() == null ? "not known" : word.since()),
          Table.cell(
              word.observedAt() == null ? "not known" : Numbers.dayOrMoment(word.observedAt())));
    }
    return table.markup();
  }
}
