package org.muscat.engine.panel.prepare;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.prepare.Treated.Kind;
import org.muscat.engine.panel.prepare.Treated.Mark;
import org.muscat.engine.panel.prepare.Treated.Report;

/** One column before and after its treatment. */
final class Column {

  private final double[] before;
  private final double[] after;
  private final @Nullable Shape winsorised;
  private final boolean logarithm;

  private Column(double[] before, double[] after, @Nullable Shape winsorised, boolean logarithm) {
    this.before = before;
    this.after = after;
    this.winsorised = winsorised;
    this.logarithm = logarithm;
  }

  static Column untouched(double[] values) {
    return new Column(values, values, null, false);
  }

  static Column winsorised(double[] before, double[] after) {
    return new Column(before, after, Shape.of(after), false);
  }

  static Column logarithm(double[] before, double[] after, Shape winsorised) {
    return new Column(before, after, winsorised, true);
  }

  double[] after() {
    return after;
  }

  List<Mark> marks(String column, List<String> units) {
    return IntStream.range(0, before.length)
        .filter(this::changed)
        .mapToObj(u -> new Mark(units.get(u), column, kind(u)))
        .toList();
  }

  Report report(String column) {
    int points =
        logarithm ? 0 : (int) IntStream.range(0, before.length).filter(this::changed).count();
    return new Report(column, Shape.of(before), winsorised, points, logarithm, Shape.of(after));
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
