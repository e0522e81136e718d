package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatedBaselineTest {

  @Test
  void shouldKeepMedianAndDeviationOfTheLastValues() {
    Random random = new Random(3);
    for (int capacity : new int[] {1, 2, 3, 10, 31}) {
      RobustWindow window = new RobustWindow(capacity);
      List<Double> last = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        double value = random.nextBoolean() ? random.nextInt(5) : random.nextGaussian();
        window.add(value);
        last.add(value);
        if (last.size() > capacity) {
          last.remove(0);
        }

        double median = median(last);
        assertThat(window.size()).isEqualTo(last.size());
        assertThat(window.median()).isEqualTo(median);
        assertThat(window.medianAbsoluteDeviation())
            .isEqualTo(median(last.stream().map(x -> Math.abs(x - median)).toList()));
      }
    }
  }

  @Test
  void shouldHaveNoStatisticsOfNothing() {
    RobustWindow window = new RobustWindow(3);

    assertThat(window.median()).isNaN();
    assertThat(window.medianAbsoluteDeviation()).isNaN();
  }

  @Test
  void shouldScoreAgainstMedianAndDeviation() {
    GatedBaseline baseline = baseline(1, 2, 3, 4, 9);

    assertThat(baseline.score(5.9652).orElseThrow()).isCloseTo(2, within(1e-12));
  }

  @Test
  void shouldNotLearnFromWhatLiesOutsideTheGate() {
    GatedBaseline baseline = baseline(1, 2, 3, 4, 5);

    for (int day = 10; day < 1_000; day++) {
      baseline.offer(day, 50);
    }

    assertThat(baseline.size()).isEqualTo(5);
    assertThat(baseline.isFrozen()).isTrue();
    assertThat(baseline.frozenSince()).isEqualTo(10);
  }

  @Test
  void shouldThawWhenValuesComeBack() {
    GatedBaseline baseline = baseline(1, 2, 3, 4, 5);
    baseline.offer(10, 50);

    baseline.offer(11, 4);

    assertThat(baseline.isFrozen()).isFalse();
    assertThat(baseline.size()).isEqualTo(6);
  }

  @Test
  void shouldHaveNoScoreWithoutSpread() {
    GatedBaseline baseline = baseline(2, 2, 2, 2, 2);

    baseline.offer(10, 3);
    baseline.offer(11, 2);

    assertThat(baseline.score(2)).isEmpty();
    assertThat(baseline.size()).isEqualTo(6);
  }

  private static GatedBaseline baseline(double... values) {
    GatedBaseline baseline = new GatedBaseline(100, values.length, 3);
    for (int i = 0; i < values.length; i++) {
      baseline.offer(i, values[i]);
    }
    return baseline;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }
}
