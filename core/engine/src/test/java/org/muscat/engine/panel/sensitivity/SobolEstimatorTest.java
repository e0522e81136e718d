package org.muscat.engine.panel.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SobolEstimatorTest {

  private static final Analytic LINEAR = Analytic.named("linear4");

  @Test
  void shouldMixTheColumnsOfTwoSamples() {
    SaltelliDesign design = SaltelliDesign.random(3, 5, 1);

    assertThat(design.runs()).isEqualTo(25);
    for (int row = 0; row < 5; row++) {
      double[] a = design.point(row);
      double[] b = design.point(5 + row);
      assertThat(a).doesNotContain(b);
      assertThat(design.point(10 + row)).containsExactly(b[0], a[1], a[2]);
      assertThat(design.point(20 + row)).containsExactly(a[0], a[1], b[2]);
    }
  }

  @Test
  void shouldBeginALongerDesignWithTheRowsOfAShorterOne() {
    SaltelliDesign few = SaltelliDesign.random(3, 5, 1);
    SaltelliDesign many = SaltelliDesign.random(3, 50, 1);

    assertThat(many.point(4)).containsExactly(few.point(4));
    assertThat(many.point(50 + 4)).containsExactly(few.point(5 + 4));
    assertThat(SaltelliDesign.random(3, 5, 2).point(4)).isNotEqualTo(few.point(4));
  }

  @Test
  void shouldEqualTheFormulas() {
    // Two factors, two rows: A gives 1 and 4, B 2 and 8, AB_1 3 and 4, AB_2 1 and 9.
    double[] responses = {1, 4, 2, 8, 3, 4, 1, 9};
    double mean = 15 / 4.0;
    double variance = (7.5625 + 0.0625 + 3.0625 + 18.0625) / 3;

    SobolIndex centred = estimator(responses, FirstOrder.CENTRED).estimate().get(1);
    SobolIndex jansen = estimator(responses, FirstOrder.JANSEN).estimate().get(1);

    assertThat(centred.first()).isCloseTo((8 - mean) * 5 / 2 / variance, within(1e-15));
    assertThat(jansen.first()).isCloseTo(1 - (1 + 1) / 2.0 / (2 * variance), within(1e-15));
    assertThat(centred.total()).isCloseTo(25 / 2.0 / (2 * variance), within(1e-15));
    assertThat(jansen.total()).isEqualTo(centred.total());
  }

  @Test
  void shouldCoverTheTruthAsOftenAsItSays() {
    int first = 0;
    int total = 0;
    for (int seed = 0; seed < 100; seed++) {
      double[] responses = SaltelliDesign.random(4, 200, seed).responses(LINEAR.function());
      SobolIndex index =
          new SobolEstimator(LINEAR.factors(), responses, FirstOrder.CENTRED)
              .estimate(new Bootstrap(400, 0.9, seed))
              .get(1);
      first += covers(index.firstInterval(), LINEAR.first().get(1)) ? 1 : 0;
      total += covers(index.totalInterval(), LINEAR.total().get(1)) ? 1 : 0;
    }

    // Of 100 at 90 %: four binomial standard errors are 12.
    assertThat(first).isBetween(78, 100);
    assertThat(total).isBetween(78, 100);
  }

  @Test
  void shouldGiveTheSameIntervalsForTheSameSeed() {
    double[] responses = SaltelliDesign.random(4, 100, 3).responses(LINEAR.function());
    SobolEstimator estimator = new SobolEstimator(LINEAR.factors(), responses, FirstOrder.CENTRED);

    List<SobolIndex> once = estimator.estimate(new Bootstrap(100, 0.9, 5));

    assertThat(estimator.estimate(new Bootstrap(100, 0.9, 5))).isEqualTo(once);
    assertThat(estimator.estimate(new Bootstrap(100, 0.9, 6))).isNotEqualTo(once);
    assertThat(estimator.estimate().get(0).firstInterval()).isNull();
  }

  @Test
  void shouldExplainNothingWhereNothingVaries() {
    double[] constant = new double[400];
    Arrays.fill(constant, 7);

    SobolIndex index =
        estimator(constant, FirstOrder.JANSEN).estimate(new Bootstrap(9, 0.9, 1)).get(0);

    assertThat(index.first()).isNaN();
    assertThat(index.total()).isNaN();
    assertThat(index.firstInterval()).isEqualTo(new Interval(Double.NaN, Double.NaN));
  }

  @Test
  void shouldRefuseWhatIsNoDesign() {
    assertThatThrownBy(() -> estimator(new double[9], FirstOrder.CENTRED))
        .hasMessage("9 responses are those of no design for 2 factors");
    assertThatThrownBy(
            () -> estimator(new double[] {1, 2, 3, Double.NaN, 1, 2, 3, 4}, FirstOrder.CENTRED))
        .hasMessage("the response of run 3 is NaN, not finite");
    assertThatThrownBy(() -> SaltelliDesign.random(0, 10, 1)).hasMessageContaining("not 0 and 10");
    assertThatThrownBy(() -> SaltelliDesign.random(40, 100_000_000, 1))
        .hasMessageContaining("take fewer rows");
    assertThatThrownBy(() -> new Bootstrap(0, 0.9, 1)).hasMessageContaining("0 resamples");
    assertThatThrownBy(() -> new Bootstrap(100_001, 0.9, 1))
        .hasMessageContaining("100001 resamples, not 1 to 100000");
    assertThatThrownBy(() -> new Bootstrap(10, 1, 1)).hasMessageContaining("the coverage is 1.0");
    assertThatThrownBy(() -> Factor.choice("limit", 1)).hasMessageContaining("1 alternatives");
    assertThatThrownBy(() -> Factor.number("share").alternative(0.5))
        .hasMessage("0.5 stands for no alternative of the factor 'share'");
  }

  private static SobolEstimator estimator(double[] responses, FirstOrder firstOrder) {
    return new SobolEstimator(
        List.of(Factor.number("x"), Factor.choice("y", 2)), responses, firstOrder);
  }

  private static boolean covers(Interval interval, double truth) {
    return interval.lower() <= truth && truth <= interval.upper();
  }
}
