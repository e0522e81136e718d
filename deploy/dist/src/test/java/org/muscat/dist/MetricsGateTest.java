package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

      DebianTool promtool = DebianTool.checkMetrics(folder, muscat.get("/metrics").body());

      assertThat(promtool.exitCode()).as(promtool.output()).isZero();
    }
  }

  @Test
  void shouldBeToldWhenMetricsAreWrong() throws IOException, InterruptedException {
    DebianTool promtool = DebianTool.checkMetrics(folder, "muscat_wrong 1\nmuscat_wrong 1\n");

    assertThat(promtool.exitCode()).isNotZero();
  }
}
