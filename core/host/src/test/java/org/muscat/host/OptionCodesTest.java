package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;

/** The codes of what can be wrong with the options of a plugin, each from a real jar. */
class OptionCodesTest {

  private static final String PLUGIN =
      """
      package acme;
      import java.time.*;
      import java.util.*;
      import org.muscat.spi.*;
      import org.muscat.spi.config.Secret;
      public final class Keyed implements MuscatPlugin {
        public record Config(
            @Option(doc = "number of days", defaultValue = "7", min = 1, formerNames = "days")
                int window,
            @Option(doc = "the key of the account") Optional<Secret> key) {}
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of(
              "keyed", "Keyed", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }
        public List<IndicatorProvider<?>> indicators() {
          return List.of(new Provider());
        }
        static final class Provider implements IndicatorProvider<Config> {
          public IndicatorDescriptor descriptor() {
            return IndicatorDescriptor.of(
                "level", "Level", Role.PILLAR, "ratio", Scale.linear(0, 0, 1, 100),
                new Uncertainty(1, 10, Duration.ofDays(1), Duration.ofDays(9)), "none");
          }
          public Class<Config> configType() { return Config.class; }
          public Inputs inputs(Config config) { return Inputs.none(); }
          public Indicator create(Config config) {
            return known -> new NoData("nothing is known");
          }
        }
      }
      """;

  private final Problems problems = new Problems();
  private final Path folder;

  OptionCodesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldTellAnUnknownOption() throws IOException {
    assertThat(bind("windw: 3")).isEmpty();

    assertThat(told())
        .isEqualTo("window.yaml:1: windw: unknown option 'windw', did you mean 'window'? [P201]");
  }

  @Test
  void shouldTellABadValue() throws IOException {
    assertThat(bind("window: 0")).isEmpty();

    assertThat(told())
        .isEqualTo("window.yaml:1: window: 0 is less than the smallest allowed, 1 [P202]");
  }

  @Test
  void shouldTellASecretThatIsNotThere() throws IOException {
    assertThat(bind("key: ${env:MUSCAT_NO_SUCH_KEY}")).isEmpty();

    assertThat(told()).startsWith("window.yaml:1: key: the variable MUSCAT_NO_SUCH_KEY");
    assertThat(told()).endsWith("[P203]");
  }

  @Test
  void shouldWarnOfAFormerName() throws IOException {
    assertThat(bind("days: 3").orElseThrow().config()).isEqualTo("{window: 3, key: ~}");

    assertThat(problems.warnings()).hasSize(1);
  }

  private String told() {
    assertThat(problems.all()).hasSize(1);
    Problem problem = problems.all().get(0);
    return problem.toString();
  }

  private Optional<BoundIndicator> bind(String yaml) throws IOException {
    PluginJar.named("keyed").source("acme.Keyed", PLUGIN).service("acme.Keyed").in(folder);
    ConfigNode node = ConfigReader.parse("window.yaml", yaml, problems).orElseThrow();
    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      return plugins.indicator("level").orElseThrow().bind(node, problems);
    }
  }
}
