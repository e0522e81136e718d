package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.Published;
import org.muscat.engine.regime.Axes;
import org.muscat.engine.regime.AxisReading;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.regime.RegimePosterior;
import org.muscat.engine.regime.RegimeState;
import org.muscat.engine.regime.Strait;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreMemory.Held;
import org.muscat.engine.theatre.Volatility;
import org.muscat.spi.Measured;

class CheckpointsTest {

  private static final Instant AT = Instant.parse("2025-01-10T00:00:00Z");

  @Test
  void shouldReadNothingAsNothing() {
    assertThat(Checkpoints.read(Checkpoints.write(TheatreMemory.NONE)))
        .isEqualTo(TheatreMemory.NONE);
  }

  @ParameterizedTest
  @EnumSource(Regime.class)
  void shouldReadEveryFieldAsItWas(Regime regime) {
    for (Strait strait : Strait.values()) {
      TheatreMemory memory = memory(regime, strait, 1.0 / 3);

      TheatreMemory read = Checkpoints.read(Checkpoints.write(memory));

      assertThat(read).isEqualTo(memory);
      assertThat(Checkpoints.write(read)).isEqualTo(Checkpoints.write(memory));
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.1,
        1e-300,
        Double.MIN_VALUE,
        0x1.fffffffffffffp-1,
        1e22,
        123456789.12345679,
        -0.0
      })
  void shouldReadTheSameBits(double value) {
    TheatreMemory memory = memory(Regime.DRIFT, Strait.PASSABLE, value);

    TheatreMemory read = Checkpoints.read(Checkpoints.write(memory));

    assertThat(Double.doubleToRawLongBits(read.held().get("a").measured().value()))
        .isEqualTo(Double.doubleToRawLongBits(value));
    assertThat(Double.doubleToRawLongBits(read.volatility().dynamic().get(0).getAsDouble()))
        .isEqualTo(Double.doubleToRawLongBits(value));
  }

  /** Java 17 itself has more digits, Java 19 has not: a checkpoint must not depend on that. */
  @Test
  @SuppressWarnings("FloatingPointLiteralPrecision") // 2e23 is what Java 17 has more digits for
  void shouldWriteANumberAlikeOnEveryJava() {
    assertThat(Checkpoints.write(memory(Regime.DRIFT, Strait.PASSABLE, Double.parseDouble("2e23"))))
        .contains("\"value\":2.0E23,")
        .contains("\"dynamic\":[2.0E23,null,70.0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "{\"at\":null}", "nonsense"})
  void shouldNotTakeSomethingElse(String text) {
    assertThatThrownBy(() -> Checkpoints.read(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("checkpoint cannot be read");
  }

  private static TheatreMemory memory(Regime regime, Strait strait, double value) {
    Measured plain = Measured.of(value, AT.minusSeconds(90).plusNanos(123_456_789));
    Measured rich =
        Measured.of(2.5, AT).partial("half \"of it\"").fact("status", "OPEN").fact("a", "b\n");
    List<Axes> recent = new ArrayList<>();
    for (int day = 0; day < 8; day++) {
      recent.add(
          new Axes(
              AT.minusSeconds(86_400L * (7 - day)),
              new AxisReading(0.7, 0.1 + day / 100.0, List.of("x", "y")),
              AxisReading.unknown(),
              AxisReading.of(1.0 / 3),
              strait));
    }
    return new TheatreMemory(
        AT,
        Map.of("a", new Held(plain, AT.minusSeconds(86_400)), "b", new Held(rich, AT)),
        new Published(200.0 / 3, AT.minusSeconds(86_400)),
        new RegimeState(
            regime, AT.minusSeconds(1), "because of µ", 5, 3, 2, Regime.COERCION, recent),
        new RegimePosterior(List.of(0.1, 0.2, 0.3, 0.15, 0.25)),
        Volatility.of(
            List.of(OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.of(70))));
  }
}
