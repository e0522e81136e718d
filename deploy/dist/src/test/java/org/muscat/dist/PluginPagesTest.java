package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference pages in docs/plugins are those that the plugins of the distribution give. */
class PluginPagesTest {

  private static final Path PAGES = Path.of("..", "..", "docs", "plugins");

  @TempDir private Path folder;

  @Test
  void shouldBeCurrent() throws IOException, InterruptedException {
    MuscatProcess.Ended ended =
        MuscatProcess.run(folder, "plugins", "docs", "--out", folder.resolve("pages").toString());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(pages(PAGES))
        .as("run muscat plugins docs --out docs/plugins and commit the pages")
        .isEqualTo(pages(folder.resolve("pages")));
  }

  private static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path page : paths.toList()) {
        pages.put(page.getFileName().toString(), Files.readString(page));
      }
    }
    return pages;
  }
}
