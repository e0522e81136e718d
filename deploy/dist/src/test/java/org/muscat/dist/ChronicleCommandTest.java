package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code muscat chronicle}, which lies beside the server and beside its plugin. */
class ChronicleCommandTest {

  @TempDir private Path folder;

  @Test
  void shouldLintTheChronicleInsideThePlugin() throws Exception {
    MuscatProcess.Ended linted = MuscatProcess.run(folder, "chronicle", "lint");

    assertThat(linted.err()).isEmpty();
    assertThat(linted.out()).contains("nothing is wrong");
    assertThat(linted.exitCode()).isZero();
  }

  @Test
  void shouldEndWithOneWhenSomethingIsWrong() throws Exception {
    Files.writeString(folder.resolve("2020.yaml"), "theatre: gulf\n");

    MuscatProcess.Ended linted = MuscatProcess.run(folder, "chronicle", "lint", "--folder", ".");

    assertThat(linted.out()).contains("2020.yaml:1: chronicle: 'events' is missing");
    assertThat(linted.exitCode()).isEqualTo(1);
  }

  @Test
  void shouldBeNamedByTheHelpOfMuscat() throws IOException, InterruptedException {
    assertThat(MuscatProcess.run(folder, "--help").out())
        .contains("muscat chronicle add|lint|show");
  }
}
