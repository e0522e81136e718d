package org.muscat.server.report;

import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;
import static org.muscat.server.report.Markup.paragraph;
import static org.muscat.server.report.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.RegimeDocument;

/** The regime and its changes, with their reasons. */
final class RegimeSection {

  private static final double HEIGHT = 28;
  private static final String NONE = "none";
  private static final double LEAST_SHARE = 0.005;

  /** Letters stand for a regime where colours do not. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "detente", "D\u00c9",
          "containment", "CT",
          "coercion", "CR",
          "conflict", "CF",
          "drift", "DR",
          "undetermined", "?");

  private RegimeSection() {}

  static Markup of(Report report) {
    List<Markup> parts = new ArrayList<>();
    parts.add(element("h2", "Regime"));
    RegimeDocument regime = report.now().regime();
    parts.add(paragraph(now(regime)));
    if (report.days().stream().anyMatch(day -> day.regime().regime() != null)) {
      parts.add(ribbon(report));
      parts.add(legend(report.days()));
      parts.add(
          Change.table("Changes of the regime", Change.ofRegime(report.days()))
              .orElse("The regime did not change in the period."));
    }
    Optional.ofNullable(regime.posterior()).ifPresent(shares -> parts.add(shares(shares)));
    return element("section", Markup.all(parts));
  }

  private static String now(RegimeDocument regime) {
    String name = regime.regime();
    if (name == null) {
      return "No regime: " + regime.reason() + ".";
    }
    String since = regime.since() == null ? "" : " since " + Numbers.dayOrMoment(regime.since());
    return Numbers.word(name) + since + ": " + regime.reason();
  }

  private static Markup ribbon(Report report) {
    Frame frame = new Frame(report.period(), HEIGHT);
    List<Markup> boxes =
        Strip.of(
            frame,
            Frame.TOP,
            HEIGHT,
            report.days(),
            day -> {
              String name = name(day.regime().regime());
              return new Strip.Said("regime-" + name, letter(name), Numbers.word(name));
            });
    return frame.drawing("The regime by day; the table of days has the names", boxes);
  }

  private static String name(@Nullable String regime) {
    return Objects.requireNonNullElse(regime, NONE);
  }

  private static String letter(String name) {
    return LETTERS.getOrDefault(name, "\u2013");
  }

  private static Markup legend(List<IndexDocument> days) {
    List<Markup> entries =
        days.stream()
            .map(day -> name(day.regime().regime()))
            .distinct()
            .map(name -> entry("regime-" + name, letter(name) + ": " + Numbers.word(name)))
            .toList();
    return element("ul", kind("legend"), Markup.all(entries));
  }

  /** A colour and what it means. */
  static Markup entry(String kind, String words) {
    return element(
        "li",
        element(
            "svg",
            kind("key"),
            attribute("viewBox", "0 0 12 12"),
            attribute("aria-hidden", "true"),
            element("rect", kind(kind), attribute("width", 12), attribute("height", 12))),
        text(" " + words));
  }

  private static Markup shares(Map<String, Double> posterior) {
    Table table =
        new Table("How alike the regimes are at the end; this decides nothing")
            .texts("Regime")
            .numbers("Share");
    posterior.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            one ->
                table.row(
                    Table.cell(Numbers.word(one.getKey())),
                    Table.number(
                        one.getValue() < LEAST_SHARE
                            ? "under 1 %"
                            : Numbers.percent(one.getValue()))));
    return table.markup();
  }
}
