package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.TestPluginJar;

/** Two plugins in a real server that call their meters as badly as one can. */
class RudeMetersTest {

  private static final String GAS =
      """
      package acme;
      import java.time.Duration;
      import java.util.List;
      import org.muscat.spi.*;
      import org.muscat.spi.meter.Meters;
      public class Gas implements MuscatPlugin {
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of(id(), "Rude", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }
        String id() { return "gas"; }
        void tell(Meters meters) {
          meters.gauge("price_rows", 7);
          meters.count("price", 7);
          meters.gauge("total", 1);
          meters.gauge("created", 1);
          meters.gauge("not_a_number", Double.NaN);
          meters.gauge("endless", Double.NEGATIVE_INFINITY);
          meters.count("shrinking", -1);
          meters.gauge("Bad-Name", 1);
          meters.gauge("", 1);
          meters.gauge(null, 1);
          meters.gauge("n".repeat(100_000), 1);
          meters.gauge("labels", 1, "odd");
          meters.gauge("labels", 1, "a", "x", "a", "y");
          meters.gauge("labels", 1, "feed", "mine");
          meters.gauge("labels", 1, "__name__", "up");
          meters.gauge("labels", 1, "l".repeat(100_000), "x");
          meters.gauge("labels", 1, "a", "v".repeat(100_000));
          meters.gauge("halves", 1, "a", "\\ud800");
          meters.gauge("halves", 2, "a", "\\ud801");
          meters.gauge("odd_text", 1, "a", "quote \\" backslash \\\\ newline \\n end # EOF");
          for (int i = 0; i < 100_000; i++) {
            meters.count("flood", 1, "i", "i" + i);
          }
        }
        public List<FeedProvider<?>> feeds() { return List.of(new Provider(this)); }
        public record None() {}
        record Provider(Gas plugin) implements FeedProvider<None> {
          public FeedDescriptor descriptor() {
            return FeedDescriptor.of(plugin.id(), "Rude", "nowhere", Duration.ofDays(1), "none");
          }
          public Class<None> configType() { return None.class; }
          public Feed create(None config, FeedContext context) {
            return request -> {
              plugin.tell(context.meters());
              return Batch.last(List.of(), List.of(), "1");
            };
          }
        }
      }
      """;

  private static final String GAS_PRICE =
      """
      package acme;
      import org.muscat.spi.meter.Meters;
      public class GasPrice extends Gas {
        String id() { return "gas-price"; }
        void tell(Meters meters) {
          meters.count("rows", 9);
          meters.gauge("rows", 9, "hub", "ttf");
          meters.gauge("total", 9);
          meters.gauge("created", 9);
          meters.gauge("fine", 9);
        }
      }
      """;

  @TempDir static Path folder;

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    Home home = Home.in(folder);
    Files.write(home.plugins().resolve("gas.jar"), TestPluginJar.compile("acme.Gas", GAS));
    String both =
        GAS_PRICE.replace("package acme;\n", "")
            + GAS.replaceFirst("package acme;\n", "").replace("public class Gas ", "class Gas ");
    Files.write(
        home.plugins().resolve("gas-price.jar"),
        TestPluginJar.compile("acme.GasPrice", merged(both)));
    home.options(
        """
        feeds:
          - {id: a, feed: gas, every: PT1H}
          - {id: b, feed: gas-price, every: PT1H}
        """);
    server = Running.start(home.open(), Clock.systemUTC()).ready();
    await()
        .until(
            () ->
                server.get("/metrics").body().contains("muscat_feed_up{feed=\"a\"} 1")
                    && server.get("/metrics").body().contains("muscat_feed_up{feed=\"b\"} 1"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldLeaveThePageReadable() {
    PromText page = PromText.parse(server.get("/metrics").body());

    // The jar of gas-price is loaded first.
    assertThat(page.value("muscat_x_gas_price_rows_total{feed=b}")).isEqualTo(9);
    assertThat(page.series("muscat_x_gas_price_rows")).hasSize(1);
    assertThat(page.value("muscat_x_gas_price_total{feed=a}")).isEqualTo(7);
    assertThat(page.value("muscat_x_gas_price_fine{feed=b}")).isEqualTo(9);
    assertThat(page.series("muscat_x_")).hasSize(100 + 1).allMatch(it -> it.length() < 300);
    assertThat(page.value("muscat_series_dropped_total{plugin=gas}")).isGreaterThan(99_000);
    assertThat(page.value("muscat_series_dropped_total{plugin=gas-price}")).isEqualTo(3);
    assertThat(page.value("muscat_exported_series")).isEqualTo(page.series("").size());
  }

  @Test
  void shouldTellEachFamilyOnceInOpenMetrics() {
    List<String> lines =
        server.get("/metrics", "Accept", "application/openmetrics-text").body().lines().toList();
    List<String> families = new ArrayList<>();
    List<String> series = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("# TYPE ")) {
        families.add(line.split(" ")[2]);
      } else if (!line.startsWith("#")) {
        series.add(line.substring(0, line.lastIndexOf(' ')));
      }
    }

    assertThat(families).doesNotHaveDuplicates().contains("muscat_x_gas_price");
    assertThat(series).doesNotHaveDuplicates();
    assertThat(series).noneMatch(it -> it.startsWith("muscat_x_gas_price_created"));
    assertThat(lines).last().isEqualTo("# EOF");
    assertThat(lines).filteredOn(line -> line.equals("# EOF")).hasSize(1);
  }

  @Test
  void shouldTellEachFamilyOnceInProtocolBuffers() {
    byte[] page =
        server
            .bytes(
                "/metrics",
                "Accept",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                    + "encoding=delimited")
            .body();

    assertThat(ProtobufPage.families(page))
        .doesNotHaveDuplicates()
        .contains("muscat_x_gas_price_rows_total", "muscat_x_gas_flood_total");
  }

  /** One source has its imports first. */
  private static String merged(String source) {
    List<String> imports =
        source.lines().filter(line -> line.startsWith("import ")).distinct().toList();
    String rest =
        String.join("\n", source.lines().filter(line -> !line.startsWith("import ")).toList());
    return "package acme;\n" + String.join("\n", imports) + "\n" + rest + "\n";
  }
}
