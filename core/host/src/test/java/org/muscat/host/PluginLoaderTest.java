package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.slf4j.LoggerFactory;

class PluginLoaderTest {

  private final Path folder;

  PluginLoaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldLoadAJarAndAFolderOfJars() throws IOException {
    PluginJar.of("one", PluginSource.good("One", "one", "first")).in(folder);
    PluginJar.of(
            "two",
            PluginSource.good("Two", "two", "second").members("lib.Help help = new lib.Help();"))
        .source("lib.Help", "package lib; public class Help {}")
        .without("lib.Help")
        .in(folder.resolve("two"));
    PluginJar.named("help")
        .source("lib.Help", "package lib; public class Help {}")
        .in(folder.resolve("two"));

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts())
          .containsExactly(
              active("one", folder.resolve("one.jar")), active("two", folder.resolve("two")));
      assertThat(plugins.indicatorIds()).containsExactly("first", "second");
    }
  }

  @Test
  void shouldOfferNothingOfAnEmptyFolder() throws IOException {
    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts()).isEmpty();
      assertThat(plugins.indicator("oil-fear")).isEmpty();
      assertThat(plugins.feed("drop")).isEmpty();
    }
  }

  @Test
  void shouldRefuseAFolderThatIsNotThere() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> PluginLoader.load(missing))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void shouldPassOverWhatIsNotAPlugin() throws IOException {
    Files.writeString(folder.resolve("README.txt"), "plugins go here");
    Files.writeString(folder.resolve(".hidden.jar"), "not a jar");
    Files.createDirectories(folder.resolve("empty"));
    PluginJar.of("good", PluginSource.good("Good", "good", "fine")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts()).extracting(Verdict::plugin).containsExactly("good");
    }
  }

  @Test
  void shouldLogEachVerdictOnce() throws IOException {
    Logger logger = (Logger) LoggerFactory.getLogger(VerdictLog.class);
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    logger.addAppender(events);
    PluginJar.of("good", PluginSource.good("Good", "good", "fine")).in(folder);
    Files.writeString(folder.resolve("text.jar"), "not a jar");

    PluginLoader.load(folder).close();

    logger.detachAppender(events);
    assertThat(events.list)
        .extracting(event -> event.getLevel() + " " + event.getKeyValuePairs().get(1))
        .containsExactly("INFO plugin=\"good\"", "WARN plugin=\"text\"");
  }

  @Test
  void shouldLoadAGoodProviderAfterABadOneOfTheSameJar() throws IOException {
    PluginJar.named("both")
        .plugin(PluginSource.of("Bad", "bad").members("Bad() {}"))
        .plugin(PluginSource.good("Better", "better", "fine"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts())
          .extracting(verdict -> verdict.plugin() + " " + verdict.status())
          .containsExactly("better ACTIVE", "both REJECTED");
    }
  }

  @Test
  void shouldRestoreTheContextClassLoader() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.good("Bad", "bad", "worse")
                .members("{ Thread.currentThread().setContextClassLoader(null); }"))
        .in(folder);
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    PluginLoader.load(folder).close();

    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  private static Verdict active(String id, Path location) {
    return new Verdict(id, location.toString(), "1.0", Status.ACTIVE, "", "", "");
  }
}
