package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.muscat.server.deliver.WrittenSeries.Point;

class WriteRequestTest {

  private final WriteRequest request = new WriteRequest();

  @Test
  void shouldBeReadAsItWasWritten() throws IOException {
    SortedMap<String, String> labels = new TreeMap<>(Map.of("__name__", "x", "a", "\u00e4\"\n"));
    List<Point> points =
        List.of(
            new Point(-1, Double.MIN_VALUE),
            new Point(0, -0.0),
            new Point(127, 1),
            new Point(128, 0.1),
            new Point(Long.MAX_VALUE, Double.MAX_VALUE));

    points.forEach(one -> assertThat(request.add(labels, one.millis(), one.value())).isTrue());

    assertThat(WrittenSeries.of(request.block()))
        .containsExactly(new WrittenSeries(labels, points));
  }

  @Test
  void shouldHoldAsMuchAsTheEncoderTakesAndNoMore() throws IOException {
    Random random = new Random(3);
    List<WrittenSeries> written = new ArrayList<>();
    boolean room = true;
    while (room) {
      SortedMap<String, String> labels =
          new TreeMap<>(Map.of("__name__", "metric", "n", String.valueOf(random.nextLong())));
      Point point = new Point(random.nextLong(), random.nextDouble());
      room = request.add(labels, point.millis(), point.value());
      if (room) {
        written.add(new WrittenSeries(labels, List.of(point)));
      }
    }

    assertThat(written).hasSizeBetween(400, 600);
    assertThat(WrittenSeries.of(request.block())).isEqualTo(written);
  }

  @Test
  void shouldHaveNoRoomForASeriesThatNoRequestHolds() {
    SortedMap<String, String> labels = new TreeMap<>(Map.of("a", "x".repeat(40_000)));

    assertThat(request.add(labels, 0, 0)).isFalse();

    assertThat(request.isEmpty()).isTrue();
  }
}
