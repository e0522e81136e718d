package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code muscat chronicle}, which lies beside the server and beside its plugin. */
class ChronicleCommandTest {

  @TempDir private Path folder;

  @Test
  void shouldLintTheChronicleInsideThePlugin() throws Exception {
    MuscatProcess.Ended linted = MuscatProcess.run(folder, "chronicle", "lint");

    assertThat(linted.err()).isEmpty();
    assertThat(linted.out()).contains("problems: 0");
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
  void shouldSayThatItNeedsThePlugin() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin")).resolve("muscat");
    Files.copy(
        MuscatProcess.distribution().resolve("bin").resolve("muscat"),
        bin,
        StandardCopyOption.COPY_ATTRIBUTES);

    Process process =
        new ProcessBuilder(bin.toString(), "chronicle", "lint").redirectErrorStream(true).start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).contains("'chronicle' needs the plugin diplomacy");
    assertThat(process.waitFor()).isEqualTo(78);
  }

  @Test
  void shouldBeNamedByTheHelpOfMuscat() throws IOException, InterruptedException {
    assertThat(MuscatProcess.run(folder, "--help").out())
        .contains("muscat chronicle add|lint|show");
  }
}
