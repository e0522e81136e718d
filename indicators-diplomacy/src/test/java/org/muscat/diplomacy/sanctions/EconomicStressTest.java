package org.muscat.diplomacy.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.contract.TestSeries.series;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.IndicatorTestKit;
import org.muscat.contract.TestSeries;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;

class EconomicStressTest {

  private static final TestSeries GAP = series("economy/irn/rial-gap").at("2024-03-01", 75);
  private static final TestSeries PRICES = series("economy/irn/inflation").at("2024-02-01", 40);
  private static final TestSeries EXPORTS = series("economy/irn/oil-exports").at("2024-02-01", 1.3);
  private static final TestSeries NET = series("economy/irn/connectivity").at("2024-03-02", 95);

  @Test
  void shouldWeighItsFourParts() {
    Reading reading = kit().given(GAP, PRICES, EXPORTS, NET).at("2024-03-03").read();

    assertThat(reading)
        .isMeasured(.4 * .5 + .2 * .75 + .25 * .5, 1e-12)
        .hasFact("rial-gap", "75.0 of 2024-03-01")
        .hasFact("oil-exports", "1.3 of 2024-02-01");
    assertThat(((Measured) reading).caveat()).isEmpty();
  }

  @Test
  void shouldBeAsOldAsItsPartsAreInTheMean() {
    assertThat(
            kit()
                .given(series("economy/irn/rial-gap").at("2024-03-01", 75))
                .given(series("economy/irn/inflation").at("2024-02-24", 50))
                .at("2024-03-03")
                .read())
        .wasObservedAt("2024-02-28");
  }

  @ParameterizedTest
  @CsvSource({
    "rial-gap, 0, 0", "rial-gap, 150, 1", "rial-gap, 400, 1",
    "inflation, 10, 0", "inflation, 50, 1", "inflation, -2, 0",
    "oil-exports, 2.2, 0", "oil-exports, 0.4, 1", "oil-exports, 2.6, 0",
    "connectivity, 95, 0", "connectivity, 20, 1", "connectivity, 3, 1"
  })
  void shouldBeFlatOutsideTheTwoValuesOfAPart(String word, double value, double stress) {
    StressPart part =
        Arrays.stream(StressPart.values())
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElseThrow();

    assertThat(part.stress(value)).isEqualTo(stress);
  }

  @Test
  void shouldBePartialWithoutAPart() {
    Reading reading = kit().given(GAP, EXPORTS, NET).at("2024-03-03").read();

    assertThat(reading).isMeasured((.4 * .5 + .25 * .5) / .8, 1e-12).isPartial();
    assertThat(((Measured) reading).caveat())
        .contains("without inflation, whose weight the others have");
  }

  @Test
  void shouldNotCalmWhenAPartGoesMissing() {
    TestSeries alarming = series("economy/irn/connectivity").at("2024-03-02", 20);
    double before = .4 * .5 + .2 * .75 + .25 * .5 + .15;

    Reading cutOff = kit().given(GAP, PRICES, EXPORTS, alarming).at("2024-03-14").read();

    assertThat(cutOff).isMeasured(before, 1e-12).isPartial().hasFact("missing", "connectivity");
    assertThat(((Measured) cutOff).caveat())
        .contains(
            "without connectivity, whose weight the others have; not calmer than with connectivity"
                + " 20.0 of 2024-03-02");
  }

  @Test
  void shouldGiveTheWeightOfACalmPartToTheOthers() {
    Reading reading = kit().given(GAP, PRICES, EXPORTS, NET).at("2024-03-14").read();

    assertThat(reading).isMeasured((.4 * .5 + .2 * .75 + .25 * .5) / .85, 1e-12).isPartial();
  }

  @Test
  void shouldForgetAPartThatHasBeenMissingForAQuarter() {
    TestSeries alarming = series("economy/irn/connectivity").at("2024-03-02", 20);
    TestSeries gap = series("economy/irn/rial-gap").at("2024-06-07", 75);
    TestSeries exports = series("economy/irn/oil-exports").at("2024-06-01", 1.3);

    assertThat(kit().given(gap, exports, alarming).at("2024-06-07").read())
        .isMeasured((.4 * .5 + .25 * .5 + .15) / .8, 1e-12);
    assertThat(kit().given(gap, exports, alarming).at("2024-06-08").read())
        .isMeasured((.4 * .5 + .25 * .5) / .65, 1e-12)
        .isPartial();
  }

  @Test
  void shouldNeedHalfOfTheWeight() {
    assertThat(kit().given(GAP).at("2024-03-03").read())
        .hasNoDataBecause(
            "economy/irn lacks [inflation, oil-exports, connectivity]; the others have 40 % of the"
                + " weight, a reading needs 50 %");
    assertThat(kit().given(PRICES, EXPORTS).at("2024-03-03").read())
        .hasNoDataBecause("the others have 45 % of the weight");
    assertThat(kit().given(GAP, NET).at("2024-03-03").read()).isPartial();
  }

  @Test
  void shouldNotUseAPartThatIsTooOld() {
    assertThat(kit().given(GAP, PRICES, NET).at("2024-03-20").read())
        .hasNoDataBecause("lacks [rial-gap, oil-exports, connectivity]");
  }

  private static IndicatorTestKit<EconomicStressConfig> kit() {
    return IndicatorTestKit.of(new EconomicStressProvider());
  }
}
