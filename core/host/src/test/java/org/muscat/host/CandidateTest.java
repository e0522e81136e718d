package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.load.Candidate;

class CandidateTest {

  private final Path folder;

  CandidateTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldTakeAFolderOfClasses() throws IOException {
    Path classes = folder.resolve("work/target/classes");
    unpack(PluginJar.of("one", PluginSource.good("One", "one", "first")).in(folder), classes);

    assertThat(idsOf(Candidate.of(classes))).containsExactly("first");
  }

  @Test
  void shouldTakeClassesBesideTheJarsThatTheyNeed() throws IOException {
    Path classes = folder.resolve("classes");
    PluginJar plugin =
        PluginJar.of(
                "one",
                PluginSource.good("One", "one", "first").members("Object h = new lib.Help();"))
            .source("lib.Help", "package lib; public class Help {}")
            .without("lib.Help");
    unpack(plugin.in(folder), classes);
    Path help =
        PluginJar.named("help").source("lib.Help", "package lib; public class Help {}").in(folder);

    Candidate candidate = Candidate.ofClasses(folder, List.of(classes, help));

    assertThat(idsOf(candidate)).containsExactly("first");
  }

  @Test
  void shouldTakeOneJar() throws IOException {
    Path jar = PluginJar.of("one", PluginSource.good("One", "one", "first")).in(folder);

    assertThat(Candidate.of(jar)).isEqualTo(new Candidate(jar, List.of(jar)));
  }

  @Test
  void shouldSayThatThereIsNothing() {
    Path missing = folder.resolve("missing.jar");

    assertThatThrownBy(() -> Candidate.of(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing.toString());
  }

  @Test
  void shouldSayThatAFolderHoldsNoPlugin() {
    assertThatThrownBy(() -> Candidate.of(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder + " is no plugin")
        .hasMessageContaining("META-INF/services/org.muscat.spi.MuscatPlugin");
  }

  private static Iterable<String> idsOf(Candidate candidate) {
    try (LoadedPlugins plugins =
        PluginLoader.load(List.of(candidate), HostSettings.of(Readings.PATIENT))) {
      return List.copyOf(plugins.indicatorIds());
    }
  }

  private static void unpack(Path jar, Path target) throws IOException {
    try (FileSystem archive = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(archive.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(file.toString().substring(1));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
