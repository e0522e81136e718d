package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools of others read the metrics. */
@Tag("gates")
class MetricsGateTest {

  @TempDir private Path folder;

  private static MuscatProcess muscat;

  @BeforeAll
  static void start(@TempDir Path home) throws IOException {
    muscat = MuscatProcess.serve(home, "--demo");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> muscat.get("/metrics").body().contains("muscat_stability_ratio{"));
  }

  @AfterAll
  static void stop() {
    muscat.close();
  }

  @Test
  void shouldPassPromtool() throws IOException, InterruptedException {
    DebianTool promtool = DebianTool.checkMetrics(folder, muscat.get("/metrics").body());

    assertThat(promtool.exitCode()).as(promtool.output()).isZero();
  }

  @Test
  void shouldPassAStrictParserOfOpenMetrics() throws IOException, InterruptedException {
    String page = muscat.get("/metrics", "Accept", "application/openmetrics-text").body();

    DebianTool parsed = parse(page);

    assertThat(parsed.exitCode()).as(parsed.output()).isZero();
    assertThat(parsed.output()).matches("\\d{3,} samples\n");
  }

  @Test
  void shouldBeToldWhenOpenMetricsAreWrong() throws IOException, InterruptedException {
    String page = muscat.get("/metrics", "Accept", "application/openmetrics-text").body();

    for (String wrong : List.of(page.replace("# EOF\n", ""), "# EOF\n" + page)) {
      DebianTool parsed = parse(wrong);
      assertThat(parsed.exitCode()).isNotZero();
      assertThat(parsed.output()).contains("ValueError").contains("EOF");
    }
  }

  /** It reads one member of gzip only. */
  @Test
  void shouldBeUnpackedByCurl() throws IOException, InterruptedException {
    DebianTool curl =
        DebianTool.run(
            folder,
            "curl",
            "--silent",
            "--fail",
            "--compressed",
            "--header",
            "Accept: application/openmetrics-text",
            muscat.url() + "/metrics");

    assertThat(curl.exitCode()).isZero();
    assertThat(curl.output()).contains("muscat_stability_ratio{").endsWith("# EOF\n");
    assertThat(parse(curl.output()).exitCode()).isZero();
  }

  @Test
  void shouldBeToldWhenMetricsAreWrong() throws IOException, InterruptedException {
    DebianTool promtool = DebianTool.checkMetrics(folder, "muscat_wrong 1\nmuscat_wrong 1\n");

    assertThat(promtool.exitCode()).isNotZero();
  }

  private DebianTool parse(String page) throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("openmetrics.txt"), page);
    return DebianTool.parseOpenMetrics(folder, in);
  }
}
