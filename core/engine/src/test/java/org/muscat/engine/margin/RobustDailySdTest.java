package org.muscat.engine.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustDailySdTest {

  @Test
  void shouldBeTheScaledMedianDeviationOfDailyChanges() {
    List<OptionalDouble> stability = new ArrayList<>();
    double level = 50;
    stability.add(OptionalDouble.of(level));
    for (int day = 0; day < 60; day++) {
      level += List.of(1.0, 3.0, 5.0).get(day % 3) - 3;
      stability.add(OptionalDouble.of(level));
    }

    // Changes are -2, 0 and 2 alike often: their median is 0, their median deviation 2.
    assertThat(RobustDailySd.of(stability).orElseThrow()).isCloseTo(1.4826 * 2, within(1e-12));
  }

  @Test
  void shouldEstimateTheSdOfARandomWalk() {
    Random random = new Random(1);
    double sum = 0;
    for (int walk = 0; walk < 500; walk++) {
      sum += RobustDailySd.of(walk(random, 61, 2)).orElseThrow();
    }

    assertThat(sum / 500).isCloseTo(2, within(0.06));
  }

  @Test
  void shouldNotBeMovedByAFewJumps() {
    List<OptionalDouble> calm = walk(new Random(2), 61, 1);
    List<OptionalDouble> jumping = new ArrayList<>(calm);
    for (int day : List.of(20, 40, 60)) {
      jumping.set(day, OptionalDouble.of(calm.get(day).getAsDouble() + 40));
    }

    assertThat(RobustDailySd.of(jumping).orElseThrow())
        .isCloseTo(RobustDailySd.of(calm).orElseThrow(), within(0.35));
  }

  @Test
  void shouldLookNoFurtherBackThanSixtyChanges() {
    List<OptionalDouble> recent = walk(new Random(3), 61, 2);
    List<OptionalDouble> longer = new ArrayList<>(walk(new Random(4), 300, 9));
    longer.addAll(recent);

    assertThat(RobustDailySd.of(longer)).isEqualTo(RobustDailySd.of(recent));
  }

  @Test
  void shouldNotFallBelowItsFloor() {
    assertThat(RobustDailySd.of(Collections.nCopies(61, OptionalDouble.of(50)))).hasValue(0.8);
  }

  @Test
  void shouldNotTakeAChangeAcrossAGap() {
    List<OptionalDouble> stability = new ArrayList<>(walk(new Random(5), 61, 2));
    for (int day = 1; day < 61; day += 2) {
      stability.set(day, OptionalDouble.empty());
    }

    assertThat(RobustDailySd.of(stability)).isEmpty();
  }

  @Test
  void shouldNeedHalfOfItsWindow() {
    assertThat(RobustDailySd.of(walk(new Random(6), 30, 2))).isEmpty();
    assertThat(RobustDailySd.of(walk(new Random(6), 31, 2))).isPresent();
    assertThat(RobustDailySd.of(List.of())).isEmpty();
  }

  private static List<OptionalDouble> walk(Random random, int days, double sd) {
    List<OptionalDouble> stability = new ArrayList<>();
    double level = 50;
    for (int day = 0; day < days; day++) {
      stability.add(OptionalDouble.of(level));
      level += sd * random.nextGaussian();
    }
    return stability;
  }
}
