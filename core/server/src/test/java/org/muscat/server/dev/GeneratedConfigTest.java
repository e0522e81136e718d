package org.muscat.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.spi.Option;
import org.muscat.spi.config.Secret;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class GeneratedConfigTest {

  record Config(
      @Option(doc = "a key", example = "${env:KEY}") Secret key,
      @Option(doc = "a title", example = "one, two: {three}") String title,
      @Option(doc = "a count", example = "3") int count,
      @Option(doc = "names", example = "[a, b]") List<String> names) {}

  @Test
  void shouldWriteExamplesThatMeanWhatTheySay() {
    String yaml = GeneratedConfig.config(OptionDescriptor.of(Config.class));

    assertThat(
            new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load("{id: x" + yaml + "}"))
        .hasToString(
            "{id=x, config={key=${env:KEY}, title=one, two: {three}, count=3, names=[a, b]}}");
  }
}
