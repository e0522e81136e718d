package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.TestPluginJar;
import org.muscat.server.runtime.Session;
import org.muscat.store.Store;

class MetricsTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");
  private static final String NORTH = "model=test, theatre=north}";

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Home home;
  private Session session;
  private Running server;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldExportAScoreInRatios() throws IOException {
    Store store = open();
    Home.SERIES.forEach(series -> fill(store, series, 10));

    PromText page = scrape();

    assertThat(page.value("muscat_stability_ratio{" + NORTH)).isBetween(0.6, 0.9);
    assertThat(page.value("muscat_stability_lower_ratio{" + NORTH))
        .isLessThan(page.value("muscat_stability_upper_ratio{" + NORTH));
    assertThat(page.value("muscat_index_status{" + status("scored"))).isOne();
    assertThat(page.value("muscat_index_status{" + status("refused"))).isZero();
    assertThat(page.value("muscat_index_as_of_timestamp_seconds{" + NORTH))
        .isEqualTo((double) NOW.getEpochSecond());
    double parts =
        page.series("muscat_contribution_ratio").stream()
            .filter(series -> series.contains("theatre=north"))
            .mapToDouble(page::value)
            .sum();
    assertThat(parts).isCloseTo(1 - page.value("muscat_stability_ratio{" + NORTH), within(1e-12));
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldExportNothingOfARefusedScoreButItsReason() throws IOException {
    Store store = open();
    fill(store, "test/north", 10);

    PromText page = scrape();

    assertThat(page.series("muscat_stability")).isEmpty();
    assertThat(page.series("muscat_pillar_stability")).isEmpty();
    assertThat(page.series("muscat_contribution")).isEmpty();
    assertThat(page.value("muscat_index_status{" + status("refused"))).isOne();
    assertThat(page.value("muscat_index_status{" + status("scored"))).isZero();
    assertThat(page.value("muscat_index_coverage_ratio{" + NORTH)).isZero();
  }

  @Test
  void shouldNotExportAHeldValueAsAReading() throws IOException {
    Store store = open();
    fill(store, "test/one", 10);
    fill(store, "test/two", 10);
    fill(store, "test/three", 10);
    Home.points(store, "test/north", FIRST, 95);

    PromText page = scrape();

    assertThat(page.value("muscat_index_status{" + status("held"))).isOne();
    assertThat(page.series("muscat_indicator_risk_ratio{indicator=four")).isEmpty();
    assertThat(page.series("muscat_contribution_ratio{indicator=four")).hasSize(1);
    assertThat(page.series("muscat_indicator_risk_ratio{indicator=three")).hasSize(2);
  }

  @Test
  void shouldExportBothTheatresOfAModelAndTheModelOnce() throws IOException {
    Store store = open();
    Home.SERIES.forEach(series -> fill(store, series, 10));
    fill(store, "test/south", 10);

    PromText page = scrape();

    assertThat(page.series("muscat_stability_ratio")).hasSize(2);
    assertThat(page.series("muscat_model_info")).hasSize(1);
    assertThat(page.series("muscat_build_info")).hasSize(1);
  }

  @Test
  void shouldExportTheStatusOfAChokepoint() throws IOException {
    Store store = open();
    fill(store, "test/strait", 10);

    PromText page = scrape();

    String labels = "indicator=strait, " + NORTH;
    assertThat(page.series("muscat_chokepoint_status{")).hasSize(6);
    assertThat(page.value("muscat_chokepoint_status_since_timestamp_seconds{" + labels))
        .isEqualTo((double) FIRST.getEpochSecond());
  }

  @Test
  void shouldSurviveAStatusThatItDoesNotUnderstand() throws IOException {
    home.model(
        "test",
        Home.MODEL.replace(
            "{series: test/strait}", "{series: test/strait, status: FOGGY, since: last spring}"));
    Store store = open();
    fill(store, "test/strait", 10);

    PromText page = scrape();

    assertThat(page.series("muscat_chokepoint_status")).isEmpty();
    assertThat(page.series("muscat_chokepoint_flow_ratio")).hasSize(2);
  }

  @Test
  void shouldExportEachPluginWithItsVerdict() throws IOException {
    Files.writeString(home.plugins().resolve("text.jar"), "no archive");
    Files.writeString(home.plugins().resolve("more.jar"), "no archive");
    open();

    PromText page = scrape();

    List<String> plugins = page.series("muscat_plugin_info");
    assertThat(plugins).hasSize(3);
    assertThat(plugins).anyMatch(it -> it.contains("location=text.jar") && it.contains("code=P1"));
    assertThat(plugins).anyMatch(it -> it.contains("location=more.jar"));
    assertThat(plugins).noneMatch(it -> it.contains(folder.toString()));
  }

  @Test
  void shouldSurviveTwoPluginsOfOneJarWithTheSameId() throws IOException {
    String twin =
        """
        package acme;
        import org.muscat.spi.*;
        public class Twin implements MuscatPlugin {
          public PluginDescriptor descriptor() {
            return PluginDescriptor.of("twin", "A twin", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
          }
          public static class Other extends Twin {}
        }
        """;
    Files.write(
        home.plugins().resolve("twins.jar"),
        TestPluginJar.compile("acme.Twin", twin, "acme.Twin$Other"));
    open();

    PromText page = scrape();

    assertThat(page.series("muscat_plugin_info"))
        .filteredOn(it -> it.contains("twins.jar"))
        .isNotEmpty();
  }

  @Test
  void shouldExportWhatPluginsCost() throws IOException {
    open();
    server = Running.start(session, Clock.systemUTC()).ready();

    PromText page = PromText.parse(server.get("/metrics").body());

    assertThat(page.value("muscat_plugin_call_seconds_count{call=read, plugin=acme}")).isPositive();
    assertThat(page.value("muscat_plugin_cpu_seconds_total{plugin=acme}")).isPositive();
    assertThat(page.value("muscat_plugin_allocated_bytes_total{plugin=acme}")).isPositive();
    assertThat(page.value("muscat_plugin_stuck_threads{plugin=acme}")).isZero();
    assertThat(page.value("muscat_series_dropped_total{plugin=acme}")).isZero();
  }

  @Test
  void shouldExportHowManySeriesThereAre() throws IOException {
    Store store = open();
    Home.SERIES.forEach(series -> fill(store, series, 10));

    PromText page = scrape();

    assertThat(page.series("muscat_plugin_call_seconds_bucket")).isNotEmpty();
    assertThat(page.value("muscat_exported_series")).isEqualTo(page.series("").size());
  }

  @Test
  void shouldExportHowLateTicksBegin() throws IOException {
    open();

    PromText page = scrape();

    assertThat(page.value("muscat_tick_lag_seconds_count")).isPositive();
    assertThat(page.value("muscat_tick_lag_seconds_sum")).isNotNegative();
    assertThat(page.series("muscat_tick_lag_seconds_max")).hasSize(1);
  }

  @Test
  void shouldExportWhatAFeedTellsOfItsWork() throws IOException {
    home.feed("test/one,2025-01-01T00:00:00Z,1");
    open();
    server = Running.start(session, Clock.systemUTC()).ready();

    await().until(() -> server.get("/metrics").body().contains("muscat_x_acme_read_lines_total"));

    PromText page = PromText.parse(server.get("/metrics").body());
    assertThat(page.value("muscat_x_acme_read_lines_total{feed=drop, kind=lines}")).isEqualTo(1);
  }

  @Test
  void shouldExportHowFeedsFare() throws IOException {
    Path file = home.feed("test/one,2025-01-01T00:00:00Z,1", "fail");
    open();
    server = Running.start(session, Clock.systemUTC()).ready();
    await().until(() -> server.get("/metrics").body().contains("muscat_feed_last_completion"));

    PromText page = PromText.parse(server.get("/metrics").body());

    assertThat(page.value("muscat_feed_up{feed=drop}")).isZero();
    assertThat(page.series("muscat_feed_last_success")).isEmpty();
    assertThat(file).exists();
  }

  @Test
  void shouldNotCallAFeedUpBeforeItsFirstFetch() throws IOException {
    home.feed("hang");
    open();

    PromText page = scrape();

    assertThat(page.series("muscat_feed_up")).isEmpty();
    assertThat(page.value("muscat_feed_state{feed=drop, muscat_feed_state=new}")).isOne();
    assertThat(page.value("muscat_feed_fetches_total{feed=drop}")).isZero();
    assertThat(page.value("muscat_vintage_breaks_total{feed=drop}")).isZero();
  }

  private Store open() throws IOException {
    session = home.open();
    return session.store();
  }

  private PromText scrape() {
    server = Running.start(session, Clock.fixed(NOW, ZoneOffset.UTC)).ready();
    var answer = server.get("/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);

    return PromText.parse(answer.body());
  }

  private static String status(String status) {
    return "model=test, muscat_index_status=" + status + ", theatre=north}";
  }

  private static void fill(Store store, String series, int days) {
    Home.points(store, series, FIRST, new Random(7).doubles(days, 10, 40).toArray());
  }
}
