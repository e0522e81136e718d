package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.dist.RecordedStore.Import;

/** Runs of {@code muscat score --lock} in processes of their own, and what a terminal is shown. */
class OverlappingJobsTest {

  private static final String MOMENT = "2019-09-20T00:00:00Z";

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws IOException {
    new RecordedStore(folder).with(Import.BRENT);
  }

  @Test
  void shouldEndAtOnceWhileAnotherRunsAndNotAfterItWasKilled()
      throws IOException, InterruptedException {
    Path lock = folder.resolve("lock");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process first = start(lock, "http://127.0.0.1:" + silent.getLocalPort());
      try (Socket delivering = silent.accept()) {
        assertThat(delivering.isConnected()).isTrue();

        MuscatProcess.Ended second = score(lock);

        assertThat(second.exitCode()).isEqualTo(7);
        assertThat(second.out()).isEmpty();
        assertThat(second.err())
            .startsWith("muscat: " + lock + " is held by process " + first.pid() + " since ")
            .endsWith("; this run does nothing\n");
      } finally {
        first.destroyForcibly().waitFor();
      }
    }

    assertThat(lock).isNotEmptyFile();
    assertThat(score(lock).exitCode()).isEqualTo(3);
  }

  @Test
  void shouldShowATerminalHowFarItIs() throws IOException, InterruptedException {
    String command =
        MuscatProcess.distribution().resolve("bin/muscat")
            + " score --model gulf --theatre hormuz --from 2019-09-01T00:00:00Z"
            + " --to 2019-09-05T00:00:00Z --every P1D --format csv --data data";

    Tool.Ended shown =
        Tool.run(folder, "env", "MUSCAT_HTTP_REPLAY=none", "script", "-qec", command, "/dev/null");
    Tool.Ended piped = Tool.run(folder, "env", "MUSCAT_HTTP_REPLAY=none", "sh", "-c", command);

    assertThat(shown.out()).contains("1 of 5 moments, 20 %, about ").contains("2019-09-05T00");
    assertThat(piped.err()).isEmpty();
    assertThat(piped.out().lines()).hasSize(6);
  }

  private MuscatProcess.Ended score(Path lock) throws IOException, InterruptedException {
    return MuscatProcess.run(
        folder,
        "score",
        "--model",
        "gulf",
        "--theatre",
        "hormuz",
        "--as-of",
        MOMENT,
        "--lock",
        lock.toString());
  }

  /** Held up by a Pushgateway that does not answer. */
  private Process start(Path lock, String pushgateway) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                MuscatProcess.distribution().resolve("bin/muscat").toString(),
                "score",
                "--model",
                "gulf",
                "--theatre",
                "hormuz",
                "--as-of",
                MOMENT,
                "--lock",
                lock.toString(),
                "--pushgateway",
                pushgateway)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(folder, "first", ".out").toFile());
    builder.environment().put("MUSCAT_HTTP_REPLAY", "none");
    return builder.start();
  }
}
