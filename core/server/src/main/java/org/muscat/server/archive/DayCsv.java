package org.muscat.server.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.FlagDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.IndexDocument.MoveDocument;
import org.muscat.server.document.IndexDocument.PartDocument;
import org.muscat.server.document.IndexDocument.Stability;
import org.muscat.server.document.PillarDocument;
import org.muscat.server.document.PillarDocument.IndicatorDocument;
import org.muscat.server.document.RegimeDocument;

/**
 * Writes what was said of a theatre day by day as CSV (RFC 4180), a row for each, with a column for
 * the stability of each pillar. What is not known is an empty cell.
 */
public final class DayCsv {

  private static final String DAY = "P1D";
  private static final List<String> BEFORE =
      List.of(
          "as_of",
          "model",
          "theatre",
          "demo",
          "status",
          "stability",
          "lower",
          "upper",
          "sigma",
          "coverage",
          "regime",
          "regime_share",
          "band",
          "margin",
          "flags_raised",
          "flags_undecided");
  private static final List<String> AFTER =
      List.of(
          "change_1d",
          "moved_most_points",
          "moved_most_cause",
          "moved_most_pillar",
          "moved_most_indicator",
          "inputs_held",
          "inputs_missing",
          "reason");

  private DayCsv() {}

  /**
   * Writes all days of a theatre.
   *
   * @param days of one theatre and model, at least one
   * @param out is told everything, in ASCII
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static void write(List<IndexDocument> days, Appendable out) {
    List<String> header = new ArrayList<>(BEFORE);
    days.get(0).pillars().forEach(pillar -> header.add(Cells.write("pillar_" + pillar.id())));
    header.addAll(AFTER);
    CsvRows rows = new CsvRows(out, header, "\r\n");
    days.forEach(day -> rows.write(cells(day)));
  }

  private static List<String> cells(IndexDocument day) {
    List<String> cells = new ArrayList<>(List.of(day.asOf()));
    cells.add(Cells.write(day.model().id()));
    cells.add(Cells.write(day.theatre().id()));
    cells.add(String.valueOf(day.demo()));
    cells.add(day.status());
    cells.add(number(day, Stability::value));
    cells.add(number(day, Stability::lower));
    cells.add(number(day, Stability::upper));
    cells.add(number(day, Stability::sigma));
    cells.add(String.valueOf(day.coverage()));
    RegimeDocument regime = day.regime();
    cells.add(text(regime.regime()));
    cells.add(share(regime));
    cells.add(text(day.margin().band()));
    cells.add(text(day.margin().word()));
    cells.add(flags(day, "raised"));
    cells.add(flags(day, "undecided"));
    day.pillars().forEach(pillar -> cells.add(number(pillar.stability())));
    cells.addAll(moved(day));
    cells.add(inputs(day, IndicatorDocument::held));
    cells.add(inputs(day, one -> !one.held() && one.quality().equals("missing")));
    cells.add(Cells.write(day.reason()));
    return cells;
  }

  private static List<String> moved(IndexDocument day) {
    Optional<MoveDocument> move =
        day.moved().stream().filter(one -> one.span().equals(DAY)).findFirst();
    Optional<PartDocument> most = move.flatMap(one -> one.parts().stream().findFirst());
    return List.of(
        move.map(one -> String.valueOf(one.change())).orElse(""),
        most.map(part -> String.valueOf(part.change())).orElse(""),
        most.map(PartDocument::cause).orElse(""),
        most.map(part -> Cells.write(part.pillar())).orElse(""),
        most.map(part -> Cells.write(part.indicator())).orElse(""));
  }

  private static String share(RegimeDocument regime) {
    return regime.posterior() == null || regime.regime() == null
        ? ""
        : number(regime.posterior().get(regime.regime()));
  }

  private static String flags(IndexDocument day, String verdict) {
    return day.flags().stream()
        .filter(flag -> flag.verdict().equals(verdict))
        .map(FlagDocument::flag)
        .collect(Collectors.joining(" "));
  }

  private static String inputs(IndexDocument day, Predicate<IndicatorDocument> wanted) {
    Stream<IndicatorDocument> all =
        day.pillars().stream().map(PillarDocument::indicators).flatMap(List::stream);
    return Cells.write(
        all.filter(wanted).map(IndicatorDocument::id).collect(Collectors.joining(" ")));
  }

  private static String number(IndexDocument day, Function<Stability, Double> part) {
    Stability stability = day.stability();
    return stability == null ? "" : String.valueOf(part.apply(stability));
  }

  private static String number(@Nullable Double number) {
    return number == null ? "" : String.valueOf(number);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : Cells.write(text);
  }
}
