package org.muscat.maritime;

import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.contract.TestSeries.series;

import org.junit.jupiter.api.Test;
import org.muscat.contract.IndicatorTestKit;
import org.muscat.contract.TestSeries;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;

/** Vessels that fall silent, and satellite navigation that does. */
class DarknessTest {

  private static final String BEFORE = "ais/hormuz/seen-before";
  private static final String DARK = "ais/hormuz/dark";
  private static final String INTERFERENCE = "gnss/hormuz/interference";

  private final IndicatorTestKit<StraitConfig> dark =
      IndicatorTestKit.of(new AisDarkShare()).config("strait: hormuz");
  private final IndicatorTestKit<StraitConfig> interference =
      IndicatorTestKit.of(new GnssInterference()).config("strait: hormuz");

  private final TestSeries before = series(BEFORE).daily("2024-03-01", 10, day -> 20);
  private final TestSeries silent = series(DARK).daily("2024-03-01", 10, day -> day < 3 ? 20 : 4);

  @Test
  void shouldTakeTheShareOfAWeek() {
    Reading reading = dark.given(before, silent).at("2024-03-11").read();

    assertThat(reading).isMeasured(20).wasObservedAt("2024-03-10").hasFact("vessels", "140");
  }

  @Test
  void shouldNotTakeJammingForDarkness() {
    Reading reading =
        dark.given(before, silent, series(INTERFERENCE).at("2024-03-09", 11))
            .at("2024-03-11")
            .read();

    assertThat(reading).hasNoDataBecause("may be jammed");
    assertThat(((NoData) reading).isSuspect()).isTrue();
  }

  @Test
  void shouldNotMindJammingOfAnotherWeek() {
    Reading reading =
        dark.given(before, silent, series(INTERFERENCE).at("2024-03-02", 50))
            .at("2024-03-11")
            .read();

    assertThat(reading).isMeasured(20);
  }

  @Test
  void shouldNotTakeAShareOfAHandfulOfVessels() {
    Reading reading =
        dark.given(series(BEFORE).daily("2024-03-01", 3, day -> 3), silent).at("2024-03-04").read();

    assertThat(reading).hasNoDataBecause("9 vessels in the week");
  }

  @Test
  void shouldNotTakeAMissingCountForNobodyDark() {
    Reading reading = dark.given(before, series(DARK).at("2024-03-10", 0)).at("2024-03-11").read();

    assertThat(reading).hasNoDataBecause("'ais/hormuz/dark' lacks 2024-03-04");
  }

  @Test
  void shouldTellTheNewestDayOfInterference() {
    Reading reading =
        interference
            .given(series(INTERFERENCE).daily("2024-03-01", 3, 5, 12))
            .at("2024-03-04")
            .read();

    assertThat(reading).isMeasured(12).wasObservedAt("2024-03-03");
  }

  @Test
  void shouldNotTellInterferenceOfTwoWeeksAgo() {
    Reading reading =
        interference.given(series(INTERFERENCE).at("2024-03-01", 3)).at("2024-03-14").read();

    assertThat(reading).hasNoDataBecause("of the last week");
  }
}
