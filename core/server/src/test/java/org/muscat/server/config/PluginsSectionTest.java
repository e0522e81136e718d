package org.muscat.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.GuardSettings;
import org.muscat.host.HostSettings;
import org.muscat.host.Isolation;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.ConfigCheck;
import org.muscat.server.runtime.Session;

class PluginsSectionTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();

  @Test
  void shouldBePatientByDefaultAndRunPluginsInTheHost() throws IOException {
    PluginsConfig plugins = read("models: [a]");

    assertThat(plugins.host()).isEqualTo(HostSettings.defaults());
    assertThat(plugins.onReject()).isEqualTo(MuscatYaml.OnReject.CONTINUE);
  }

  @Test
  void shouldReadEverything() throws IOException {
    PluginsConfig plugins =
        read(
            """
            models: [a]
            plugins:
              on-reject: fail
              isolation: process
              heap: 100
              create-deadline: PT1S
              read-deadline: PT2S
              close-deadline: PT3S
              grace: PT4S
              threads: 7
              settings:
                energy: {heap: 128}
                quick: {isolation: host}
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(plugins.onReject()).isEqualTo(MuscatYaml.OnReject.FAIL);
    assertThat(plugins.host())
        .isEqualTo(
            new HostSettings(
                new GuardSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4))
                    .withThreads(7),
                Map.of("energy", Isolation.process(128), "quick", new Isolation(false, 100)),
                Isolation.process(100)));
  }

  @Test
  void shouldTellWhatIsWrong() throws IOException {
    read(
        """
        models: [a]
        plugins:
          on-reject: stop
          heap: 0
          grace: soon
          threads: -1
          settings: {energy: {isolated: yes}}
        """);

    assertThat(problems.all())
        .extracting(Problem::line, Problem::path)
        .containsExactlyInAnyOrder(
            tuple(3, "plugins.on-reject"),
            tuple(4, "plugins.heap"),
            tuple(5, "plugins.grace"),
            tuple(6, "plugins.threads"),
            tuple(7, "plugins.settings.energy.isolated"));
  }

  @Test
  void shouldStartWithoutAPluginThatIsRejected() throws IOException {
    Home home = withABadPlugin();

    try (Session session = home.open()) {
      assertThat(session.plugins().verdicts()).extracting("code").contains("P102");
    }
  }

  @Test
  void shouldNotStartWithAPluginThatIsRejectedIfToldSo() throws IOException {
    Home home = withABadPlugin().options("plugins: {on-reject: fail}\n");

    assertThatThrownBy(home::open)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("muscat.yaml:2: plugins.on-reject: plugin 'bad' (")
        .hasMessageContaining("is rejected: ")
        .hasMessageContaining(". Copy the file again; ")
        .hasMessageContaining("[P102]");
  }

  @Test
  void shouldNotStartWithASettingOfAPluginThatIsNotThere() throws IOException {
    Home home = Home.in(folder).options("plugins:\n  settings: {acne: {isolation: process}}\n");

    assertThatThrownBy(home::open)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("muscat.yaml:3: plugins.settings.acne: ")
        .hasMessageContaining("has the name 'acne', did you mean 'acme'?");
  }

  @Test
  void shouldTellOfASettingOfAPluginThatIsNotThereWithoutAStart() throws IOException {
    Home home = Home.in(folder).options("plugins:\n  settings: {acne: {isolation: process}}\n");

    ConfigCheck check = ConfigCheck.of(home.config(), home.plugins(), home.data(), Map.of());

    assertThat(check.problems()).extracting(Problem::path).containsExactly("plugins.settings.acne");
  }

  @Test
  void shouldStartWithASettingOfAPluginThatIsRejected() throws IOException {
    Home home = withABadPlugin().options("plugins: {settings: {bad: {heap: 32}}}\n");

    try (Session session = home.open()) {
      assertThat(session.plugins().verdicts()).extracting("code").contains("P102");
    }
  }

  private Home withABadPlugin() throws IOException {
    Home home = Home.in(folder);
    Files.write(home.plugins().resolve("bad.jar"), "no archive".getBytes(StandardCharsets.UTF_8));
    return home;
  }

  private PluginsConfig read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("muscat.yaml"), yaml);
    return ServerConfig.read(file, folder, Map.of(), problems).plugins();
  }
}
