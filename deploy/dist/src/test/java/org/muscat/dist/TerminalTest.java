package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal is shown how far a long command is, and a pipe is not. */
class TerminalTest {

  private static final String SCRIPT = "/usr/bin/script";

  @TempDir private Path folder;

  @Test
  void shouldShowATerminalHowFarItIs() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of(SCRIPT)), "there is no " + SCRIPT);

    assertThat(said(List.of(SCRIPT, "-qec", String.join(" ", command()), "/dev/null")))
        .contains("2024-06-05")
        .contains(" of 5 moments, ");
  }

  @Test
  void shouldShowAPipeOnlyWhatItIsFor() throws IOException, InterruptedException {
    assertThat(said(command()))
        .contains("2024-06-05")
        .doesNotContain("moments")
        .doesNotContain("\r");
  }

  private List<String> command() {
    Path home = MuscatProcess.distribution();
    String config = home.resolve("demo/muscat.yaml").toString();
    return List.of(
        home.resolve("bin/muscat").toString(),
        "score",
        "--fetch",
        "--config",
        config,
        "--data",
        folder.resolve("data").toString(),
        "--model",
        "demo",
        "--from",
        "2024-06-01T00:00:00Z",
        "--to",
        "2024-06-05T00:00:00Z",
        "--every",
        "P1D");
  }

  private String said(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
