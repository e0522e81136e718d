package org.muscat.engine.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuralFactorTest {

  @ParameterizedTest
  @CsvSource({"0.15, 0.5325", "0.4, 0.67", "0, 0.45", "1, 1"})
  void shouldHoldTheGoldenValues(double framework, double expected) {
    double factor = StructuralFactor.DEFAULT.of(framework);

    assertThat(factor).isCloseTo(expected, within(1e-12));
  }

  @Test
  void shouldBeAnExactTermOfTheLogarithm() {
    double target = StructuralFactor.DEFAULT.target(64, 0.4);

    assertThat(Math.log(target)).isCloseTo(Math.log(64) + Math.log(0.67), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void shouldRefuseAFrameworkIndexOutsideItsRange(double framework) {
    assertThatThrownBy(() -> StructuralFactor.DEFAULT.of(framework))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("framework index " + framework + " is not in [0,1]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1.5, Double.NaN})
  void shouldRefuseAFactorThatWouldPublishNothingOrTooMuch(double withoutFramework) {
    assertThatThrownBy(() -> new StructuralFactor(withoutFramework))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(withoutFramework));
  }
}
