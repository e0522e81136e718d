package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.meter.Meters;

class PluginMetersTest {

  private final PluginMeters plugin = new PluginMeters("acme", 3);
  private final Meters meters = plugin.of("drop");

  @Test
  void shouldSumCountsAndKeepTheLastOfAGauge() {
    meters.count("pages", 2, "strait", "hormuz");
    meters.count("pages", 3, "strait", "hormuz");
    meters.gauge("queue", 7);
    meters.gauge("queue", 5);

    assertThat(plugin.samples())
        .containsExactly(
            new MeterSample("acme", "drop", "pages", Map.of("strait", "hormuz"), true, 5),
            new MeterSample("acme", "drop", "queue", Map.of(), false, 5));
    assertThat(plugin.dropped()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Pages",
        "1st",
        "a-b",
        "rows_total",
        "a_bucket",
        "x_info",
        "y_max",
        "total",
        "created"
      })
  void shouldDropANameThatWouldBreakThePage(String name) {
    meters.count(name, 1);

    assertThat(plugin.samples()).isEmpty();
    assertThat(plugin.dropped()).isEqualTo(1);
  }

  @Test
  void shouldDropNumbersThatSayNothing() {
    meters.gauge("queue", Double.NaN);
    meters.gauge("queue", Double.POSITIVE_INFINITY);
    meters.count("pages", -1);

    assertThat(plugin.samples()).isEmpty();
    assertThat(plugin.dropped()).isEqualTo(3);
  }

  @Test
  void shouldDropACountThatWouldMakeItsSumInfinite() {
    meters.count("pages", Double.MAX_VALUE);
    meters.count("pages", Double.MAX_VALUE);

    assertThat(plugin.samples())
        .singleElement()
        .satisfies(sample -> assertThat(sample.value()).isEqualTo(Double.MAX_VALUE));
    assertThat(plugin.dropped()).isEqualTo(1);
  }

  @Test
  void shouldDropLabelsThatCannotBeExported() {
    meters.gauge("queue", 1, "odd");
    meters.gauge("queue", 1, "feed", "mine");
    meters.gauge("queue", 1, "a", "x", "a", "y");
    meters.gauge("queue", 1, "a", null);
    meters.gauge("queue", 1, (String[]) null);
    meters.gauge("queue", 1, "a", "v".repeat(1000));
    meters.gauge("queue", 1, "a".repeat(1000), "v");
    meters.gauge("queue", 1, "a", "half a character \ud800");

    assertThat(plugin.samples()).isEmpty();
    assertThat(plugin.dropped()).isEqualTo(8);
  }

  @Test
  void shouldDropMoreLabelsThanAnybodyReads() {
    String[] labels = new String[22];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = "l" + i;
    }

    meters.gauge("queue", 1, labels);
    meters.gauge("length", 1, Arrays.copyOf(labels, 20));

    assertThat(plugin.samples()).extracting(MeterSample::name).containsExactly("length");
    assertThat(plugin.dropped()).isEqualTo(1);
  }

  @Test
  void shouldKeepToTheSeriesThatThePluginMayHave() {
    for (int i = 0; i < 200_000; i++) {
      meters.count("pages", 1, "page", "p" + i);
    }

    assertThat(plugin.samples()).hasSize(3);
    assertThat(plugin.dropped()).isEqualTo(199_997);
  }

  @Test
  void shouldNotTakeOneNameForTwoThings() {
    meters.count("pages", 1);
    meters.gauge("pages", 1);
    meters.count("pages", 1, "strait", "hormuz");

    assertThat(plugin.samples()).hasSize(1);
    assertThat(plugin.dropped()).isEqualTo(2);
  }

  @Test
  void shouldForgetAFeedThatWasClosed() {
    meters.gauge("queue", 1);
    plugin.of("other").gauge("queue", 2);

    plugin.forget("drop");

    assertThat(plugin.samples()).extracting(MeterSample::feed).containsExactly("other");
  }
}
