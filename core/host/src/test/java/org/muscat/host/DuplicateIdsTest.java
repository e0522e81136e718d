package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;

class DuplicateIdsTest {

  private final Path folder;

  DuplicateIdsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldRejectBothOfTwoPluginsWithOneId() throws IOException {
    Path first = PluginJar.of("a", PluginSource.good("A", "same", "first")).in(folder);
    Path second = PluginJar.of("b", PluginSource.good("B", "same", "second")).in(folder);
    PluginJar.of("good", PluginSource.good("Good", "good", "fine")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts()).extracting(Verdict::code).containsExactly("P104", "P104", "");
      assertThat(plugins.verdicts().get(0).cause())
          .isEqualTo("the plugin id 'same' is offered by " + first + " and by " + second);
      assertThat(plugins.indicatorIds()).containsExactly("fine");
    }
  }

  @Test
  void shouldRejectBothOfTwoPluginsWithOneIndicator() throws IOException {
    PluginJar.of("a", PluginSource.good("A", "a", "same")).in(folder);
    PluginJar.of("b", PluginSource.good("B", "b", "same")).in(folder);
    PluginJar.of("good", PluginSource.good("Good", "good", "fine")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts()).extracting(Verdict::code).containsExactly("P104", "P104", "");
      assertThat(plugins.verdicts()).extracting(Verdict::plugin).containsExactly("a", "b", "good");
      assertThat(plugins.verdicts().get(0).cause())
          .contains("indicator id 'same'", "a.jar", "b.jar");
    }
  }

  @Test
  void shouldRejectBothOfTwoPluginsWithOneFeed() throws IOException {
    PluginJar.of("a", PluginSource.of("A", "a").feed("same", "return null;")).in(folder);
    PluginJar.of("b", PluginSource.of("B", "b").feed("same", "return null;")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts()).extracting(Verdict::code).containsExactly("P104", "P104");
      assertThat(plugins.feedIds()).isEmpty();
    }
  }

  @Test
  void shouldNotRejectAPluginForAnIdOfOneThatIsRejectedAlready() throws IOException {
    PluginJar.of("a", PluginSource.good("A", "same", "fine")).in(folder);
    PluginJar.of("b", PluginSource.good("B", "same", "other")).in(folder);
    PluginJar.of("good", PluginSource.good("Good", "good", "fine")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.indicatorIds()).containsExactly("fine");
    }
  }
}
