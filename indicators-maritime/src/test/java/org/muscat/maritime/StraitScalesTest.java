package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Scale;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.Quantiles;
import org.muscat.toolkit.ScaleFile;

/** The anchors of straits, computed again from the quiet years of the recorded four. */
class StraitScalesTest {

  private static final double HALF_A_HUNDREDTH = 0.005 + 1e-9;

  /** The table of the method, section 4, M1, was made another way: within .02 and .04 of it. */
  @ParameterizedTest
  @CsvSource({"hormuz, .64, .73", "bab-el-mandeb, .86, .95", "suez, .80, .92"})
  void shouldBeNearTheQuantilesOfTheMethod(String strait, double p1, double p5) {
    double[] q = quiet(strait, Measure.ALL_CALLS);

    assertThat(Quantiles.quantile(0.01, q)).isCloseTo(p1, within(0.02));
    assertThat(Quantiles.quantile(0.05, q)).isCloseTo(p5, within(0.04));
    assertThat(Transits.restrictedBelow(Measure.ALL_CALLS, strait)).contains(p1);
  }

  /** What makes it a rule for others: it gives what the method says of Hormuz. */
  @ParameterizedTest
  @CsvSource({"hormuz, ALL_CALLS"})
  void shouldReproduceHormuzByTheRule(String strait, Measure measure) {
    double[] q = quiet(strait, measure);

    assertThat(stressed(q)).isCloseTo(0.55, within(HALF_A_HUNDREDTH));
    assertThat(Quantiles.quantile(0.25, q)).isCloseTo(0.95, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "bab-el-mandeb, ALL_CALLS",
    "bab-el-mandeb, TANKER_CALLS",
    "suez, ALL_CALLS",
    "suez, TANKER_CALLS",
    "malacca, ALL_CALLS",
    "malacca, TANKER_CALLS"
  })
  void shouldFollowTheRuleElsewhere(String strait, Measure measure) {
    double[] q = quiet(strait, measure);
    ScaleFile.Entry entry = Transits.shortfall(measure, strait).orElseThrow();
    Scale scale = entry.scale();

    assertThat(scale.calm()).isCloseTo(Quantiles.quantile(0.25, q), within(HALF_A_HUNDREDTH));
    assertThat(scale.stressed()).isCloseTo(stressed(q), within(HALF_A_HUNDREDTH));
    assertThat(entry.sigma()).isCloseTo(Risk.spread(scale, q), within(0.05));
  }

  @ParameterizedTest
  @CsvSource({"malacca"})
  void shouldTakeTheThresholdOfMalaccaFromItsQuietYears(String strait) {
    double[] q = quiet(strait, Measure.ALL_CALLS);

    assertThat(Transits.restrictedBelow(Measure.ALL_CALLS, strait).orElseThrow())
        .isCloseTo(Quantiles.quantile(0.01, q), within(HALF_A_HUNDREDTH));
  }

  /** The alarm may be set elsewhere; the scale, and so the deviation, stay. */
  @Test
  void shouldMeasureTheDeviationOfASlowDeclineAtBabElMandeb() {
    SlowDeclineConfig config = decline("bab-el-mandeb");
    SlowDecline provider = new SlowDecline();
    double[] sums =
        RecordedTransits.declines(RecordedTransits.allCalls("bab-el-mandeb"), config).stream()
            .filter(day -> !day.date().isAfter(LocalDate.of(2022, 12, 31)))
            .mapToDouble(Declines.Day::sum)
            .toArray();

    assertThat(provider.uncertainty(config).sigmaClim())
        .isCloseTo(Risk.spread(provider.scale(config), sums), within(0.05));
    assertThat(provider.uncertainty(decline("suez")).sigmaClim()).isEqualTo(25);
  }

  private static SlowDeclineConfig decline(String strait) {
    return new SlowDeclineConfig(strait, Measure.ALL_CALLS, 0.5, 15, 60);
  }

  private static double stressed(double[] q) {
    return 2 * Quantiles.quantile(0.01, q) - Quantiles.quantile(0.05, q);
  }

  private static double[] quiet(String strait, Measure measure) {
    List<TransitRatio> ratios = RecordedTransits.ratios(RecordedTransits.calls(strait, measure));
    return RecordedTransits.between(ratios, "2019-01-01", "2022-12-31");
  }
}
