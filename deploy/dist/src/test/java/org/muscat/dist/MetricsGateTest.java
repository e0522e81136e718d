package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own tool looks at the metrics. */
@Tag("gates")
class MetricsGateTest {

  @TempDir private Path folder;

  @Test
  void shouldPassPromtool() throws IOException, InterruptedException {
    try (MuscatProcess muscat = MuscatProcess.serve(folder, "--demo")) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> muscat.get("/metrics").body().contains("muscat_stability_ratio{"));

      Promtool promtool = Promtool.checkMetrics(folder, muscat.get("/metrics").body());

      assertThat(promtool.exitCode()).as(promtool.output()).isZero();
    }
  }

  @Test
  void shouldBeToldWhenMetricsAreWrong() throws IOException, InterruptedException {
    Promtool promtool = Promtool.checkMetrics(folder, "muscat_wrong 1\nmuscat_wrong 1\n");

    assertThat(promtool.exitCode()).isNotZero();
  }

  /** What promtool said. */
  private record Promtool(int exitCode, String output) {

    static Promtool checkMetrics(Path folder, String metrics)
        throws IOException, InterruptedException {
      Path in = Files.writeString(folder.resolve("metrics.txt"), metrics);
      Process process =
          new ProcessBuilder("promtool", "check", "metrics")
              .redirectInput(in.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Promtool(process.waitFor(), output);
    }
  }
}
