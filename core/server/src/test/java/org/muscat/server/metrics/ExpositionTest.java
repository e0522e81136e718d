package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.server.index.IndexBoard;

/** A page is that of the index and that of everything else, one after the other. */
class ExpositionTest {

  private static final Instant NOON = Instant.parse("2025-01-10T12:00:00Z");

  private final IndexBoard board = new IndexBoard();
  private final RenderedIndex index = new RenderedIndex(board, IndicatorValues.NONE, () -> 0);
  private final PrometheusRegistry live = new PrometheusRegistry();
  private final Exposition exposition = new Exposition(index, live);
  private final Gauge queue = Gauge.builder().name("queue").help("Queue").register(live);

  @BeforeEach
  void publish() {
    board.publish(Snapshots.at(NOON, "north", "south"));
    Counter.builder().name("done").help("Done").register(live).inc();
    Histogram.builder().name("took").help("Took").register(live).observe(1);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void shouldTellTheIndexAndEverythingElseAndCountAllOfIt() {
    PromText page = text(exposition.page(plain(ExpositionFormat.TEXT)));

    assertThat(page.series("muscat_stability_ratio")).hasSize(2);
    assertThat(page.value("done_total")).isOne();
    assertThat(page.value("muscat_exported_series")).isEqualTo(page.series("").size());
  }

  @Test
  void shouldTellHowThingsAreNowBesideAnIndexThatWasRenderedBefore() {
    await().until(() -> index.isAhead(NOON));
    Representation how = plain(ExpositionFormat.TEXT);
    byte[] before = exposition.page(how).parts().get(0);

    queue.set(7);

    Exposition.Page after = exposition.page(how);
    assertThat(text(after).value("queue")).isEqualTo(7);
    assertThat(after.parts().get(0)).isSameAs(before);
  }

  @Test
  void shouldEndOpenMetricsOnce() {
    String page = string(exposition.page(plain(ExpositionFormat.OPEN_METRICS)));

    assertThat(page).containsOnlyOnce("# EOF").endsWith("# EOF\n");
    assertThat(page).contains("# TYPE muscat_index_status stateset", "# TYPE done counter");
  }

  @Test
  void shouldTellEachFamilyOnceInProtocolBuffers() {
    List<String> families =
        ProtobufPage.families(bytes(exposition.page(plain(ExpositionFormat.PROTOBUF))));

    assertThat(families)
        .doesNotHaveDuplicates()
        .contains("muscat_stability_ratio", "done_total", "took", "muscat_exported_series");
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeOneStreamOfGzip(ExpositionFormat format) throws IOException {
    byte[] compressed = bytes(exposition.page(new Representation(format, true)));

    byte[] page = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();

    assertThat(page).isEqualTo(bytes(exposition.page(plain(format))));
    assertThat(compressed.length).isLessThan(page.length / 2);
  }

  @Test
  void shouldTellOnlyFamiliesThatAreNamed() {
    PromText page =
        text(
            exposition.page(
                plain(ExpositionFormat.TEXT), List.of("done_total", "muscat_index_status")));

    assertThat(page.series(""))
        .allMatch(it -> it.startsWith("done_total") || it.startsWith("muscat_index_status{"))
        .hasSize(1 + 2 * 4);
  }

  @Test
  void shouldCountTheSeriesOfAPageOfNamedFamilies() {
    PromText page =
        text(
            exposition.page(
                plain(ExpositionFormat.TEXT), List.of("queue", "muscat_exported_series")));

    assertThat(page.series("")).containsExactly("muscat_exported_series", "queue");
    assertThat(page.value("muscat_exported_series")).isEqualTo(2);
  }

  @Test
  void shouldHaveAnEmptyPageOfFamiliesThatNobodyKnows() {
    assertThat(bytes(exposition.page(plain(ExpositionFormat.TEXT), List.of("nothing")))).isEmpty();
  }

  private static Representation plain(ExpositionFormat format) {
    return new Representation(format, false);
  }

  private static PromText text(Exposition.Page page) {
    return PromText.parse(string(page));
  }

  private static String string(Exposition.Page page) {
    return new String(bytes(page), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Exposition.Page page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    page.parts().forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
