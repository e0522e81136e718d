package org.muscat.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.muscat.testkit.Recorded;

/**
 * Every golden file is read by a test that passes. The tests named {@code Golden...Test} are run
 * here once more, by a launcher of their own, while {@link Golden} remembers the files it is asked
 * for; then the folder is walked. What is compared are files that were really opened, so neither a
 * file that is new nor a test that no longer reads one, is disabled or was deleted goes unseen,
 * also when this class is run alone. A scan of the sources for names would be fooled by all of the
 * last, and a listener at the end of the run by any selection of tests.
 */
class GoldenWalkTest {

  @Test
  void shouldFindNoGoldenFileThatNoTestReads() throws IOException {
    List<String> files = files(Recorded.golden(""));
    assertThat(files).isNotEmpty();

    Golden.forget();
    TestExecutionSummary summary = runGoldenTests();

    assertThat(summary.getFailures())
        .extracting(failure -> failure.getTestIdentifier() + ": " + failure.getException())
        .isEmpty();
    assertThat(summary.getTestsSucceededCount())
        .isPositive()
        .isEqualTo(summary.getTestsFoundCount());
    assertThat(files)
        .filteredOn(file -> !Golden.read().contains(file))
        .as("golden files that no test reads")
        .isEmpty();
  }

  private static TestExecutionSummary runGoldenTests() {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage("org.muscat.engine"))
            .filters(includeClassNamePatterns(".*\\.Golden(?!Walk)\\w*Test"))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  /** All that holds numbers; the readme says what they are. */
  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(file -> !file.equals("README.md"))
          .toList();
    }
  }
}
