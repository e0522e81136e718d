package org.muscat.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionTest {

  @Test
  void shouldGiveThePartsOfALinearChange() {
    Coalitions game =
        Coalitions.ofChange(x -> 2 * x[0] - 3 * x[1], new double[] {1, 1}, new double[] {4, 2});

    assertThat(Shapley.values(2, game)).containsExactly(6, -3);
    assertThat(Owen.values(List.of(List.of(0, 1)), game)).containsExactly(6, -3);
  }

  @Test
  void shouldShareTheGloveGameAsPublished() {
    // Shapley's example: one left glove, two right ones, a pair is worth 1.
    Coalitions gloves = set -> (set & 1) == 1 && (set & 6) != 0 ? 1 : 0;

    assertThat(Shapley.values(3, gloves))
        .containsExactly(new double[] {2.0 / 3, 1.0 / 6, 1.0 / 6}, within(1e-15));
  }

  @Test
  void shouldSumToTheWorthOfAllAndGiveNothingToADummy() {
    Random random = new Random(4);
    for (int n = 1; n <= Shapley.MOST_PLAYERS; n++) {
      double[] worths = random.doubles(1 << (n - 1)).toArray();
      int dummy = n - 1;
      Coalitions game = set -> worths[set & ~(1 << dummy)];

      double[] values = Shapley.values(n, game);

      assertThat(Arrays.stream(values).sum())
          .isCloseTo(worths[worths.length - 1] - worths[0], within(1e-12));
      assertThat(values[dummy]).isZero();
    }
  }

  @Test
  void shouldAddUpMembersToTheShapleyValueOfTheirUnion() {
    Random random = new Random(5);
    double[] worths = random.doubles(1 << 5).toArray();
    int[] masks = {0b00011, 0b01100, 0b10000};
    Coalitions unions =
        set ->
            worths[IntStream.range(0, 3).filter(u -> (set >> u & 1) == 1).map(u -> masks[u]).sum()];

    double[] members =
        Owen.values(List.of(List.of(0, 1), List.of(2, 3), List.of(4)), set -> worths[set]);
    double[] whole = Shapley.values(3, unions);

    assertThat(members[0] + members[1]).isCloseTo(whole[0], within(1e-12));
    assertThat(members[2] + members[3]).isCloseTo(whole[1], within(1e-12));
    assertThat(members[4]).isCloseTo(whole[2], within(1e-12));
  }

  @Test
  void shouldEqualShapleyWhenEveryPlayerIsAUnionOrAllAreOne() {
    double[] worths = new Random(6).doubles(1 << 4).toArray();
    double[] shapley = Shapley.values(4, set -> worths[set]);

    double[] alone =
        Owen.values(List.of(List.of(2), List.of(0), List.of(3), List.of(1)), set -> worths[set]);
    double[] together = Owen.values(List.of(List.of(0, 1, 2, 3)), set -> worths[set]);

    assertThat(alone).containsExactly(shapley, within(1e-12));
    assertThat(together).containsExactly(shapley, within(1e-12));
  }

  @Test
  void shouldKeepTheDigitsOfALogarithmicMeanOfNeighbours() {
    assertThat(LogMean.of(3, 3)).isEqualTo(3);
    assertThat(LogMean.of(1 + 1e-9, 1)).isCloseTo(1 + 0.5e-9, within(1e-15));
    assertThat(LogMean.of(2, 1)).isCloseTo(1 / Math.log(2), within(1e-15));
    assertThat(LogMean.of(5, 70)).isEqualTo(LogMean.of(70, 5), within(1e-12));
  }

  @Test
  void shouldIntegrateAPolynomialExactly() {
    double[] values =
        AumannShapley.values(
            x -> new double[] {2 * x[0] * x[1], x[0] * x[0]},
            new double[] {0, 0},
            new double[] {1, 1});

    assertThat(values).containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-14));
  }

  @Test
  void shouldRefuseWhatHasNoExactValue() {
    assertThatThrownBy(() -> Shapley.values(13, set -> 0)).hasMessageContaining("not 13");
    assertThatThrownBy(() -> Owen.values(List.of(List.of(0), List.of(0)), set -> 0))
        .hasMessageContaining("player 0 must be in one union");
    assertThatThrownBy(() -> Owen.values(List.of(List.of(1)), set -> 0))
        .hasMessageContaining("not 0 to n - 1");
    assertThatThrownBy(() -> LogMean.of(0, 1)).hasMessageContaining("not 0.0");
    assertThatThrownBy(() -> Coalitions.ofChange(x -> 0, new double[] {1}, new double[] {1, 2}))
        .hasMessageContaining("from 1 values to 2");
  }

  @Test
  void shouldRefuseMorePlayersThanItCanGoThroughInAUnionOrAsUnions() {
    List<Integer> thirteen = IntStream.range(0, 13).boxed().toList();

    assertThatThrownBy(() -> Owen.values(List.of(thirteen), set -> 0))
        .hasMessageContaining("1 to 12 players, not 13");
    assertThatThrownBy(() -> Owen.values(thirteen.stream().map(List::of).toList(), set -> 0))
        .hasMessageContaining("1 to 12 players, not 13");
  }

  @Test
  void shouldRefuseAPlayerWithoutABit() {
    assertThatThrownBy(() -> Owen.values(List.of(List.of(0, 30)), set -> 0))
        .hasMessageContaining("player 30");
    assertThatThrownBy(() -> Owen.values(List.of(List.of(-1)), set -> 0))
        .hasMessageContaining("player -1");
  }

  @Test
  void shouldSplitAGeometricMeanByTheLogarithmsOfItsMoves() {
    double[] parts =
        LogMean.ofGeometricMean(new double[] {1, 3}, new double[] {40, 80}, new double[] {80, 40});

    // The second counts three times the first and moves as far the other way.
    assertThat(parts[1]).isCloseTo(-3 * parts[0], within(1e-12));
    assertThat(parts[0] + parts[1])
        .isCloseTo(
            Math.pow(80 * 40.0 * 40 * 40, .25) - Math.pow(40 * 80.0 * 80 * 80, .25), within(1e-12));
  }

  @Test
  void shouldHaveNoLogarithmicMeanWithoutPositiveValues() {
    double[] weights = {1, 1};
    double[] positive = {1, 2};

    assertThatThrownBy(() -> LogMean.of(1, -2)).hasMessageContaining("not -2.0");
    assertThatThrownBy(() -> LogMean.ofGeometricMean(weights, positive, new double[] {1, 0}))
        .hasMessageContaining("not 0.0");
  }
}
