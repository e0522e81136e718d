package org.muscat.server.report;

import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.beside;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;
import static org.muscat.server.report.Markup.paragraph;
import static org.muscat.server.report.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.muscat.server.document.FlagDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.IndexDocument.Stability;
import org.muscat.server.document.MarginDocument;
import org.muscat.server.document.RegimeDocument;

/** The index at the end of the period, with its interval and what it rests on. */
final class NowSection {

  private static final double WIDTH = 1_000;

  private NowSection() {}

  static Markup of(Report report) {
    IndexDocument now = report.now();
    List<Markup> parts = new ArrayList<>();
    parts.add(element("h2", "The index at the end"));
    Stability score = now.stability();
    if (score == null) {
      parts.add(element("p", kind("index"), element("b", "no score")));
      parts.add(paragraph("There is no score: " + now.reason() + "."));
    } else {
      parts.add(value(score));
      parts.add(gauge(score));
      if (!now.reason().isEmpty()) {
        parts.add(paragraph(now.reason()));
      }
    }
    parts.add(element("dl", Markup.all(facts(now))));
    return element("section", Markup.all(parts));
  }

  private static Markup value(Stability score) {
    String rest = " of 100, 90 % interval " + interval(score);
    return element(
        "p",
        kind("index"),
        element("b", Numbers.one(score.value())),
        element("span", kind("of"), text(rest)));
  }

  private static String interval(Stability score) {
    return Numbers.one(score.lower()) + " to " + Numbers.one(score.upper());
  }

  private static Markup gauge(Stability score) {
    double lower = WIDTH * score.lower() / 100;
    double upper = WIDTH * score.upper() / 100;
    double value = WIDTH * score.value() / 100;
    String label =
        "Index "
            + Numbers.one(score.value())
            + " on a scale from 0 to 100, 90 % interval "
            + interval(score);
    return Markup.all(
        element(
            "svg",
            kind("gauge"),
            attribute("viewBox", "0 0 1000 40"),
            attribute("preserveAspectRatio", "none"),
            attribute("role", "img"),
            attribute("aria-label", label),
            Frame.line("scale", 0, 20, WIDTH, 20),
            Frame.box("interval", lower, 8, upper - lower, 24, "90 % interval"),
            Frame.line("value", value, 2, value, 38)),
        element(
            "p",
            kind("gauge-ends"),
            element("span", "0: least stable"),
            element("span", "100: calm")));
  }

  private static List<Markup> facts(IndexDocument now) {
    RegimeDocument regime = now.regime();
    MarginDocument margin = now.margin();
    Double opacity = now.opacity().value();
    return List.of(
        term("As of", Numbers.moment(now.asOf()), ""),
        term("Status", Numbers.word(now.status()), ""),
        term("Coverage", Numbers.percent(now.coverage()) + " of the weight", rests(now)),
        term(
            "Regime",
            regime.since() == null
                ? Numbers.word(regime.regime())
                : Numbers.word(regime.regime()) + " since " + Numbers.day(regime.since()),
            regime.reason()),
        term("Flags raised", flags(now, "raised"), undecided(now)),
        term("Band", Numbers.word(margin.band()), ""),
        term("Margin for error", Numbers.word(margin.word()), margin(now)),
        term(
            "Opacity",
            opacity == null ? "not known" : Numbers.percent(opacity),
            opacity == null
                ? now.opacity().reason()
                : "how much is hidden; it widens the interval"));
  }

  private static String margin(IndexDocument now) {
    MarginDocument margin = now.margin();
    Double sigmas = margin.sigmas();
    Stability score = now.stability();
    if (sigmas == null || score == null) {
      return margin.reason();
    }
    return "the pillars together, "
        + Numbers.one(score.dynamic())
        + ", are "
        + Numbers.one(Math.abs(sigmas))
        + " sigma "
        + (sigmas < 0 ? "below " : "above ")
        + Numbers.one(Objects.requireNonNull(margin.threshold(), "a threshold"));
  }

  /** What is undecided is told: missing is not calm. */
  private static String undecided(IndexDocument now) {
    String names = flags(now, "undecided");
    return names.equals("none") || now.flags().isEmpty() ? "" : "undecided: " + names;
  }

  static String flags(IndexDocument day, String verdict) {
    if (day.flags().isEmpty()) {
      return "not judged";
    }
    String names =
        day.flags().stream()
            .filter(flag -> flag.verdict().equals(verdict))
            .map(FlagDocument::flag)
            .map(Numbers::word)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private static String rests(IndexDocument now) {
    List<String> observed =
        now.pillars().stream()
            .flatMap(pillar -> pillar.indicators().stream())
            .filter(one -> one.contribution() != null)
            .map(one -> one.observedAt())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (observed.isEmpty()) {
      return "it rests on no reading";
    }
    String oldest = observed.get(0);
    String newest = observed.get(observed.size() - 1);
    return Numbers.count(observed.size(), "reading", "readings")
        + ": the newest of "
        + Numbers.day(newest)
        + ", the oldest of "
        + Numbers.day(oldest)
        + " ("
        + Numbers.age(oldest, now.asOf())
        + ")";
  }

  private static Markup term(String name, String value, String remark) {
    return element("div", element("dt", name), element("dd", text(value), beside(remark)));
  }
}
