package org.muscat.engine.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.spi.LevelMap;

/** From readings to levels on an axis (method, section 4). */
class LevelsTest {

  static Stream<LevelMap> maps() {
    return Stream.of(
        LevelMap.identity(),
        LevelMap.linear(-1, 1),
        LevelMap.linear(5, 2),
        LevelMap.normal(),
        LevelMap.intensity(0.4));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0.5", "1, 1", "-7, 0", "9, 1", "0.5, 0.75"})
  void shouldBeALineThatIsFlatOutside(double reading, double level) {
    assertThat(Levels.level(LevelMap.linear(-1, 1), reading)).isCloseTo(level, within(1e-15));
  }

  @Test
  void shouldFallWhereALargerReadingIsLess() {
    assertThat(Levels.level(LevelMap.linear(5, 2), 4)).isCloseTo(1 / 3.0, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5", "1.959963984540054, 0.975", "-1.959963984540054, 0.025"})
  void shouldBeTheProbabilityOfAStandardScore(double reading, double level) {
    assertThat(Levels.level(LevelMap.normal(), reading)).isCloseTo(level, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-3, 0", "0.4, 0.6321205588285577", "0.8, 0.8646647167633873"})
  void shouldSaturateWithAnIntensity(double reading, double level) {
    assertThat(Levels.level(LevelMap.intensity(0.4), reading)).isCloseTo(level, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void shouldBeBoundedAndMonotone(LevelMap map) {
    double direction = Math.signum(map.one() - map.zero());
    Random random = new Random(1001);
    for (int i = 0; i < 2_000; i++) {
      double reading = 10 * random.nextGaussian();
      double further = reading + direction * random.nextDouble();

      assertThat(Levels.level(map, reading)).isBetween(0.0, 1.0);
      assertThat(Levels.level(map, further)).isGreaterThanOrEqualTo(Levels.level(map, reading));
    }
  }
}
