package org.muscat.server.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project of a plugin with one indicator, as an author would have it. Nothing built it yet. */
final class Project {

  private static final String SOURCE =
      """
      package acme;

      import java.time.Duration;
      import java.util.List;
      import org.muscat.spi.*;

      public final class GaugePlugin implements MuscatPlugin {

        public record Config(@Option($OPTION) double times) {}

        public GaugePlugin() {
          $CONSTRUCTOR
        }

        @Override
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of("gauge", "A gauge", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }

        @Override
        public List<IndicatorProvider<?>> indicators() {
          return List.of(new Gauge());
        }

        static final class Gauge implements IndicatorProvider<Config> {
          @Override
          public IndicatorDescriptor descriptor() {
            return IndicatorDescriptor.of(
                "gauge", "A gauge", Role.PILLAR, "ratio", Scale.linear(0, 0, 100, 100),
                new Uncertainty(1, 10, Duration.ofDays(1), Duration.ofDays(9)), "none");
          }

          @Override
          public Class<Config> configType() {
            return Config.class;
          }

          @Override
          public Inputs inputs(Config config) {
            return Inputs.none();
          }

          @Override
          public Indicator create(Config config) {
            return known -> {
              $READ
            };
          }
        }
      }
      """;

  private final Path folder;
  private String option = "doc = \"a factor\", defaultValue = \"1\"";
  private String constructor = "";
  private String read = "";

  private Project(Path folder) {
    this.folder = folder;
  }

  /** A sound project in an empty folder; its indicator reads this value. */
  static Project in(Path folder, int value) throws IOException {
    Project project = new Project(folder);
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Path services = folder.resolve("src/main/resources/META-INF/services");
    Files.createDirectories(services);
    Files.writeString(services.resolve("org.muscat.spi.MuscatPlugin"), "acme.GaugePlugin\n");
    project.reads("return Measured.of(" + value + " * config.times(), known.asOf());");
    return project;
  }

  /** Gives the indicator another body. */
  void reads(String body) throws IOException {
    constructor = "";
    read = body;
    write();
  }

  /** Declares its only option, {@code times}, with these attributes. */
  void option(String attributes) throws IOException {
    option = attributes;
    write();
  }

  /** Gives the plugin a constructor with this body. */
  void constructor(String body) throws IOException {
    constructor = body;
    write();
  }

  /** Writes src/dev/model.yaml with these options of the indicator. */
  void model(String options) throws IOException {
    Path own = Files.createDirectories(folder.resolve("src/dev"));
    Files.writeString(
        own.resolve("model.yaml"),
        """
        model: dev
        version: 1
        minimum-live: 1
        theatres: [{id: dev}]
        pillars:
          dev:
            weight: 1
            indicators:
              gauge: {config: {%s}}
        """
            .formatted(options));
  }

  DevSettings settings() throws IOException {
    Workplace workplace = Workplace.at(folder);
    return new DevSettings(workplace, workplace.defaultData(), 0, true);
  }

  private void write() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src/main/java/acme"));
    Files.writeString(
        sources.resolve("GaugePlugin.java"),
        SOURCE
            .replace("$OPTION", option)
            .replace("$CONSTRUCTOR", constructor)
            .replace("$READ", read));
  }

  /** The line of the source that holds a text, from 1. */
  int line(String text) throws IOException {
    Path source = folder.resolve("src/main/java/acme/GaugePlugin.java");
    return Files.readAllLines(source).stream()
            .takeWhile(line -> !line.contains(text))
            .toList()
            .size()
        + 1;
  }
}
