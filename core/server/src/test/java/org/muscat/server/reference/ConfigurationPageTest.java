package org.muscat.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  @Test
  void shouldBeTheOneOfTheDocumentation() throws IOException {
    Path page = Path.of("..", "..", "docs", "reference", "configuration.md");

    assertThat(Files.readString(page))
        .as("write it again: ./muscat config docs > docs/reference/configuration.md")
        .isEqualTo(ConfigurationPage.text());
  }
}
