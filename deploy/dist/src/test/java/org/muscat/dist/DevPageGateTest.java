package org.muscat.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code muscat dev} in a browser: nobody takes it for a real score. */
@Tag("gates")
class DevPageGateTest {

  private static final String PLUGIN =
      """
      import java.time.Duration;
      import java.time.Instant;
      import java.util.List;
      import org.muscat.spi.*;
      public class Tide implements MuscatPlugin {
        public record Config() {}
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of("tide", "Tide", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }
        public List<FeedProvider<?>> feeds() { return List.of(new Gauge()); }
        public List<IndicatorProvider<?>> indicators() { return List.of(new Height()); }
        static class Gauge implements FeedProvider<Config> {
          public FeedDescriptor descriptor() {
            return FeedDescriptor.of("gauge", "A gauge", "made up", Duration.ofDays(1), "none");
          }
          public Class<Config> configType() { return Config.class; }
          public Feed create(Config config, FeedContext context) {
            return request -> Batch.last(
                List.of(Observation.point("tide/height", context.clock().instant(), 2)), List.of(), "1");
          }
        }
        static class Height implements IndicatorProvider<Config> {
          public IndicatorDescriptor descriptor() {
            return IndicatorDescriptor.of("height", "Height", Role.PILLAR, "m", Scale.logistic(1.0, 3.0),
                new Uncertainty(3, 25, Duration.ofDays(1), Duration.ofDays(10)), "an example");
          }
          public Class<Config> configType() { return Config.class; }
          public Inputs inputs(Config config) { return Inputs.none().with("tide/height", Duration.ofDays(30)); }
          public Indicator create(Config config) {
            return known -> {
              Series heights = known.series("tide/height");
              if (heights.size() == 0) return new NoData("no height yet");
              READ
            };
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void shouldSayDevAboveEverythingElse() throws IOException {
    check("return Measured.of(heights.lastValue(), heights.lastTime());");
  }

  @Test
  void shouldSayWhatIsWrongWithThePlugin() throws IOException {
    check("throw new IllegalStateException(\"the gauge is broken\");", "the gauge is broken");
  }

  private void check(String read, String... problem) throws IOException {
    Path jar = Files.createDirectories(folder.resolve("lib")).resolve("tide.jar");
    PluginCompiler.jar(jar, "Tide", PLUGIN.replace("READ", read));
    try (MuscatProcess muscat =
        MuscatProcess.listening(
            folder,
            "dev",
            "--plugin",
            jar.toString(),
            "--data",
            folder.resolve("data").toString())) {
      String[] arguments = new String[problem.length + 1];
      arguments[0] = "tide";
      System.arraycopy(problem, 0, arguments, 1, problem.length);
      Browser.check("dev", muscat.url(), arguments);
    }
  }
}
