package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.host.bytecode.ClassPath;
import org.muscat.host.bytecode.LinkCheck;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.host.load.Candidate;

/** The plugins of earlier releases, as they were shipped. */
class OldPluginsTest {

  private static final Path RELEASES = Path.of("..", "..", "compatibility", "plugins");

  static List<Path> releases() throws IOException {
    return foldersIn(RELEASES);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void shouldLoadThePluginsOfARelease(Path release) throws IOException {
    try (LoadedPlugins plugins = PluginLoader.load(release, HostSettings.of(Readings.PATIENT))) {
      assertThat(plugins.verdicts())
          .hasSameSizeAs(foldersIn(release))
          .allSatisfy(verdict -> assertThat(verdict.status()).isEqualTo(Status.ACTIVE));
      assertThat(plugins.indicatorIds()).isNotEmpty();
      assertThat(plugins.feedIds()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void shouldFindThatTheirCodeFits(Path release) throws Exception {
    for (Candidate candidate : Candidate.in(release)) {
      try (ClassPath classPath = ClassPath.open(candidate.classPath())) {
        assertThat(LinkCheck.of(classPath)).as(candidate.name()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void shouldBindEachIndicatorOrSayWhichOptionItNeeds(Path release) throws IOException {
    try (LoadedPlugins plugins = PluginLoader.load(release, HostSettings.of(Readings.PATIENT))) {
      for (String id : plugins.indicatorIds()) {
        IndicatorHandle indicator = plugins.indicator(id).orElseThrow();
        List<String> required =
            indicator.options().stream()
                .filter(OptionDescriptor::required)
                .map(OptionDescriptor::name)
                .toList();
        Problems problems = new Problems();

        boolean bound =
            indicator
                .bind(ConfigNode.emptyMapping(new Place("model.yaml", 1, "")), problems)
                .isPresent();

        assertThat(bound).as(id).isEqualTo(required.isEmpty());
        assertThat(problems.all())
            .as(id)
            .extracting(Problem::message)
            .allSatisfy(
                message ->
                    assertThat(required).anySatisfy(name -> assertThat(message).contains(name)))
            .hasSameSizeAs(required);
      }
    }
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    }
  }
}
