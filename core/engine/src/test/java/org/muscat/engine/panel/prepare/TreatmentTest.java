package org.muscat.engine.panel.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.prepare.Treated.Kind;

class TreatmentTest {

  private static final double NAN = Double.NaN;

  @Test
  void shouldDrawInOnlyTheOutlier() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, NAN, 500};

    Treated treated = treat(Treatment.CUSTOMARY, values);

    assertThat(treated.panel().column("a")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, NAN, 9);
    assertThat(treated.marks()).containsExactly(new Treated.Mark("u10", "a", Kind.WINSORISED_HIGH));
  }

  @Test
  void shouldDrawInOutliersBelow() {
    double[] values = {-500, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    Treated treated = treat(Treatment.CUSTOMARY, values);

    assertThat(treated.panel().column("a")[0]).isEqualTo(2);
    assertThat(treated.marks()).containsExactly(new Treated.Mark("u0", "a", Kind.WINSORISED_LOW));
  }

  @Test
  void shouldTakeTheLogarithmOfTheColumnAsItCameWhenWinsorisingIsNotEnough() {
    double[] values = IntStream.range(0, 30).mapToDouble(i -> Math.exp(i / 2.0)).toArray();

    Treated treated = treat(new Treatment(1, 2, 3.5), values);

    double min = values[0];
    double range = values[29] - min;
    assertThat(treated.reports().get(0).logarithm()).isTrue();
    assertThat(treated.reports().get(0).winsorised()).isNotNull();
    assertThat(treated.panel().column("a")[7])
        .isCloseTo(Math.log(values[7] - min + 0.01 * range), within(1e-12));
    assertThat(treated.marks()).hasSize(30);
  }

  @Test
  void shouldMirrorTheLogarithmOfAColumnWithALongLowerTail() {
    double[] values = {1, 5, 9};

    double[] up = Treatment.logarithm(values, 1);
    double[] down = Treatment.logarithm(values, -1);

    assertThat(down[0]).isCloseTo(-up[2], within(1e-12));
    assertThat(down).isSorted();
    assertThat(up).isSorted();
  }

  @Test
  void shouldNotMakeAColumnAConstant() {
    double[] values = new double[40];
    values[7] = 1;

    Treated treated = treat(Treatment.CUSTOMARY, values);

    assertThat(treated.reports().get(0).logarithm()).isTrue();
    assertThat(treated.panel().column("a")[7]).isGreaterThan(treated.panel().column("a")[8]);
  }

  @Test
  void shouldLeaveAConstantAndAShortColumnAlone() {
    assertThat(treat(Treatment.CUSTOMARY, 5, 5, 5, 5).panel().column("a")).containsOnly(5);
    assertThat(treat(Treatment.CUSTOMARY, 5, 900).panel().column("a")).containsExactly(5, 900);
  }

  @Test
  void shouldDrawInAsManyPointsAsAllowedAndNoMore() {
    double[] values = IntStream.rangeClosed(1, 20).mapToDouble(i -> i).toArray();
    values[18] = 400;
    values[19] = 500;

    Treated.Report two = treat(new Treatment(2, 2, 3.5), values).reports().get(0);
    Treated.Report one = treat(new Treatment(1, 2, 3.5), values).reports().get(0);
    Treated.Report none = treat(new Treatment(0, 2, 3.5), values).reports().get(0);

    assertThat(two.winsorisedPoints()).isEqualTo(2);
    assertThat(two.logarithm()).isFalse();
    assertThat(one.logarithm()).isTrue();
    assertThat(one.winsorisedPoints()).isZero();
    assertThat(none.winsorised()).isEqualTo(none.before());
  }

  @Test
  void shouldReportTheShapesOfWhatCameAndOfWhatIsLeft() {
    double[] winsorised = {1, 2, 3, 4, 5, 6, 7, 8, 9, NAN, 500};
    double[] logarithm = IntStream.range(0, 30).mapToDouble(i -> Math.exp(i / 2.0)).toArray();

    for (double[] values : List.of(winsorised, logarithm)) {
      Treated treated = treat(Treatment.CUSTOMARY, values);
      Treated.Report report = treated.reports().get(0);

      assertThat(report.before()).isEqualTo(Shape.of(values));
      assertThat(report.after()).isEqualTo(Shape.of(treated.panel().column("a")));
    }
  }

  @Test
  void shouldMarkNoMissingValueOfALogarithm() {
    double[] values = IntStream.range(0, 30).mapToDouble(i -> Math.exp(i / 2.0)).toArray();
    values[3] = NAN;

    Treated treated = treat(new Treatment(1, 2, 3.5), values);

    assertThat(treated.panel().missing("u3", "a")).isTrue();
    assertThat(treated.marks()).hasSize(29).noneMatch(mark -> mark.unit().equals("u3"));
  }

  @Test
  void shouldRefuseLimitsThatAreNone() {
    assertThatThrownBy(() -> new Treatment(-1, 2, 3.5)).hasMessageContaining("-1 points");
    assertThatThrownBy(() -> new Treatment(1, 0, 3.5)).hasMessageContaining("0.0 and 3.5");
    assertThatThrownBy(() -> new Treatment(1, 2, 0)).hasMessageContaining("2.0 and 0.0");
  }

  @Test
  void shouldMarkEveryValueOfALogarithmAsOne() {
    double[] values = IntStream.range(0, 30).mapToDouble(i -> Math.exp(i / 2.0)).toArray();

    Treated treated = treat(new Treatment(1, 2, 3.5), values);

    assertThat(treated.marks()).extracting(Treated.Mark::kind).containsOnly(Kind.LOGARITHM);
  }

  private static Treated treat(Treatment treatment, double... values) {
    List<String> units = IntStream.range(0, values.length).mapToObj(i -> "u" + i).toList();
    return treatment.apply(Panel.of(units, List.of("a"), new double[][] {values}));
  }
}
