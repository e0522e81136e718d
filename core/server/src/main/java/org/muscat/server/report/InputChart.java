package org.muscat.server.report;

import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.PillarDocument.IndicatorDocument;

/** Draws how good each input was day by day. */
final class InputChart {

  /** What can be said of an input, from good to bad. */
  static final List<String> QUALITIES =
      List.of("fresh", "stale", "partial", "held", "suspect", "missing");

  private static final Map<String, String> LETTERS =
      Map.of("stale", "o", "partial", "p", "held", "h", "suspect", "?", "missing", "\u00d7");
  private static final double ROW = 22;
  private static final double BOX = 16;

  private InputChart() {}

  static Markup of(Report report) {
    List<String> ids = ids(report);
    Frame frame = new Frame(report.period(), ROW * ids.size());
    List<Markup> drawn = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      double y = Frame.TOP + ROW * i;
      drawn.addAll(
          Strip.of(
              frame,
              y,
              BOX,
              report.days(),
              day -> {
                String quality = quality(indicator(day, id));
                return new Strip.Said(
                    "quality-" + quality, LETTERS.getOrDefault(quality, ""), id + " " + quality);
              }));
      drawn.add(Frame.label("tick end", Frame.LEFT - 8, y + 12, String.valueOf(i + 1)));
    }
    List<Markup> names = ids.stream().map(id -> element("li", id)).toList();
    return Markup.all(
        frame.drawing("How good each input was by day; the table has the counts", drawn),
        element("ol", kind("names"), Markup.all(names)),
        element("ul", kind("legend"), Markup.all(legend())));
  }

  private static List<Markup> legend() {
    return QUALITIES.stream()
        .map(
            quality -> {
              String letter = LETTERS.getOrDefault(quality, "");
              String words = letter.isEmpty() ? quality : letter + ": " + quality;
              return RegimeSection.entry("quality-" + quality, words);
            })
        .toList();
  }

  /** The inputs, in the order of the pillars. */
  static List<String> ids(Report report) {
    return indicators(report.now()).map(IndicatorDocument::id).toList();
  }

  private static Stream<IndicatorDocument> indicators(IndexDocument day) {
    return day.pillars().stream().flatMap(pillar -> pillar.indicators().stream());
  }

  /** The model is the same on all days, and so are its inputs. */
  static IndicatorDocument indicator(IndexDocument day, String id) {
    return indicators(day).filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** One of {@link #QUALITIES}. */
  static String quality(IndicatorDocument indicator) {
    if (indicator.held()) {
      return "held";
    }
    return Objects.equals(indicator.quality(), "ok") ? "fresh" : indicator.quality();
  }
}
