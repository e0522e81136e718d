package org.muscat.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.muscat.server.document.IndexDocument;

/** A row of boxes, one for each day, which a letter tells apart where there is room. */
final class Strip {

  private static final double WIDTH_OF_LETTERS = 20;

  /**
   * What is said of some days.
   *
   * @param kind how it is coloured
   * @param letter that stands for it; empty for none
   * @param words for people
   */
  record Said(String kind, String letter, String words) {}

  private record At(String from, Said said) {}

  private Strip() {}

  /** The boxes; neighbours of which the same is said are one. */
  static List<Markup> of(
      Frame frame,
      double y,
      double height,
      List<IndexDocument> days,
      Function<IndexDocument, Said> saying) {
    List<At> all = days.stream().map(day -> new At(day.asOf(), saying.apply(day))).toList();
    List<List<At>> runs = Runs.of(all, (one, next) -> one.said().equals(next.said()));
    List<Markup> boxes = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      At first = runs.get(i).get(0);
      double x = frame.x(first.from());
      String to = i + 1 < runs.size() ? runs.get(i + 1).get(0).from() : "";
      // What begins with the last moment has no length, and is shown all the same.
      double end = to.isEmpty() ? Frame.RIGHT + 4 : frame.x(to);
      String title = first.said().words() + " from " + Numbers.dayOrMoment(first.from());
      boxes.add(Frame.box(first.said().kind(), x, y, end - x, height, title));
      if (!first.said().letter().isEmpty() && end - x >= WIDTH_OF_LETTERS) {
        boxes.add(
            Frame.label("in-box middle", (x + end) / 2, y + height / 2 + 4, first.said().letter()));
      }
    }
    return boxes;
  }
}
