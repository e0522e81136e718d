package org.muscat.engine.panel.prepare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.prepare.Treated.Kind;
import org.muscat.engine.panel.prepare.Treated.Mark;
import org.muscat.engine.panel.prepare.Treated.Report;

/** One column before and after its treatment. */
final class Column {

  private final double[] before;
  private final double[] after;
  private final Shape shapeBefore;
  private final Shape shapeAfter;
  private final @Nullable Shape winsorised;
  private final boolean logarithm;

  private Column(
      double[] before,
      Shape shapeBefore,
      double[] after,
      Shape shapeAfter,
      @Nullable Shape winsorised,
      boolean logarithm) {
    this.before = before;
    this.after = after;
    this.shapeBefore = shapeBefore;
    this.shapeAfter = shapeAfter;
    this.winsorised = winsorised;
    this.logarithm = logarithm;
  }

  static Column untouched(double[] values, Shape shape) {
    return new Column(values, shape, values, shape, null, false);
  }

  static Column winsorised(double[] before, Shape shapeBefore, double[] after, Shape winsorised) {
    return new Column(before, shapeBefore, after, winsorised, winsorised, false);
  }

  static Column logarithm(double[] before, Shape shapeBefore, double[] after, Shape winsorised) {
    return new Column(before, shapeBefore, after, Shape.of(after), winsorised, true);
  }

  double[] after() {
    return after;
  }

  /** Adds a mark for each value that was changed. */
  void mark(String column, List<String> units, List<Mark> marks) {
    if (winsorised == null) {
      return;
    }
    for (int u = 0; u < before.length; u++) {
      if (changed(u)) {
        marks.add(new Mark(units.get(u), column, kind(u)));
      }
    }
  }

  Report report(String column) {
    int points = 0;
    for (int u = 0; u < before.length && !logarithm; u++) {
      points += changed(u) ? 1 : 0;
    }
    return new Report(column, shapeBefore, winsorised, points, logarithm, shapeAfter);
  }

  private boolean changed(int u) {
    return !Double.isNaN(before[u]) && (logarithm || before[u] != after[u]);
  }

  private Kind kind(int u) {
    if (logarithm) {
      return Kind.LOGARITHM;
    }
    return before[u] > after[u] ? Kind.WINSORISED_HIGH : Kind.WINSORISED_LOW;
  }
}
