package org.muscat.engine.panel.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.Golden.rows;

import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Samples;
import org.muscat.engine.panel.Ties;
import org.muscat.engine.panel.normalise.Normalisers;

class GoldenStreamTest {

  private static final double NAN = Double.NaN;

  @Test
  void shouldEqualTheGoldenSeries() {
    Moments moments = Moments.NONE;
    EwmaMoments ewma = EwmaMoments.none(0.94);
    Distribution all = Distribution.NONE;
    RollingWindow window = RollingWindow.of(60);
    for (CSVRecord row : rows("16_stream/expanding_rolling_ewma.csv")) {
      double x = number(row.get("x"));
      moments = moments.plus(x);
      ewma = ewma.plus(x);
      all = all.plus(x);
      window = window.plus(x);

      assertMoments(row, moments, x);
      same(row, "expanding_ecdf", all.share(x));
      same(row, "expanding_prank_avg", all.percentileRank(x));
      same(row, "ewma_mean_init_first", ewma.mean());
      same(row, "ewma_var_west", ewma.variance());
      same(row, "ewma_mean_bias_adj", ewma.unbiasedMean());
      same(row, "roll60_mean", window.mean());
      same(row, "roll60_sd", window.standardDeviation());
      same(row, "roll60_q05", window.quantile(0.05));
      same(row, "roll60_q50", window.quantile(0.50));
      same(row, "roll60_q95", window.quantile(0.95));
    }
  }

  @Test
  void shouldEqualTheTwinOverTheWhole() {
    Random random = new Random(9);
    for (int round = 0; round < 50; round++) {
      double[] x = random.doubles(80).map(v -> v < 0.1 ? NAN : Math.round(40 * v) / 4.0).toArray();
      Moments moments = Moments.NONE;
      Distribution all = Distribution.NONE;
      for (double value : x) {
        moments = moments.plus(value);
        all = all.plus(value);
      }

      assertClose("mean", moments.mean(), Samples.mean(x));
      assertClose("sd", moments.standardDeviation(), Samples.standardDeviation(x));
      double[] ranks = Normalisers.percentileRank(Ties.AVERAGE).scores(x);
      for (int i = 0; i < x.length; i++) {
        assertClose("rank", all.percentileRank(x[i]), ranks[i]);
        assertClose("share", all.share(x[i]), Distribution.of(x).share(x[i]));
      }
    }
  }

  @Test
  void shouldLeaveTheStateAsItIsWhenNothingComes() {
    Moments moments = Moments.NONE.plus(1).plus(2);
    EwmaMoments ewma = EwmaMoments.none(0.94).plus(1);
    Distribution all = Distribution.NONE.plus(1);

    assertThat(moments.plus(NAN)).isEqualTo(moments);
    assertThat(ewma.plus(NAN)).isEqualTo(ewma);
    assertThat(all.plus(NAN).count()).isEqualTo(1);
  }

  @Test
  void shouldForgetWhatLeftTheWindow() {
    RollingWindow window = RollingWindow.of(3);
    for (double value : new double[] {100, 1, NAN, 3}) {
      window = window.plus(value);
    }

    assertThat(window.mean()).isEqualTo(2);
    assertThat(window.plus(NAN).plus(NAN).mean()).isEqualTo(3);
    assertThat(window.plus(NAN).plus(NAN).plus(NAN).mean()).isNaN();
  }

  @Test
  void shouldKnowNothingOfNothing() {
    assertThat(Moments.NONE.mean()).isNaN();
    assertThat(Moments.NONE.plus(5).z(5)).isNaN();
    assertThat(EwmaMoments.none(0.5).unbiasedMean()).isNaN();
    assertThat(Distribution.NONE.share(1)).isNaN();
    assertThatThrownBy(() -> EwmaMoments.none(1)).hasMessageContaining("lambda is 1.0");
    assertThatThrownBy(() -> EwmaMoments.none(0)).hasMessageContaining("lambda is 0.0");
    assertThatThrownBy(() -> RollingWindow.of(0)).hasMessageContaining("0 ticks");
  }

  private static void assertMoments(CSVRecord row, Moments moments, double x) {
    same(row, "mean", moments.mean());
    same(row, "sd", moments.standardDeviation());
    same(row, "min", moments.min());
    same(row, "max", moments.max());
    same(row, "expanding_z", moments.z(x));
  }

  private static void same(CSVRecord row, String column, double actual) {
    assertClose(column + " at " + row.get("t"), actual, number(row.get(column)));
  }
}
