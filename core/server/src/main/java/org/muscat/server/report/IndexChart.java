package org.muscat.server.report;

import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.muscat.server.document.EventDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.IndexDocument.Stability;

/** Draws the index with its interval, what happened meanwhile, and where there was no score. */
final class IndexChart {

  private static final double HEIGHT = 240;
  private static final int MOST_DOTS = 100;
  private static final double DOT = 3;
  private static final int ROWS_OF_MARKS = 2;

  private final Report report;
  private final Frame frame;

  private IndexChart(Report report) {
    this.report = report;
    this.frame = new Frame(report.period(), HEIGHT);
  }

  /**
   * The drawing.
   *
   * @param marked events that are marked with the number of their place, from 1
   */
  static Markup of(Report report, List<EventDocument> marked) {
    IndexChart chart = new IndexChart(report);
    List<Markup> drawn = new ArrayList<>(chart.frame.scale("Stability, points (100 is calm)"));
    drawn.addAll(chart.gaps());
    drawn.addAll(chart.marks(marked));
    for (List<IndexDocument> run :
        Runs.of(report.days(), (one, next) -> hasScore(one) == hasScore(next))) {
      if (hasScore(run.get(0))) {
        drawn.add(chart.interval(run));
        drawn.add(chart.line(run));
      }
    }
    drawn.addAll(chart.dots());
    return chart.frame.drawing(label(report), drawn);
  }

  private static boolean hasScore(IndexDocument day) {
    return day.stability() != null;
  }

  private static Stability score(IndexDocument day) {
    return Objects.requireNonNull(day.stability(), "a score");
  }

  private Markup interval(List<IndexDocument> run) {
    List<String> outline = new ArrayList<>();
    for (IndexDocument day : run) {
      outline.add(Frame.point(frame.x(day.asOf()), frame.y(score(day).upper())));
    }
    List<IndexDocument> back = new ArrayList<>(run);
    Collections.reverse(back);
    for (IndexDocument day : back) {
      outline.add(Frame.point(frame.x(day.asOf()), frame.y(score(day).lower())));
    }
    if (run.size() == 1) {
      double x = frame.x(run.get(0).asOf());
      Stability only = score(run.get(0));
      return Frame.line("whisker", x, frame.y(only.upper()), x, frame.y(only.lower()));
    }
    return element("polygon", kind("interval"), attribute("points", String.join(" ", outline)));
  }

  private Markup line(List<IndexDocument> run) {
    String points =
        run.stream()
            .map(day -> Frame.point(frame.x(day.asOf()), frame.y(score(day).value())))
            .collect(Collectors.joining(" "));
    return element("polyline", kind("index-line"), attribute("points", points));
  }

  private List<Markup> dots() {
    List<IndexDocument> scored = report.scored();
    return scored.stream()
        // Of very many only the ends are told apart.
        .filter(
            day ->
                scored.size() <= MOST_DOTS
                    || day.equals(scored.get(0))
                    || day.equals(scored.get(scored.size() - 1)))
        .map(
            day ->
                Frame.dot(
                    "index-dot", frame.x(day.asOf()), frame.y(score(day).value()), DOT, title(day)))
        .toList();
  }

  private static String title(IndexDocument day) {
    Stability score = score(day);
    return Numbers.dayOrMoment(day.asOf())
        + ": "
        + Numbers.one(score.value())
        + ", 90 % interval "
        + Numbers.one(score.lower())
        + " to "
        + Numbers.one(score.upper());
  }

  /** From the first day without a score to the next that has one. */
  private List<Markup> gaps() {
    List<Markup> gaps = new ArrayList<>();
    List<List<IndexDocument>> runs =
        Runs.of(report.days(), (one, next) -> hasScore(one) == hasScore(next));
    for (int i = 0; i < runs.size(); i++) {
      IndexDocument first = runs.get(i).get(0);
      if (!hasScore(first)) {
        double x = frame.x(first.asOf());
        double end = i + 1 < runs.size() ? frame.x(runs.get(i + 1).get(0).asOf()) : Frame.RIGHT;
        String title = Numbers.dayOrMoment(first.asOf()) + ": no score, " + first.reason();
        gaps.add(Frame.box("gap", x, Frame.TOP, Math.max(2, end - x), HEIGHT, title));
      }
    }
    return gaps;
  }

  /** Events of one moment share a mark. */
  private List<Markup> marks(List<EventDocument> marked) {
    List<Markup> marks = new ArrayList<>();
    int number = 1;
    for (List<EventDocument> run :
        Runs.of(marked, (one, next) -> one.observedAt().equals(next.observedAt()))) {
      int last = number + run.size() - 1;
      double x = frame.x(run.get(0).observedAt());
      // Neighbours stand at different heights.
      double y = 10 + 12 * (marks.size() / 2 % ROWS_OF_MARKS);
      String label = number == last ? String.valueOf(number) : number + "\u2013" + last;
      marks.add(Frame.line("mark", x, y + 4, x, frame.bottom()));
      marks.add(Frame.label("mark-number middle", x, y, label));
      number = last + 1;
    }
    return marks;
  }

  private static String label(Report report) {
    List<IndexDocument> scored = report.scored();
    String span =
        "The index from "
            + Numbers.dayOrMoment(report.period().from().toString())
            + " to "
            + Numbers.dayOrMoment(report.period().asOf().toString());
    if (scored.isEmpty()) {
      return span + ": no score";
    }
    double[] values = scored.stream().mapToDouble(day -> score(day).value()).sorted().toArray();
    return span
        + ": first "
        + Numbers.one(score(scored.get(0)).value())
        + ", last "
        + Numbers.one(score(scored.get(scored.size() - 1)).value())
        + ", lowest "
        + Numbers.one(values[0])
        + ", highest "
        + Numbers.one(values[values.length - 1]);
  }
}
