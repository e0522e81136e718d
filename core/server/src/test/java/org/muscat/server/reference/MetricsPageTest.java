package org.muscat.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.muscat.server.metrics.MetricFamily;

class MetricsPageTest {

  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

  @Test
  void shouldBeTheOneOfTheDocumentation() throws IOException {
    assertThat(Files.readString(DOCS.resolve("reference").resolve("metrics.md")))
        .as("write it again: ./muscat metrics docs > docs/reference/metrics.md")
        .isEqualTo(MetricsPage.text());
  }

  @Test
  void shouldTellEachFamilyOnce() {
    for (MetricFamily family : MetricFamily.all()) {
      assertThat(MetricsPage.text()).containsOnlyOnce("| `" + family.series() + "` |");
    }
  }

  @Test
  void shouldLinkToPagesThatThereAre() {
    Matcher link = LINK.matcher(MetricsPage.text());

    assertThat(link.results().map(found -> DOCS.resolve("reference").resolve(found.group(1))))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(page).exists());
  }
}
