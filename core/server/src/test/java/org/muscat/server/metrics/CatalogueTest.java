package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;
import org.muscat.store.VintageBreak;

/** The families of a server that has some of everything are those of the catalogue. */
class CatalogueTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");
  private static final Instant FROM = NOW.minus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);

  private static final String MODEL =
      """
      model: test
      version: 1
      theatres: [{id: north}]
      pillars:
        first:
          weight: 1
          indicators:
            one: {indicator: last-value, config: {series: test/one, frozen-since: "2025-01-03"}}
            two: {indicator: last-value, config: {series: test/two}}
            three: {indicator: last-value, config: {series: test/nobody-tells-it}}
      status:
        strait: {indicator: strait-status, config: {series: test/strait}}
      """;

  @TempDir static Path folder;

  private static Running server;
  private static Map<String, Set<Set<String>>> exported;

  @BeforeAll
  static void scrape() throws IOException {
    Home home = Home.in(folder).model("test", MODEL);
    Path lines = Files.writeString(folder.resolve("good.csv"), "test/three," + FROM + ",1");
    home.options(
        """
        metrics: {indicator-values: true}
        jobs: [{id: tidy, every: PT1S, prune: {keep: P9000D}}]
        feeds:
          - {id: good, feed: lines, source: acme, config: {path: "%s"}}
          - {id: bad, feed: lines, config: {path: "%s"}}
        """
            .formatted(lines, folder.resolve("absent.csv")));
    Session session = home.open();
    for (String series : List.of("test/one", "test/two", "test/strait")) {
      Home.points(session.store(), series, FROM, 20, 30, 20, 30, 20, 30, 20, 30, 20, 30);
    }
    session
        .store()
        .vintageBreaks()
        .add(List.of(new VintageBreak("acme", 2, "good", "test/three", 60, 59, FROM)));
    server = Running.start(session, Clock.fixed(NOW, ZoneOffset.UTC)).ready();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                page().contains("muscat_feed_up{feed=\"good\"} 1")
                    && page().contains("muscat_job_up{job_id=\"tidy\"} 1")
                    && page().contains("muscat_feed_up{feed=\"bad\"} 0"));
    exported = new TreeMap<>(PromText.parse(page()).labelNames());
    exported.putAll(TheatreMetricsTest.pageOfEverything().labelNames());
    exported.keySet().removeIf(name -> !name.startsWith("muscat_") || name.startsWith("muscat_x_"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldHaveEveryFamilyThatIsExportedWithItsLabels() {
    Map<String, Set<Set<String>>> described = new TreeMap<>();
    for (MetricFamily family : MetricFamily.all()) {
      Set<String> labels = new TreeSet<>(family.labels());
      if (family.type() == MetricFamily.Type.STATE_SET) {
        labels.add(family.series());
      }
      metrics(family).forEach(name -> described.put(name, Set.of(labels)));
    }

    assertThat(described).containsAllEntriesOf(exported);
  }

  @Test
  void shouldHaveNoFamilyThatNothingExports() {
    List<String> missing = new ArrayList<>();
    for (MetricFamily family : MetricFamily.all()) {
      missing.addAll(metrics(family));
    }

    missing.removeAll(exported.keySet());

    assertThat(missing).isEmpty();
  }

  /** A summary is a timer of Micrometer, which tells its maximum, too. */
  private static List<String> metrics(MetricFamily family) {
    String series = family.series();
    return switch (family.type()) {
      case GAUGE, COUNTER, INFO, STATE_SET -> List.of(series);
      case HISTOGRAM -> List.of(series + "_bucket", series + "_count", series + "_sum");
      case SUMMARY -> List.of(series + "_count", series + "_sum", series + "_max");
    };
  }

  private static String page() {
    return server.get("/metrics").body();
  }
}
