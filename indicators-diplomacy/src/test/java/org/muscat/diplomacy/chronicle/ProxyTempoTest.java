package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.LevelMap;
import org.muscat.testkit.History;

class ProxyTempoTest {

  private static final ProxyTempoProvider PROVIDER = new ProxyTempoProvider();
  private static final AreasConfig EVERYWHERE =
      new AreasConfig("gulf", List.of("gulf", "red-sea", "levant", "elsewhere"));
  private static final Reader<AreasConfig> TEMPO = new Reader<>(PROVIDER, EVERYWHERE);
  private static final Offset<Double> EXACT = within(1e-15);

  /** {@code a b} of the docs: what an incident of weight 1 adds to a day, at once. */
  private static final double FRESH = .569 * Math.log(2) / 10;

  @ParameterizedTest
  @CsvSource({
    "proxy-incident, 0.25, 1",
    "ship-attack, 0.5, 1",
    "seizure, 0.25, 1.5",
    "platform-fire, 0.5, 0",
    "limited-strike, 0.75, 0",
    "sustained-strikes, 1, 0"
  })
  void shouldHalveTheExcitationInTenDays(String type, String level, double mark) {
    Coded coded = quarter().strike("2020-03-01", type, level);

    assertThat(TEMPO.value(coded, "2020-03-11")).isCloseTo(.0040 + mark * FRESH / 2, EXACT);
    assertThat(TEMPO.value(coded, "2020-03-21")).isCloseTo(.0040 + mark * FRESH / 4, EXACT);
  }

  @Test
  void shouldBeAtItsBackgroundWithoutIncidents() {
    assertThat(TEMPO.value(quarter(), "2020-03-11")).isEqualTo(.0040);
    assertThat(TEMPO.fact(quarter(), "leading-events", "2020-03-11")).isEqualTo("none");
  }

  @Test
  void shouldCountWhatIsNotVerifiedByHalfAndOtherAreasNotAtAll() {
    Coded coded =
        quarter()
            .strike("2020-03-01", "seizure", "0.25", "verified: false")
            .strike("2020-03-01", "seizure", "0.25", "area: red-sea");
    Reader<AreasConfig> gulf = new Reader<>(PROVIDER, new AreasConfig("gulf", List.of("gulf")));

    assertThat(gulf.value(coded, "2020-03-11")).isCloseTo(.0040 + .75 * FRESH / 2, EXACT);
    assertThat(gulf.fact(coded, "leading-events", "2020-03-11")).isEqualTo("2020-03-01-seizure-1");
  }

  @Test
  void shouldGiveOneFreshIncidentTheLevelThatItHasAsKineticState() {
    LevelMap level = PROVIDER.level(EVERYWHERE).orElseThrow();

    assertThat(level.shape()).isEqualTo(LevelMap.Shape.INTENSITY);
    assertThat(1 - Math.exp(-(.0040 + FRESH) / level.one())).isCloseTo(.25, within(1e-12));
    assertThat(1 - Math.exp(-.0040 / level.one())).isLessThan(.03);
  }

  @Test
  void shouldNeverFallWithOneIncidentMore() {
    Random random = new Random(31);
    String[] types = {"proxy-incident", "seizure", "ship-attack"};
    Coded coded = quarter();
    double before = TEMPO.value(coded, "2020-04-01");
    for (int i = 0; i < 30; i++) {
      coded.strike(
          "2020-03-%02d".formatted(1 + random.nextInt(31)), types[random.nextInt(3)], "0.25");

      double after = TEMPO.value(coded, "2020-04-01");

      assertThat(after).isGreaterThan(before);
      before = after;
    }
  }

  /** A ship was seized on the day before; others were attacked and seized in the weeks before. */
  @Test
  void shouldBeFastInTheSummerOf2019() throws Exception {
    History history = Bundled.history();

    assertThat(TEMPO.measured(history, "2019-07-20").value()).isGreaterThan(1.5 * FRESH * .9);
    assertThat(TEMPO.measured(history, "2019-07-20").facts().get("leading-events"))
        .startsWith("2019-07-19");
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(PROVIDER.validate(EVERYWHERE)).isEmpty();
    assertThat(PROVIDER.validate(new AreasConfig("a b", List.of())))
        .extracting(problem -> problem.option())
        .containsExactly("theatre", "areas");
  }

  private static Coded quarter() {
    return Coded.days("2020-01-01", "2020-03-31");
  }
}
