package org.muscat.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisReadingTest {

  @Test
  void shouldWeighTheParts() {
    AxisReading dialogue = AxisReading.weightedMean(dialogue(0.4, 0.8, 0.6));

    assertThat(dialogue.known().orElseThrow())
        .isCloseTo(0.7 * 0.4 + 0.15 * 0.8 + 0.15 * 0.6, within(1e-12));
    assertThat(dialogue.missing()).isEmpty();
  }

  @Test
  void shouldRenormaliseAndReportAMissingPart() {
    AxisReading dialogue = AxisReading.weightedMean(dialogue(0.4, null, 0.8));

    assertThat(dialogue.known().orElseThrow())
        .isCloseTo((0.7 * 0.4 + 0.15 * 0.8) / 0.85, within(1e-12));
    assertThat(dialogue.atLeast()).isCloseTo(0.7 * 0.4 + 0.15 * 0.8, within(1e-12));
    assertThat(dialogue.missing()).containsExactly("d2");
  }

  @Test
  void shouldBeMissingBelowHalfOfItsWeight() {
    AxisReading below = AxisReading.weightedMean(dialogue(null, 1.0, 1.0));
    AxisReading half =
        AxisReading.weightedMean(
            List.of(new AxisPart("p1", 0.5, 0.3), new AxisPart("s1", 0.5, null)));

    assertThat(below.known()).isEmpty();
    assertThat(below.atLeast()).isCloseTo(0.3, within(1e-12));
    assertThat(half.known()).hasValue(0.3);
  }

  @Test
  void shouldTakeTheLargestPart() {
    AxisReading kinetic = AxisReading.maximum(kinetic(0.2, 0.7, null));

    assertThat(kinetic.known()).hasValue(0.7);
    assertThat(kinetic.missing()).containsExactly("x1");
  }

  @Test
  void shouldBoundAMissingMaximumFromBelow() {
    AxisReading kinetic = AxisReading.maximum(kinetic(null, 0.7, null));

    assertThat(kinetic.known()).isEmpty();
    assertThat(kinetic.atLeast()).isEqualTo(0.7);
  }

  @Test
  void shouldStayAtMostOneByRounding() {
    List<AxisPart> parts =
        List.of(
            new AxisPart("a", 0.1, 1.0), new AxisPart("b", 0.2, 1.0), new AxisPart("c", 0.7, 1.0));

    assertThat(AxisReading.weightedMean(parts).known()).hasValue(1);
  }

  @Test
  void shouldRefuseAnAxisWithoutParts() {
    assertThatThrownBy(() -> AxisReading.maximum(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an axis has no parts");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void shouldRefuseALevelOutsideItsRange(double level) {
    assertThatThrownBy(() -> new AxisPart("p4", 1, level))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level of 'p4' is not in [0,1]: " + level);
    assertThatThrownBy(() -> AxisReading.of(level)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<AxisPart> dialogue(
      @Nullable Double d1, @Nullable Double d2, @Nullable Double d4) {
    return List.of(
        new AxisPart("d1", 0.7, d1), new AxisPart("d2", 0.15, d2), new AxisPart("d4", 0.15, d4));
  }

  private static List<AxisPart> kinetic(
      @Nullable Double p4, @Nullable Double m4, @Nullable Double x1) {
    return List.of(new AxisPart("p4", 1, p4), new AxisPart("m4", 1, m4), new AxisPart("x1", 1, x1));
  }
}
