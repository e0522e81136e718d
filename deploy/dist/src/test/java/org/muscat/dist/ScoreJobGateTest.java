package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.dist.RecordedStore.Import.DYADS;
import static org.muscat.dist.RecordedStore.Import.PORTWATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muscat score} with Debian's Pushgateway, Prometheus and node_exporter. */
@Tag("gates")
class ScoreJobGateTest {

  private static final List<String> NOW = List.of("--as-of", "2019-09-20T00:00:00Z");

  @TempDir private static Path folder;
  @TempDir private static Path textfiles;

  private static double stability;
  private static Path password;
  private static Path wrong;

  @BeforeAll
  static void fill() throws IOException {
    RecordedStore store = RecordedStore.filled(folder).with(PORTWATCH, DYADS);
    stability =
        new ObjectMapper()
                .readTree(store.score("2019-09-20", "json").out())
                .at("/stability/value")
                .asDouble()
            / 100;
    assertThat(stability).isBetween(0.01, 1.0);
    password = BasicAuth.MUSCAT.password(folder);
    wrong = Files.writeString(folder.resolve("wrong"), "let them in");
  }

  @Test
  void shouldBeReadByNodeExporter() throws IOException, InterruptedException {
    List<String> options = List.of("--textfile", textfiles.resolve("muscat.prom").toString());

    assertThat(score(NOW, options).exitCode()).isZero();

    try (MonitoringProcess exporter = MonitoringProcess.nodeExporter(folder, textfiles)) {
      assertThat(exporter.metrics())
          .contains("node_textfile_scrape_error 0\n")
          .contains("muscat_regime{model=\"gulf\",muscat_regime=\"conflict\",theatre=\"hormuz\"} ");
      assertThat(value(exporter.metrics(), "muscat_stability_ratio")).isEqualTo(stability);
    }
  }

  @Test
  void shouldArriveAtThePushgatewayAndBeRemoved() throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("pushed"));
    try (MonitoringProcess gateway = MonitoringProcess.pushgateway(own, BasicAuth.MUSCAT)) {
      List<String> options = signedIn("--pushgateway", gateway.url(), password);

      assertThat(score(NOW, options, List.of("--pushgateway-label", "desk=a/b")).exitCode())
          .isZero();
      String pushed = gateway.metrics();
      List<String> delete = List.of("--pushgateway-label", "desk=a/b", "--pushgateway-delete");
      assertThat(score(options, delete).exitCode()).isZero();

      assertThat(value(pushed, "muscat_stability_ratio")).isEqualTo(stability);
      assertThat(pushed)
          .contains("muscat_stability_ratio{desk=\"a/b\",instance=\"\",job=\"muscat\"");
      assertThat(gateway.metrics()).doesNotContain("muscat_");
    }
  }

  @Test
  void shouldArriveAtPrometheusWithItsMomentAndThoseAfterIt()
      throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("taken"));
    try (MonitoringProcess prometheus = MonitoringProcess.receiver(own, BasicAuth.MUSCAT)) {
      List<String> options = signedIn("--remote-write", write(prometheus), password);
      List<String> range = new ArrayList<>(List.of("--from", "2019-09-01T00:00:00Z"));
      range.addAll(List.of("--to", "2019-09-20T00:00:00Z", "--every", "P1D"));

      MuscatProcess.Ended ended = score(range, options, List.of("--remote-write-label", "job=j"));

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      JsonNode values =
          prometheus.json(
              "/api/v1/query_range?query=muscat_stability_ratio&step=86400"
                  + "&start=1567296000&end=1568937600");
      assertThat(values.at("/data/result/0/values")).hasSize(20);
      assertThat(values.at("/data/result/0/values/19/0").asLong()).isEqualTo(1_568_937_600);
      assertThat(values.at("/data/result/0/values/19/1").asDouble()).isEqualTo(stability);
      assertThat(values.at("/data/result/0/metric/job").asText()).isEqualTo("j");
      JsonNode counted = prometheus.query("count({__name__=~\"muscat_.*\"} @ 1568937600)");
      assertThat(counted.at("/data/result/0/value/1").asInt()).isEqualTo(samples());
    }
  }

  @Test
  void shouldTellThatPrometheusWantsNothingSoOld() throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("old"));
    try (MonitoringProcess prometheus = MonitoringProcess.receiver(own, BasicAuth.MUSCAT)) {
      List<String> options = signedIn("--remote-write", write(prometheus), password);
      assertThat(score(NOW, options).exitCode()).isZero();

      MuscatProcess.Ended ended = score(List.of("--as-of", "2019-09-01T00:00:00Z"), options);

      assertThat(ended.exitCode()).isEqualTo(10);
      assertThat(ended.err())
          .isEqualTo(
              "muscat: remote write " + write(prometheus) + ": it answers 400: out of bounds\n");
    }
  }

  @Test
  void shouldTellThatCredentialsAreWrong() throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("closed"));
    try (MonitoringProcess prometheus = MonitoringProcess.receiver(own, BasicAuth.MUSCAT);
        MonitoringProcess gateway = MonitoringProcess.pushgateway(own, BasicAuth.MUSCAT)) {

      MuscatProcess.Ended ended =
          score(
              NOW,
              signedIn("--remote-write", write(prometheus), wrong),
              signedIn("--pushgateway", gateway.url(), wrong));

      assertThat(ended.exitCode()).isEqualTo(9);
      assertThat(ended.err().lines().toList())
          .hasSize(2)
          .allSatisfy(
              line ->
                  assertThat(line)
                      .endsWith("it does not take the credentials; it answers 401: Unauthorized")
                      .doesNotContain("let them in"));
    }
  }

  @Test
  void shouldTellThatAServerIsDown() throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("down"));
    String url;
    try (MonitoringProcess gateway = MonitoringProcess.pushgateway(own, BasicAuth.MUSCAT)) {
      url = gateway.url();
    }

    MuscatProcess.Ended ended =
        score(NOW, List.of("--pushgateway", url, "--remote-write", url + "/api/v1/write"));

    assertThat(ended.exitCode()).isEqualTo(8);
    assertThat(ended.err())
        .contains(
            "muscat: Pushgateway " + url + "/metrics/job/muscat: nobody listens there (5 tries)")
        .contains("muscat: remote write " + url + "/api/v1/write: nobody listens there (5 tries)");
    assertThat(ended.out()).contains(String.format(Locale.ROOT, "Stability %.1f", stability * 100));
  }

  private static String write(MonitoringProcess prometheus) {
    return prometheus.url() + "/api/v1/write";
  }

  private static List<String> signedIn(String option, String url, Path file) {
    return List.of(
        option,
        url,
        option + "-user",
        BasicAuth.MUSCAT.user(),
        option + "-password",
        "${file:" + file + "}");
  }

  /** How many series the score has. */
  private static int samples() throws IOException {
    MuscatProcess.Ended ended = score(NOW, List.of("--format", "openmetrics"));
    return (int) ended.out().lines().filter(line -> !line.startsWith("#")).count();
  }

  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  @SafeVarargs
  private static MuscatProcess.Ended score(List<String>... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("score", "--model", "gulf", "--theatre", "hormuz"));
    for (List<String> some : options) {
      all.addAll(some);
    }
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    return WarmMuscat.run(all);
  }
}
