package org.muscat.engine.panel.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.Ties;

class NormalisersTest {

  static Stream<Normaliser> monotone() {
    return Stream.of(
        Normalisers.minMax(0, 100),
        Normalisers.zScore(0, 1),
        Normalisers.rank(Ties.AVERAGE),
        Normalisers.borda(Ties.MIN),
        Normalisers.percentileRank(Ties.MAX),
        Normalisers.distanceToMax(),
        Normalisers.goalposts(-1, 1, 100, true),
        Normalisers.scaled(-1, 1, 100));
  }

  @ParameterizedTest
  @MethodSource("monotone")
  void shouldKeepTheOrderOfTheDirection(Normaliser normaliser) {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      double[] x = random.doubles(12, -2, 2).toArray();
      for (Direction direction : Direction.values()) {
        double[] scores = normaliser.scores(direction.orient(x), direction);

        for (int i = 1; i < x.length; i++) {
          double better = direction.sign() * (x[i] - x[i - 1]);
          assertThat(Math.signum(better) * (scores[i] - scores[i - 1])).isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("monotone")
  void shouldLeaveMissingMissingAndChangeNoOtherScore(Normaliser normaliser) {
    double[] with = {3, Double.NaN, 1, 2};
    double[] without = {3, 1, 2};

    double[] scores = normaliser.scores(with);
    double[] fewer = normaliser.scores(without);

    assertThat(scores).containsExactly(fewer[0], Double.NaN, fewer[1], fewer[2]);
  }

  @Test
  void shouldFollowTheTiesThatAreAskedFor() {
    double[] x = {1, 5, 5, 9};

    assertThat(Normalisers.rank(Ties.MIN).scores(x)).containsExactly(1, 2, 2, 4);
    assertThat(Normalisers.rank(Ties.AVERAGE).scores(x)).containsExactly(1, 2.5, 2.5, 4);
    assertThat(Normalisers.rank(Ties.MAX).scores(x)).containsExactly(1, 3, 3, 4);
  }

  @Test
  void shouldMeasureTheWayToATargetDownwards() {
    double[] debt = {100, 60, 20};

    double[] open =
        Normalisers.distanceToTarget(60, false).scores(Direction.DOWN.orient(debt), Direction.DOWN);
    double[] capped =
        Normalisers.distanceToTarget(60, true).scores(Direction.DOWN.orient(debt), Direction.DOWN);

    assertThat(open).containsExactly(new double[] {0, 1, 2}, within(1e-12));
    assertThat(capped).containsExactly(new double[] {0, 1, 1}, within(1e-12));
  }

  @Test
  void shouldDefineNoDistanceToTheLowestValue() {
    double[] x = {1, 2, 3};

    for (boolean capped : new boolean[] {true, false}) {
      assertThat(Normalisers.distanceToReference(0, capped).scores(x)).containsOnly(Double.NaN);
      assertThat(Normalisers.distanceToTarget(1, capped).scores(x)).containsOnly(Double.NaN);
    }
  }

  @Test
  void shouldMakeAnUndefinedScoreMissing() {
    Hierarchy hierarchy =
        Hierarchy.of(
            List.of(PanelNode.indicator("a", Direction.UP, 1, "all"), PanelNode.index("all", 2)));
    Panel constant = Panel.of(List.of("x", "y"), List.of("a"), new double[][] {{5, 5}});

    Panel scores = Normalisation.apply(constant, hierarchy, Normalisers.minMax(0, 100));

    assertThat(scores.missing("x", "a")).isTrue();
  }

  @Test
  void shouldRefuseRangesThatAreNone() {
    assertThatThrownBy(() -> Normalisers.minMax(5, 5)).hasMessageContaining("5.0 and 5.0");
    assertThatThrownBy(() -> Normalisers.goalposts(2, 1, 1, true)).hasMessageContaining("lower");
    assertThatThrownBy(() -> Normalisers.zScore(0, -1)).hasMessageContaining("sd");
  }
}
