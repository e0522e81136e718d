package org.muscat.server.report;

import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;
import static org.muscat.server.report.Markup.text;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The frame of drawings over the days of one report: all have the same days above each other. */
final class Frame {

  static final double WIDTH = 960;
  static final double LEFT = 64;
  static final double RIGHT = 944;

  /** Where marks and labels of columns stand, above what is drawn. */
  static final double TOP = 30;

  private static final double LABELS = 44;
  private static final int MOST_TICKS = 8;

  private final Instant from;
  private final double seconds;
  private final double height;

  /**
   * A frame.
   *
   * @param height of what is drawn, without labels
   */
  Frame(ReportPeriod period, double height) {
    this.from = period.from();
    this.seconds = Math.max(1, Duration.between(from, period.asOf()).toSeconds());
    this.height = height;
  }

  double x(String moment) {
    double share = Duration.between(from, Instant.parse(moment)).toSeconds() / seconds;
    return LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(1, share));
  }

  /** The place of points from 0 to 100. */
  double y(double points) {
    return TOP + height * (1 - points / 100);
  }

  double bottom() {
    return TOP + height;
  }

  /** A drawing with the days below it. */
  Markup drawing(String label, List<Markup> content) {
    List<Markup> all = new ArrayList<>(days());
    all.addAll(content);
    return element(
        "svg",
        kind("chart"),
        attribute("viewBox", "0 0 960 " + Numbers.coordinate(bottom() + LABELS)),
        attribute("role", "img"),
        attribute("aria-label", label),
        Markup.all(all));
  }

  private List<Markup> days() {
    List<Markup> drawn = new ArrayList<>();
    long days = Math.max(1, (long) Math.ceil(seconds / Duration.ofDays(1).toSeconds()));
    long step = (days + MOST_TICKS - 1) / MOST_TICKS;
    for (long day = 0; day <= days; day += step) {
      Instant at = from.plus(day, ChronoUnit.DAYS);
      if (Duration.between(from, at).toSeconds() > seconds) {
        break;
      }
      double x = x(at.toString());
      drawn.add(line("grid", x, TOP, x, bottom()));
      drawn.add(label("tick middle", x, bottom() + 16, Numbers.day(at.toString())));
    }
    drawn.add(label("tick middle", (LEFT + RIGHT) / 2, bottom() + 36, "Day, at 00:00 UTC"));
    return drawn;
  }

  /** Lines and labels of a scale of points from 0 to 100. */
  List<Markup> scale(String title) {
    List<Markup> drawn = new ArrayList<>();
    for (int points = 0; points <= 100; points += 25) {
      drawn.add(line("grid", LEFT, y(points), RIGHT, y(points)));
      drawn.add(label("tick end", LEFT - 8, y(points) + 4, String.valueOf(points)));
    }
    double middle = TOP + height / 2;
    drawn.add(
        element(
            "text",
            kind("tick middle"),
            attribute("transform", "translate(14 " + Numbers.coordinate(middle) + ") rotate(-90)"),
            text(title)));
    return drawn;
  }

  static Markup line(String kind, double x1, double y1, double x2, double y2) {
    return element(
        "line",
        kind(kind),
        attribute("x1", x1),
        attribute("y1", y1),
        attribute("x2", x2),
        attribute("y2", y2));
  }

  static Markup label(String kind, double x, double y, String words) {
    return element("text", kind(kind), attribute("x", x), attribute("y", y), text(words));
  }

  /** A rectangle; where a pointer rests on it the title is shown. */
  static Markup box(String kind, double x, double y, double width, double height, String title) {
    return element(
        "rect",
        kind(kind),
        attribute("x", x),
        attribute("y", y),
        attribute("width", Math.max(0, width)),
        attribute("height", height),
        element("title", title));
  }

  /** A dot with a title. */
  static Markup dot(String kind, double x, double y, double radius, String title) {
    return element(
        "circle",
        kind(kind),
        attribute("cx", x),
        attribute("cy", y),
        attribute("r", radius),
        element("title", title));
  }

  static String point(double x, double y) {
    return Numbers.coordinate(x) + "," + Numbers.coordinate(y);
  }
}
