package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.contract.TestSeries.series;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.IndicatorTestKit;
import org.muscat.contract.TestSeries;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;

class AdvisoryStateTest {

  private static final Map<String, String> MARAD = Map.of("issuer", "marad");
  private static final TestSeries ADVISED =
      series("advisories/hormuz").event("2024-01-01", "2024-001", "advisory", 1, MARAD);

  @Test
  void shouldBeTheHighestLevelInForce() {
    TestSeries both = ADVISED.event("2024-02-01", "2024-002", "severe", 3, MARAD);

    assertThat(read("2024-02-10", both))
        .isMeasured(3)
        .wasObservedAt("2024-02-01")
        .hasFact("leading", "2024-002")
        .hasFact("change-14d", "2");
  }

  @Test
  void shouldFallBackWhenTheHighestIsCancelled() {
    TestSeries cancelled =
        ADVISED
            .event("2024-02-01", "2024-002", "severe", 3, MARAD)
            .event("2024-02-20", "2024-002", "cancelled", 0, MARAD);

    assertThat(read("2024-02-19", cancelled)).isMeasured(3);
    assertThat(read("2024-02-21", cancelled))
        .isMeasured(1)
        .wasObservedAt("2024-02-20")
        .hasFact("leading", "2024-001")
        .hasFact("change-14d", "-2");
  }

  @Test
  void shouldNotTakeTheNumberOfOneIssuerForThatOfAnother() {
    TestSeries other =
        ADVISED.event("2024-02-01", "2024-001", "cancelled", 0, Map.of("issuer", "jmic"));

    assertThat(read("2024-02-10", other)).isMeasured(1);
  }

  @Test
  void shouldEndAtItsUntil() {
    TestSeries ending =
        series("advisories/hormuz")
            .event(
                "2024-01-01",
                "2024-001",
                "severe",
                3,
                Map.of("issuer", "marad", "until", "2024-03-01T00:00:00Z"));

    assertThat(read("2024-02-29T23:59:59Z", ending)).isMeasured(3);
    assertThat(read("2024-03-01", ending)).isMeasured(0).hasFact("leading", "none");
  }

  @Test
  void shouldNotReadWhatWasNeverAdvised() {
    assertThat(read("2024-02-10", series("advisories/red-sea")))
        .hasNoDataBecause("no advisory was ever read in advisories/hormuz");
  }

  @Test
  void shouldNotTakeWarningsAloneForAdvisories() {
    assertThat(read("2024-02-10", warning("mines", "26.4", "56.5")))
        .hasNoDataBecause("no advisory was ever read");
  }

  @ParameterizedTest
  @CsvSource({
    "closure, 26.4, 56.5, 4",
    "mines, 26.4, 56.5, 2",
    "attack, 26.4, 56.5, 2",
    "gnss-interference, 26.4, 56.5, 1",
    "closure, 12.5, 43.3, 1"
  })
  void shouldCountAGraveWarningNearTheStrait(
      String type, String latitude, String longitude, double level) {
    assertThat(read("2024-02-10", ADVISED, warning(type, latitude, longitude))).isMeasured(level);
  }

  @Test
  void shouldSayWhenTheWarningsStandStill() {
    TestSeries elsewhere = warning("other", "33", "-118");

    assertThat(read("2024-02-13", ADVISED, elsewhere)).isMeasured(1).isPartial();
    assertThat(read("2024-02-10", ADVISED)).isMeasured(1).isPartial();
    assertThat(((Measured) read("2024-02-12", ADVISED, elsewhere)).caveat()).isEmpty();
  }

  /** However old the advisories are, none can be graver. */
  @Test
  void shouldBeAsNewAsAWarningOfAClosure() {
    assertThat(read("2024-02-10", ADVISED, warning("closure", "26.4", "56.5")))
        .wasObservedAt("2024-02-05");
    assertThat(read("2024-02-10", ADVISED, warning("mines", "26.4", "56.5")))
        .wasObservedAt("2024-01-01");
  }

  @Test
  void shouldNotCountAWarningThatEnded() {
    TestSeries ended =
        series("warnings/navarea")
            .event(
                "2024-02-05",
                "HYDROPAC 1/2024",
                "closure",
                1,
                Map.of("latitude", "26.4", "longitude", "56.5", "until", "2024-02-08T00:00:00Z"));

    assertThat(read("2024-02-07", ADVISED, ended)).isMeasured(4);
    assertThat(read("2024-02-10", ADVISED, ended)).isMeasured(1);
  }

  private static TestSeries warning(String type, String latitude, String longitude) {
    return series("warnings/navarea")
        .event(
            "2024-02-05",
            "HYDROPAC 1/2024",
            type,
            1,
            Map.of("latitude", latitude, "longitude", longitude));
  }

  private static Reading read(String moment, TestSeries... series) {
    return IndicatorTestKit.of(new AdvisoryState()).given(series).at(moment).read();
  }
}
