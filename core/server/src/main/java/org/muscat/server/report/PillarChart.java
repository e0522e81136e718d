package org.muscat.server.report;

import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;
import static org.muscat.server.report.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.PillarDocument;

/** Draws the stability of each pillar; a letter, a colour and a dash each tell it from others. */
final class PillarChart {

  private static final double HEIGHT = 180;
  private static final int STYLES = 6;
  private static final double END = 8;

  private record Place(double x, @Nullable Double points) {}

  private PillarChart() {}

  /** The drawing and what its letters mean. */
  static Markup of(Report report) {
    Frame frame = new Frame(report.period(), HEIGHT);
    List<Markup> drawn = new ArrayList<>(frame.scale("Stability, points"));
    List<Markup> legend = new ArrayList<>();
    List<PillarDocument> pillars = report.now().pillars();
    for (int i = 0; i < pillars.size(); i++) {
      drawn.addAll(lines(frame, report.days(), i));
      legend.add(entry(i, pillars.get(i)));
    }
    return Markup.all(
        frame.drawing("The stability of each pillar; the table of days has the numbers", drawn),
        element("ul", kind("legend"), Markup.all(legend)));
  }

  private static String letter(int pillar) {
    return String.valueOf((char) ('A' + pillar % ('Z' - 'A' + 1)));
  }

  private static String style(int pillar) {
    return "pillar style" + pillar % STYLES;
  }

  private static List<Markup> lines(Frame frame, List<IndexDocument> days, int pillar) {
    List<Place> places =
        days.stream()
            .map(day -> new Place(frame.x(day.asOf()), day.pillars().get(pillar).stability()))
            .toList();
    List<Markup> lines = new ArrayList<>();
    for (List<Place> run :
        Runs.of(places, (one, next) -> (one.points() == null) == (next.points() == null))) {
      if (run.get(0).points() != null) {
        String points =
            run.stream()
                .map(place -> Frame.point(place.x(), y(frame, place)))
                .collect(Collectors.joining(" "));
        lines.add(element("polyline", kind(style(pillar)), attribute("points", points)));
        Place last = run.get(run.size() - 1);
        // Letters of neighbours stand beside each other.
        double x = Math.max(Frame.LEFT, last.x() - END * (pillar % STYLES));
        lines.add(Frame.label("letter middle", x, y(frame, last) - 4, letter(pillar)));
      }
    }
    return lines;
  }

  private static double y(Frame frame, Place place) {
    Double points = place.points();
    return frame.y(points == null ? 0 : points);
  }

  private static Markup entry(int number, PillarDocument pillar) {
    Markup sample =
        element(
            "svg",
            kind("sample"),
            attribute("viewBox", "0 0 40 10"),
            attribute("aria-hidden", "true"),
            Frame.line(style(number), 0, 5, 40, 5));
    String now =
        pillar.stability() == null
            ? "missing: " + pillar.reason()
            : Numbers.one(pillar.stability()) + " at the end";
    return element("li", sample, text(" " + letter(number) + ": " + pillar.id() + ", " + now));
  }
}
