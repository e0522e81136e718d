package org.muscat.maritime.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.maritime.attack.Attacks.ASAM;
import static org.muscat.maritime.attack.Attacks.HORMUZ;
import static org.muscat.maritime.attack.Attacks.PROVIDER;
import static org.muscat.maritime.attack.Attacks.config;
import static org.muscat.maritime.attack.Attacks.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;
import org.muscat.spi.Scale;

/** What attack-intensity takes from its options and from the strait. */
class AttackIntensityProviderTest {

  @Test
  void shouldMapTheMeanIntensityToALevel() {
    AttackIntensityConfig malacca = new AttackIntensityConfig("malacca", List.of(ASAM));

    assertThat(PROVIDER.level(config(ASAM))).hasValue(LevelMap.intensity(0.0586));
    assertThat(PROVIDER.level(malacca)).hasValue(LevelMap.intensity(0.1164));
    assertThat(PROVIDER.descriptor().uncertainty().maxAge()).isEqualTo(Duration.ofDays(28));
  }

  @Test
  void shouldNameAStraitThatIsNoneAndSeriesThatAreNone() {
    AttackIntensityConfig wrong = new AttackIntensityConfig("atlantis", List.of("Not A Series"));

    assertThat(PROVIDER.validate(config(ASAM))).isEmpty();
    assertThat(PROVIDER.validate(wrong))
        .extracting(problem -> problem.option())
        .containsExactly("strait", "series");
    assertThat(PROVIDER.validate(wrong).get(0).message())
        .startsWith("'atlantis' is no strait; name one of suez, panama");
    assertThat(PROVIDER.validate(config()))
        .extracting(problem -> problem.message())
        .containsExactly("is empty; name at least one, incidents/asam");
  }

  @Test
  void shouldTakeTheFiguresOfTheStrait() {
    AttackIntensityConfig malacca = new AttackIntensityConfig("malacca", List.of(ASAM));

    Measured quiet =
        (Measured) Attacks.read(malacca, "2024-01-05", report(ASAM, "1", "2024-01-01", HORMUZ, 1));

    assertThat(quiet.value()).isCloseTo(0.0646, within(1e-9));
    assertThat(PROVIDER.scale(malacca)).isEqualTo(Scale.logLogistic(0.0694, 0.1771));
    assertThat(PROVIDER.uncertainty(malacca).sigmaClim()).isEqualTo(29.6);
  }

  @Test
  void shouldTakeTheScaleOfBabElMandebWhereTooLittleHappened() {
    AttackIntensityConfig bab = new AttackIntensityConfig("bab-el-mandeb", List.of(ASAM));

    assertThat(PROVIDER.scale(config(ASAM))).isEqualTo(PROVIDER.scale(bab));
    assertThat(PROVIDER.descriptor().scale()).isEqualTo(PROVIDER.scale(bab));
  }

  @Test
  void shouldAskForTheFiguresOfAStraitThatWasNotFitted() {
    AttackIntensityConfig none = new AttackIntensityConfig("dover", List.of(ASAM));
    AttackIntensityConfig half =
        new AttackIntensityConfig("dover", List.of(ASAM), Optional.of(0.01), Optional.empty());
    AttackIntensityConfig both =
        new AttackIntensityConfig("dover", List.of(ASAM), Optional.of(0.01), Optional.of(0.5));

    assertThat(PROVIDER.validate(none).get(0).message())
        .startsWith("'dover' has no recorded attacks that were fitted; give background");
    assertThat(PROVIDER.validate(half).get(0).message())
        .isEqualTo("and contagion go together; give both or neither");
    assertThat(PROVIDER.validate(both)).isEmpty();
  }
}
