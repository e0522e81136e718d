package org.muscat.server.report;

import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.paragraph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.report.SourceOfSeries.Terms;
import org.muscat.store.Provenance;

/** What a report was made of and by. */
final class ProvenanceSection {

  private ProvenanceSection() {}

  static Markup of(Report report) {
    return element(
        "section",
        element("h2", "Provenance"),
        paragraph(programs(report.now())),
        paragraph(
            "Each day is told as it would have been known then, by this model and these programs,"
                + " from the observations that are stored; nothing is from after the end. Made"
                + " again from the same store it has the same bytes: "
                + command(report)),
        element("h3", "Series"),
        series(report.sources()),
        element("h3", "Terms of the sources"),
        terms(report.sources()),
        paragraph(withheld(report.sources())));
  }

  private static String programs(IndexDocument now) {
    String plugins =
        now.programs().plugins().entrySet().stream()
            .map(plugin -> plugin.getKey() + " " + plugin.getValue())
            .collect(Collectors.joining(", "));
    return "Model "
        + now.model().id()
        + " version "
        + now.model().version()
        + " ("
        + now.model().hash()
        + "), Muscat "
        + now.programs().muscat()
        + "; plugins "
        + plugins
        + ".";
  }

  private static String command(Report report) {
    return "muscat report --model "
        + report.now().model().id()
        + " --theatre "
        + report.now().theatre().id()
        + " --from "
        + report.period().from()
        + " --as-of "
        + report.period().asOf();
  }

  private static Markup series(List<SourceOfSeries> sources) {
    Table table =
        new Table("Series, as of the end")
            .texts("Series", "Source", "Newest observed", "Newest known")
            .numbers("Observations");
    for (SourceOfSeries one : sources) {
      table.row(
          Table.cell(one.series(), one.withheld() ? "its values are withheld" : ""),
          Table.cell(one.provenance().map(ProvenanceSection::source).orElse("nothing is known")),
          Table.cell(
              one.provenance()
                  .map(known -> Numbers.dayOrMoment(known.newestObservedAt().toString()))
                  .orElse("")),
          Table.cell(
              one.provenance()
                  .map(known -> Numbers.dayOrMoment(known.newestKnownAt().toString()))
                  .orElse("")),
          Table.number(one.provenance().map(known -> String.valueOf(known.count())).orElse("0")));
    }
    return table.orElse("The theatre reads none.");
  }

  private static String source(Provenance known) {
    return known.vintage() == 1 ? known.source() : known.source() + ", vintage " + known.vintage();
  }

  private static Markup terms(List<SourceOfSeries> sources) {
    Map<String, Set<Terms>> bySource = new TreeMap<>();
    for (SourceOfSeries one : sources) {
      one.provenance()
          .ifPresent(
              known ->
                  bySource
                      .computeIfAbsent(known.source(), source -> new LinkedHashSet<>())
                      .addAll(one.terms()));
    }
    Table table = new Table("Terms of the sources").texts("Source", "Feed", "Address", "Terms");
    bySource.forEach(
        (source, all) -> {
          if (all.isEmpty()) {
            table.row(
                Table.cell(source),
                Table.cell("none: it was imported"),
                Table.cell(""),
                Table.cell("not told; ask who imported it"));
          }
          all.forEach(
              terms ->
                  table.row(
                      Table.cell(source),
                      Table.cell(terms.feed(), terms.title()),
                      Table.cell(terms.address()),
                      Table.cell(terms.licence())));
        });
    return table.orElse("No source is known.");
  }

  private static String withheld(List<SourceOfSeries> sources) {
    String names =
        sources.stream()
            .filter(SourceOfSeries::withheld)
            .map(SourceOfSeries::series)
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "No series of this theatre is withheld."
        : "Values and events of these series may not be passed on, and no reading that rests on one"
            + " of them is in this report: "
            + names
            + ".";
  }
}
