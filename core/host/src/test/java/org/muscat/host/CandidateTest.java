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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.load.Candidate;

class CandidateTest {

  private static final String NO_JAR = "the folder holds no jar; folders in it are not looked into";

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

  @Test
  void shouldTakeAJarWhateverTheCaseOfItsSuffix() throws IOException {
    Path jar = PluginJar.of("one", PluginSource.good("One", "one", "first")).in(folder);
    Files.move(jar, folder.resolve("ONE.JAR"));

    try (LoadedPlugins plugins = load(Isolation.HOST)) {
      assertThat(plugins.indicatorIds()).containsExactly("first");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldTellOfAFolderWhoseJarsLieDeeper(boolean process) throws IOException {
    Path deeper = Files.createDirectories(folder.resolve("one/lib"));
    PluginJar.of("one", PluginSource.good("One", "one", "first")).in(deeper);
    Files.createDirectory(folder.resolve("empty"));

    try (LoadedPlugins plugins = load(process ? Isolation.process(32) : Isolation.HOST)) {
      assertThat(plugins.verdicts())
          .singleElement()
          .satisfies(
              verdict -> {
                assertThat(verdict.plugin()).isEqualTo("one");
                assertThat(verdict.code()).isEqualTo("P103");
                assertThat(verdict.cause()).isEqualTo(NO_JAR);
                assertThat(verdict.fix()).startsWith("Put the jars of the plugin directly into");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldTellOfALinkThatLeadsNowhere(boolean process) throws IOException {
    PluginJar.of("one", PluginSource.good("One", "one", "first")).in(folder);
    Path link = Files.createSymbolicLink(folder.resolve("two.jar"), folder.resolve("gone.jar"));

    try (LoadedPlugins plugins = load(process ? Isolation.process(32) : Isolation.HOST)) {
      assertThat(plugins.indicatorIds()).containsExactly("first");
      assertThat(plugins.verdicts().get(1).plugin()).isEqualTo("two");
      assertThat(plugins.verdicts().get(1).code()).isEqualTo("P102");
      assertThat(plugins.verdicts().get(1).cause()).isEqualTo(link + ": it is no file");
    }
  }

  @Test
  void shouldTellAFewOfManyClassesThatAreMissing() throws IOException {
    PluginJar jar = PluginJar.of("one", PluginSource.good("One", "one", "first"));
    for (int i = 0; i < 1_000; i++) {
      jar.service("acme.Missing" + i);
    }
    jar.in(folder);

    try (LoadedPlugins plugins = load(Isolation.HOST)) {
      List<Verdict> rejected =
          plugins.verdicts().stream()
              .filter(verdict -> verdict.status() == Status.REJECTED)
              .toList();
      assertThat(rejected).hasSize(5).extracting(Verdict::code).containsOnly("P110");
      assertThat(rejected)
          .extracting(Verdict::cause)
          .filteredOn(
              cause ->
                  cause.endsWith("; and 95 more, at least, of its service file cannot be made"))
          .hasSize(1);
    }
  }

  private LoadedPlugins load(Isolation isolation) throws IOException {
    return PluginLoader.load(folder, new HostSettings(Readings.PATIENT, Map.of(), isolation));
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
