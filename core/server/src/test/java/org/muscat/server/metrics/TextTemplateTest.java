package org.muscat.server.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class TextTemplateTest {

  private static final List<String> NAMES =
      List.of("north", "a \"quoted\" one", "back\\slash", "line\nbreak", "Gölf", "", "x=\"1\",");
  private static final List<Double> ODD =
      List.of(
          0.0,
          -0.0,
          1.0,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MIN_VALUE,
          -Double.MAX_VALUE,
          0.1,
          -1.234567890123456e-300);

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PROTOBUF")
  void shouldWriteWhatTheClientLibraryWrites(ExpositionFormat format) {
    Random random = new Random(1);
    MetricSnapshots first = page(random, "help", NAMES);
    TextTemplate template = TextTemplate.of(format.part(first, 0), first).orElseThrow();

    for (int i = 0; i < 500; i++) {
      MetricSnapshots next = page(random, "help", NAMES);
      assertThat(template.text(next).map(text -> new String(text, UTF_8)))
          .as("page %d", i)
          .contains(new String(format.part(next, 0), UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("otherSeries")
  void shouldNotWriteOtherSeries(MetricSnapshots other) {
    MetricSnapshots first = page(new Random(1), "help", NAMES);
    TextTemplate template =
        TextTemplate.of(ExpositionFormat.TEXT.part(first, 0), first).orElseThrow();

    assertThat(template.text(other)).isEmpty();
    assertThat(template.text(first)).contains(ExpositionFormat.TEXT.part(first, 0));
  }

  static Stream<MetricSnapshots> otherSeries() {
    Random random = new Random(1);
    return Stream.of(
        page(random, "another help", NAMES),
        page(random, "help", NAMES.subList(1, NAMES.size())),
        page(random, "help", List.of("south", "b", "c", "d", "e", "f", "g")),
        new MetricSnapshots(states(random, NAMES, "off"), info()),
        new MetricSnapshots(gauges(random, "help", NAMES), states(random, NAMES, "idle"), info()),
        counters());
  }

  @ParameterizedTest
  @MethodSource("otherTexts")
  void shouldBeOfNoTextThatItCannotTellTheValuesOf(String text) {
    MetricSnapshots metrics =
        new MetricSnapshots(
            GaugeSnapshot.builder()
                .name("level")
                .dataPoint(point(Labels.of("theatre", "north"), 1))
                .dataPoint(point(Labels.of("theatre", "south"), 1))
                .build());

    assertThat(TextTemplate.of(text.getBytes(UTF_8), metrics)).isEmpty();
  }

  static Stream<String> otherTexts() {
    return Stream.of(
        "",
        "level{theatre=\"north\"} 1.0\n",
        "level{theatre=\"south\"} 1.0\nlevel{theatre=\"north\"} 1.0\n",
        "level{theatre=\"north\"} 1.0\nlevel{theatre=\"south\"} 1.0\nlevel{theatre=\"west\"} 1.0\n",
        "level{theatre=\"north\"} 1.0 1700000000\nlevel{theatre=\"south\"} 1.0 1700000000\n",
        "level{theatre=\"north\"} 1\nlevel{theatre=\"south\"} 1\n",
        "other{theatre=\"north\"} 1.0\nother{theatre=\"south\"} 1.0\n");
  }

  @ParameterizedTest
  @EnumSource
  void shouldLeaveEachPageAsTheClientLibraryWritesIt(ExpositionFormat format) {
    PageMemory memory = new PageMemory();
    Random random = new Random(2);

    for (List<String> names : List.of(NAMES, NAMES, NAMES.subList(2, 5), NAMES.subList(2, 5))) {
      MetricSnapshots next = page(random, "help", names);
      assertThat(memory.part(format, next, 0)).isEqualTo(format.part(next, 0));
    }
    assertThat(memory.part(format, counters(), 0)).isEqualTo(format.part(counters(), 0));
  }

  private static MetricSnapshots page(Random random, String help, List<String> names) {
    return new MetricSnapshots(gauges(random, help, names), states(random, names, "off"), info());
  }

  private static GaugeSnapshot gauges(Random random, String help, List<String> names) {
    GaugeSnapshot.Builder all = GaugeSnapshot.builder().name("level").help(help);
    names.forEach(name -> all.dataPoint(point(Labels.of("theatre", name), value(random))));
    return all.build();
  }

  private static GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }

  private static StateSetSnapshot states(Random random, List<String> names, String state) {
    StateSetSnapshot.Builder all = StateSetSnapshot.builder().name("state");
    for (String name : names) {
      all.dataPoint(
          StateSetDataPointSnapshot.builder()
              .labels(Labels.of("theatre", name))
              .state("on", random.nextBoolean())
              .state(state, random.nextBoolean())
              .build());
    }
    return all.build();
  }

  private static InfoSnapshot info() {
    return InfoSnapshot.builder()
        .name("model")
        .dataPoint(InfoDataPointSnapshot.builder().labels(Labels.of("version", "1")).build())
        .build();
  }

  private static MetricSnapshots counters() {
    return new MetricSnapshots(
        CounterSnapshot.builder()
            .name("seen")
            .dataPoint(CounterDataPointSnapshot.builder().value(1).build())
            .build());
  }

  private static double value(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> ODD.get(random.nextInt(ODD.size()));
      case 1 -> random.nextDouble();
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }
}
