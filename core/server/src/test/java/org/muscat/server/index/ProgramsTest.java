package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;

class ProgramsTest {

  @TempDir Path folder;

  /** The readings that came of it are of that version still. */
  @Test
  void shouldNameAPluginThatFaresBadly() throws IOException {
    try (Session session = Home.in(folder).model("test", Home.MODEL + Home.REGIME).open()) {
      Programs before = Programs.of(session.plugins());

      session.plugins().quarantine("acme", "for a test");

      assertThat(before.plugins()).containsExactly(Map.entry("acme", "1.0"));
      assertThat(Programs.of(session.plugins())).isEqualTo(before);
    }
  }
}
