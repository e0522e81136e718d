package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.contract.IndicatorTestKit;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Measured;

class DefaultsTest {

  private static final String NOW = "2024-03-22";

  private final MadeUpMarkets markets = MadeUpMarkets.of(12);

  static Stream<Arguments> defaults() {
    return Stream.of(
        Arguments.of(Defaults.EWMA, Defaults.EWMA_CONFIG),
        Arguments.of(Defaults.PREMIUM, Defaults.PREMIUM_CONFIG),
        Arguments.of(Defaults.JUMP, Defaults.JUMP_CONFIG),
        Arguments.of(Defaults.DEMAND, Defaults.DEMAND_CONFIG),
        Arguments.of(Defaults.CLOSURE, Defaults.CLOSURE_CONFIG),
        Arguments.of(Defaults.SPILLOVER, Defaults.SPILLOVER_CONFIG),
        Arguments.of(Defaults.BREAKEVEN, Defaults.BREAKEVEN_CONFIG),
        Arguments.of(Defaults.ASYMMETRIC, Defaults.ASYMMETRIC_CONFIG),
        Arguments.of(Defaults.NOVELTY, Defaults.NOVELTY_CONFIG));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  <C extends Record> void shouldBeWhatNoOptionsGive(IndicatorProvider<C> provider, C config) {
    assertThat(IndicatorTestKit.of(provider).given(markets.history().observations()).at(NOW).read())
        .isInstanceOf(Measured.class)
        .isEqualTo(markets.history().read(provider, config, MadeUpMarkets.whenAllIsKnown()));
    assertThat(provider.validate(config)).isEmpty();
  }
}
