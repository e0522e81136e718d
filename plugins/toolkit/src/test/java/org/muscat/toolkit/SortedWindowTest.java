package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedWindowTest {

  @Test
  void shouldEqualItsBatchTwinAtEachStep() {
    Random random = new Random(25);
    for (int capacity : new int[] {1, 2, 7, 30}) {
      SortedWindow window = new SortedWindow(capacity);
      double[] arrivals =
          random
              .ints(300, 0, 20)
              .mapToDouble(i -> random.nextBoolean() ? i : 20 * random.nextDouble())
              .toArray();

      for (int i = 0; i < arrivals.length; i++) {
        window.add(arrivals[i]);
        double[] latest = Arrays.copyOfRange(arrivals, Math.max(0, i + 1 - capacity), i + 1);

        assertThat(window.median()).isEqualTo(Quantiles.median(latest));
        assertThat(window.mad()).isEqualTo(Quantiles.mad(latest));
      }
    }
  }
}
