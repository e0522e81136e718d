package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.testkit.History;

class ProtectiveMeasuresTest {

  private static final Reader<TheatreConfig> MEASURES =
      new Reader<>(new ProtectiveMeasuresProvider(), new TheatreConfig("gulf"));
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void shouldHalveAMeasureInAFortnight() {
    Coded coded = quarter().event("2020-03-01", "protective-measure");

    assertThat(MEASURES.value(coded, "2020-03-15")).isCloseTo(.5, EXACT);
    assertThat(MEASURES.value(coded, "2020-03-29")).isCloseTo(.25, EXACT);
  }

  @Test
  void shouldAddUpMeasures() {
    Coded coded =
        quarter()
            .event("2020-03-01", "protective-measure", "verified: false")
            .event("2020-03-01", "protective-measure");

    Measured reading = MEASURES.measured(coded.history(), "2020-03-15");

    assertThat(reading.value()).isCloseTo(.75, EXACT);
    assertThat(reading.facts())
        .containsEntry(
            "leading-events", "2020-03-01-protective-measure-2, 2020-03-01-protective-measure-1");
  }

  @Test
  void shouldCountAClosureInFullUntilItIsOver() {
    Coded coded = quarter().event("2020-01-10", "protective-measure", "until: 2020-03-01");

    assertThat(MEASURES.value(coded, "2020-02-20")).isEqualTo(1);
    assertThat(MEASURES.value(coded, "2020-03-15")).isCloseTo(.5, EXACT);
  }

  /** Two on 2025-06-11, two days before the war. */
  @Test
  void shouldSeeTheDeparturesBeforeTheTwelveDayWar() throws Exception {
    History history = Bundled.history();

    double before = MEASURES.measured(history, "2025-06-11").value();
    double after = MEASURES.measured(history, "2025-06-12").value();

    assertThat(after - before).isGreaterThan(1.5);
  }

  private static Coded quarter() {
    return Coded.days("2020-01-01", "2020-03-31");
  }
}
