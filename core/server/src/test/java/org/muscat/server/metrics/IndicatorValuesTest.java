package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.TestPluginJar;
import org.muscat.server.runtime.Session;

/** Readings in natural units leave only if somebody asks for them and nobody forbids it. */
class IndicatorValuesTest {

  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");

  /** Its feed tells nothing: what it says of a series holds wherever the series comes from. */
  private static final String BROKER =
      """
      package acme;
      import java.time.Duration;
      import java.util.List;
      import org.muscat.spi.*;
      public class Broker implements MuscatPlugin {
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of("broker", "A broker", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION)
              .restricting("test/one", "secret/");
        }
        public List<FeedProvider<?>> feeds() { return List.of(new Provider()); }
        public record None() {}
        record Provider() implements FeedProvider<None> {
          public FeedDescriptor descriptor() {
            return FeedDescriptor.of("broker", "Quotes", "a broker", Duration.ofDays(1), "secret");
          }
          public Class<None> configType() { return None.class; }
          public Feed create(None config, FeedContext context) {
            return request -> Batch.last(List.of(), List.of(), "1");
          }
        }
      }
      """;

  @TempDir Path folder;

  private Home home;
  private Running server;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldTellNoValuesUnlessAskedFor() throws IOException {
    PromText page = scrape("");

    assertThat(page.series("muscat_indicator_value")).isEmpty();
    assertThat(page.series("muscat_indicator_info")).isEmpty();
    assertThat(page.series("muscat_indicator_risk_ratio")).isNotEmpty();
  }

  @Test
  void shouldTellReadingsInTheirUnits() throws IOException {
    PromText page = scrape("metrics: {indicator-values: true}\n");

    assertThat(page.value("muscat_indicator_value{indicator=one, model=test, theatre=north}"))
        .isEqualTo(27);
    assertThat(
            page.value(
                "muscat_indicator_info{indicator=one, model=test, plugin=acme, series=test/one,"
                    + " theatre=north, unit=points}"))
        .isOne();
  }

  @Test
  void shouldNotTellAValueThatIsHeldOrMissing() throws IOException {
    PromText page = scrape("metrics: {indicator-values: true}\n");

    // Nobody tells test/south.
    assertThat(page.series("muscat_indicator_value{indicator=four"))
        .containsExactly("muscat_indicator_value{indicator=four, model=test, theatre=north}");
  }

  @Test
  void shouldTellNothingThatRestsOnASeriesWhichAPluginRestricts() throws IOException {
    Files.write(home.plugins().resolve("broker.jar"), TestPluginJar.compile("acme.Broker", BROKER));

    PromText page = scrape("metrics: {indicator-values: true}\n");

    assertThat(indicators(page, "muscat_indicator_value")).containsOnly("two", "three", "four");
    assertThat(indicators(page, "muscat_indicator_info")).containsOnly("two", "three", "four");
  }

  @Test
  void shouldTellNothingOfTheSeriesOfAPluginInAProcess() throws IOException {
    Files.write(home.plugins().resolve("broker.jar"), TestPluginJar.compile("acme.Broker", BROKER));

    PromText page =
        scrape(
            """
            metrics: {indicator-values: true}
            plugins: {settings: {broker: {isolation: process}}}
            """);

    assertThat(indicators(page, "muscat_indicator_value")).containsOnly("two", "three", "four");
  }

  @Test
  void shouldTellNothingThatRestsOnASeriesWhichTheOperatorRestricts() throws IOException {
    PromText page =
        scrape("metrics: {indicator-values: true, restricted-series: [test/two, test/no]}\n");

    assertThat(indicators(page, "muscat_indicator_value")).containsOnly("one", "three", "four");
  }

  @Test
  void shouldTakeANameThatEndsInASlashForAllThatBeginWithIt() throws IOException {
    PromText page = scrape("metrics: {indicator-values: true, restricted-series: [test/]}\n");

    assertThat(page.series("muscat_indicator_value")).isEmpty();
    assertThat(page.series("muscat_indicator_info")).isEmpty();
  }

  private PromText scrape(String options) throws IOException {
    Session session = home.options(options).open();
    for (String series : Home.SERIES) {
      Home.points(session.store(), series, FROM, 20, 30, 20, 30, 20, 30, 20, 30, 20, 27);
    }
    server = Running.start(session, Clock.fixed(NOW, ZoneOffset.UTC)).ready();
    return PromText.parse(server.get("/metrics").body());
  }

  private static List<String> indicators(PromText page, String metric) {
    return page.series(metric).stream()
        .map(series -> series.replaceFirst(".*indicator=([^,]+),.*", "$1"))
        .toList();
  }
}
