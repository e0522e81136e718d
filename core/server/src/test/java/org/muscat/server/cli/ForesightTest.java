package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.runtime.Installation;
import org.muscat.server.runtime.SessionAhead;

class ForesightTest {

  @TempDir private Path folder;

  @Test
  void shouldForeseeTheConfigurationAndThePluginsThatAreNamed() {
    Path config = folder.resolve("muscat.yaml");
    Path plugins = folder.resolve("plugins");

    assertThat(foresees(config, plugins, "score", "--config", "" + config, "--plugins=" + plugins))
        .isTrue();
    assertThat(foresees(plugins, config, "score", "--config", "" + config, "--plugins=" + plugins))
        .isFalse();
    assertThat(
            foresees(config, plugins, "explain", "--plugins", "" + plugins, "--config=" + config))
        .isTrue();
  }

  @Test
  void shouldForeseeThoseOfTheInstallationWhereNoneAreNamed() {
    Installation home = Installation.running();

    assertThat(foresees(home.defaultConfig(), home.plugins(), "score", "--model", "gulf")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "config check",
        "score --help",
        "score -h",
        "explain -V",
        "score @file",
        ""
      })
  void shouldForeseeNothingElse(String line) {
    assertThat(Foresight.of(line.isEmpty() ? new String[0] : line.split(" "))).isEmpty();
  }

  private static boolean foresees(Path config, Path plugins, String... arguments) {
    try (SessionAhead ahead = Foresight.of(arguments).orElseThrow()) {
      return ahead.isOf(config, plugins);
    }
  }
}
