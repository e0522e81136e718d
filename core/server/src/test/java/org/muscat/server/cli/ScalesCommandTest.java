package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.TestPluginJar;
import org.muscat.store.Store;

/** {@code muscat scales}. */
class ScalesCommandTest {

  private static final String PLUGIN =
      """
      package gauges;
      import java.time.*;
      import java.util.*;
      import org.muscat.spi.*;
      public final class Gauges implements MuscatPlugin {
        public record None() {}
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of(
              "gauges", "Gauges", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }
        public List<IndicatorProvider<?>> indicators() {
          return List.of(
              new Level("rising", Scale.logistic(10, 50)),
              new Level("falling", Scale.logistic(50, 10)),
              new Level("unknown", Scale.logistic(10, 50)),
              new Tide());
        }
        public record Port(@Option(doc = "Which.") String port) {}
        /** Its scale depends on the port. */
        record Tide() implements IndicatorProvider<Port> {
          public IndicatorDescriptor descriptor() {
            Calibration window =
                new Calibration(
                    4,
                    Calibration.Origin.PERCENTILES,
                    LocalDate.of(2022, 1, 2),
                    LocalDate.of(2022, 3, 1));
            return IndicatorDescriptor.of(
                    "tide", "Tide", Role.PILLAR, "m", Scale.logistic(1, 2), uncertainty(7), "none")
                .calibratedFor(
                    List.of(
                        new CalibratedCase("tide/level", Map.of("port", "level"), window),
                        new CalibratedCase("tide/twice", Map.of("port", "twice"), window),
                        new CalibratedCase("tide/nowhere", Map.of("harbour", "x"), window)));
          }
          private static Uncertainty uncertainty(double spread) {
            return new Uncertainty(1, spread, Duration.ofDays(1), Duration.ofDays(9));
          }
          public Class<Port> configType() { return Port.class; }
          public Scale scale(Port config) {
            return config.port().equals("twice") ? Scale.logistic(20, 100) : Scale.logistic(10, 50);
          }
          public Uncertainty uncertainty(Port config) {
            return uncertainty(config.port().equals("twice") ? 11 : 12);
          }
          public Inputs inputs(Port config) {
            return Inputs.none().with("test/" + config.port(), Duration.ofDays(30));
          }
          public Indicator create(Port config) {
            return known -> {
              Series level = known.series("test/" + config.port());
              return level.isEmpty()
                  ? new NoData("no tide is known")
                  : Measured.of(level.lastValue(), level.lastTime());
            };
          }
        }
        record Level(String id, Scale scale) implements IndicatorProvider<None> {
          public IndicatorDescriptor descriptor() {
            return IndicatorDescriptor.of(
                    id, "Level", Role.PILLAR, "m", scale,
                    new Uncertainty(1, 10, Duration.ofDays(1), Duration.ofDays(9)), "none")
                .calibratedBy(
                    new Calibration(
                        4,
                        Calibration.Origin.PERCENTILES,
                        LocalDate.of(2022, 1, 2),
                        LocalDate.of(2022, 3, 1)));
          }
          public Class<None> configType() { return None.class; }
          public Inputs inputs(None config) {
            return Inputs.none()
                .with(id.equals("unknown") ? "test/unknown" : "test/level", Duration.ofDays(30));
          }
          public Indicator create(None config) {
            return known -> {
              Series level = known.series(id.equals("unknown") ? "test/unknown" : "test/level");
              return level.isEmpty()
                  ? new NoData("no level is known")
                  : Measured.of(level.lastValue(), level.lastTime());
            };
          }
        }
      }
      """;

  private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
    Files.write(
        home.plugins().resolve("gauges.jar"), TestPluginJar.compile("gauges.Gauges", PLUGIN));
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      // 0 lies before the window, 60 and more behind it
      Home.points(store, "test/level", FIRST, IntStream.range(0, 90).asDoubleStream().toArray());
      Home.points(
          store, "test/twice", FIRST, IntStream.range(0, 90).mapToDouble(x -> 2 * x).toArray());
    }
  }

  @Test
  void shouldComputeTheAnchorsFromTheReadingsInsideTheWindow() throws IOException {
    assertThat(run("--indicator", "rising", "--json")).isZero();

    JsonNode rising = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(rising.get("readings").asInt()).isEqualTo(59);
    assertThat(rising.at("/given/calm").asDouble()).isEqualTo(10);
    assertThat(rising.at("/given/stressed").asDouble()).isEqualTo(50);
    assertThat(rising.at("/computed/calm").asDouble()).isCloseTo(6.8, within(1e-12));
    assertThat(rising.at("/computed/stressed").asDouble()).isCloseTo(53.2, within(1e-12));
    assertThat(rising.at("/computed/sigma").asDouble()).isCloseTo(sigma(10, 50), within(1e-9));
    assertThat(rising.get("note").asText()).isEmpty();
  }

  @Test
  void shouldPutTheCalmAnchorOfAFallingScaleAbove() throws IOException {
    run("--indicator", "falling", "--json");

    JsonNode falling = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(falling.at("/computed/calm").asDouble()).isCloseTo(53.2, within(1e-12));
    assertThat(falling.at("/computed/stressed").asDouble()).isCloseTo(6.8, within(1e-12));
  }

  @Test
  void shouldShowAllThatNameAWindowAndSayWhyOneHasNoFigures() throws IOException {
    assertThat(run()).isZero();

    assertThat(out.toString())
        .containsSubsequence("falling", "rising", "unknown")
        .contains("2022-01-02..2022-03-01")
        .containsPattern("rising .* 59 +10.000 / 6.8000 +50.000 / 53.200")
        .contains("no level is known");
  }

  @Test
  void shouldRefuseWhereTheStoreGivesNothing() throws IOException {
    assertThat(run("--indicator", "unknown")).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void shouldNameTheIndicatorsThatCanBeAskedFor() throws IOException {
    assertThat(run("--indicator", "last-value")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .contains("no indicator 'last-value' says where its scale comes from")
        .contains("[falling, rising, tide, unknown]");
  }

  @Test
  void shouldComputeTheScaleOfEachCase() throws IOException {
    assertThat(run("--indicator", "tide", "--json")).isZero();

    JsonNode cases = new ObjectMapper().readTree(out.toString());
    assertThat(cases.get(0).get("indicator").asText()).isEqualTo("tide/level");
    assertThat(cases.get(0).at("/options/port").asText()).isEqualTo("level");
    assertThat(cases.get(0).at("/given/stressed").asDouble()).isEqualTo(50);
    assertThat(cases.get(0).at("/given/sigma").asDouble()).isEqualTo(12);
    assertThat(cases.get(0).at("/computed/stressed").asDouble()).isCloseTo(53.2, within(1e-12));
    assertThat(cases.get(1).at("/given/stressed").asDouble()).isEqualTo(100);
    assertThat(cases.get(1).at("/given/sigma").asDouble()).isEqualTo(11);
    assertThat(cases.get(1).at("/computed/stressed").asDouble()).isCloseTo(106.4, within(1e-12));
  }

  @Test
  void shouldSayWhyACaseCannotBeMade() throws IOException {
    run("--indicator", "tide", "--json");

    JsonNode broken = new ObjectMapper().readTree(out.toString()).get(2);
    assertThat(broken.get("indicator").asText()).isEqualTo("tide/nowhere");
    assertThat(broken.get("given").isNull()).isTrue();
    assertThat(broken.get("computed").isNull()).isTrue();
    assertThat(broken.get("note").asText()).contains("harbour");
  }

  /** Of the risks of 1 to 59, worked out anew. */
  private static double sigma(double calm, double stressed) {
    double[] risks =
        IntStream.rangeClosed(1, 59)
            .mapToDouble(
                x -> 100 / (1 + Math.pow(81, -(x - (calm + stressed) / 2) / (stressed - calm))))
            .toArray();
    double mean = IntStream.range(0, 59).mapToDouble(i -> risks[i]).sum() / 59;
    return Math.sqrt(
        IntStream.range(0, 59).mapToDouble(i -> Math.pow(risks[i] - mean, 2)).sum() / 58);
  }

  private int run(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "scales",
                "--config",
                home.config().toString(),
                "--plugins",
                home.plugins().toString(),
                "--data",
                home.data().toString()));
    arguments.addAll(List.of(more));
    return MuscatCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }
}
