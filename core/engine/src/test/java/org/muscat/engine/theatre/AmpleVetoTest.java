package org.muscat.engine.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.engine.margin.AmpleVeto;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.MarginBand;
import org.muscat.engine.regime.Flag;
import org.muscat.engine.regime.FlagJudgement.Verdict;

/** What forbids the word AMPLE (method, section 7), from readings. */
class AmpleVetoTest {

  @Test
  void shouldNotCallAmpleWhatIsInBrink() {
    assertVeto(
        TheatreMarginTest.after(Theatres.plain(), TheatreMarginTest.brink(0.5)), AmpleVeto.BRINK);
  }

  @Test
  void shouldNotCallAmpleWhatMayBeInBrink() {
    assertVeto(
        TheatreMarginTest.after(
            Theatres.plain(),
            TheatreMarginTest.brink(0.5)
                .andThen((readings, asOf) -> readings.put("ultimatum", Theatres.none()))),
        AmpleVeto.BRINK);
  }

  @Test
  void shouldNotCallAmpleWhereAPillarDiverges() {
    TheatreState state =
        TheatreMarginTest.after(
            Theatres.plain(),
            (readings, asOf) -> {
              readings.putAll(TheatreMarginTest.pillars(asOf, 20));
              List.of("m1", "m2", "m3")
                  .forEach(id -> readings.put(id, Theatres.measured(52, asOf)));
            });

    assertThat(state.flag(Flag.DIVERGENCE).orElseThrow().isRaised()).isTrue();
    assertVeto(state, AmpleVeto.DIVERGENCE);
  }

  @Test
  void shouldNotCallAmpleWhereAPillarIsMissing() {
    TheatreState state =
        TheatreMarginTest.after(
            Theatres.plain(),
            TheatreMarginTest.AMPLE.andThen(
                (readings, asOf) ->
                    List.of("m1", "m2").forEach(id -> readings.put(id, Theatres.none()))));

    assertThat(state.flag(Flag.DIVERGENCE).orElseThrow().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertVeto(state, AmpleVeto.DIVERGENCE, AmpleVeto.THIN_COVERAGE);
  }

  @Test
  void shouldNotCallAmpleUnderThinCoverage() {
    TheatreState state =
        TheatreMarginTest.after(
            Theatres.plain(),
            TheatreMarginTest.AMPLE.andThen(
                (readings, asOf) ->
                    List.of("m1", "e1", "d1").forEach(id -> readings.put(id, Theatres.none()))));

    assertThat(state.index().coverage()).isCloseTo(2 / 3.0, within(1e-12));
    assertVeto(state, AmpleVeto.THIN_COVERAGE);
  }

  private static void assertVeto(TheatreState state, AmpleVeto... vetoes) {
    Margin margin = TheatreMarginTest.margin(state.margin());
    assertThat(margin.sigmas()).isGreaterThan(2);
    assertThat(margin.vetoes()).containsExactlyInAnyOrder(vetoes);
    assertThat(margin.band()).isEqualTo(MarginBand.MODERATE);
  }
}
