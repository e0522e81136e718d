package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PointOrdersTest {

  private final PointOrders orders = new PointOrders();

  @Test
  void shouldSortByLabels() {
    assertThat(sorted("a", point("y", 1), point("x", 2))).containsExactly("x=2.0", "y=1.0");
  }

  @Test
  void shouldSortOtherNumbersOfTheSameSeries() {
    sorted("a", point("y", 1), point("x", 2));

    assertThat(sorted("a", point("y", 3), point("x", 4))).containsExactly("x=4.0", "y=3.0");
  }

  @Test
  void shouldSortAnewWhenSeriesComeGoOrChangePlaces() {
    sorted("a", point("y", 1), point("x", 2));

    assertThat(sorted("a", point("y", 1), point("z", 2))).containsExactly("y=1.0", "z=2.0");
    assertThat(sorted("a", point("z", 1), point("y", 2))).containsExactly("y=2.0", "z=1.0");
    assertThat(sorted("a", point("z", 1), point("y", 2), point("x", 3)))
        .containsExactly("x=3.0", "y=2.0", "z=1.0");
    assertThat(sorted("a", point("z", 1))).containsExactly("z=1.0");
  }

  @Test
  void shouldKeepFamiliesApart() {
    sorted("a", point("y", 1), point("x", 2));

    assertThat(sorted("b", point("x", 1), point("y", 2))).containsExactly("x=1.0", "y=2.0");
    assertThat(sorted("a", point("y", 1), point("x", 2))).containsExactly("x=2.0", "y=1.0");
  }

  private List<String> sorted(String family, GaugeDataPointSnapshot... points) {
    return orders.sorted(family, Stream.of(points).toList()).stream()
        .map(point -> point.getLabels().get("l") + "=" + point.getValue())
        .toList();
  }

  private static GaugeDataPointSnapshot point(String label, double value) {
    return GaugeDataPointSnapshot.builder().labels(Labels.of("l", label)).value(value).build();
  }
}
