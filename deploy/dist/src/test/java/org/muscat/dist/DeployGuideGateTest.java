package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.dist.RecordedStore.Import.DYADS;
import static org.muscat.dist.RecordedStore.Import.PORTWATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/deploy.md says, with its text. */
@Tag("gates")
class DeployGuideGateTest {

  private static final String LONG = "--from 2019-01-01T00:00:00Z --to 2025-06-30T00:00:00Z";
  private static final String SHORT = "--from 2019-09-10T00:00:00Z --to 2019-09-20T00:00:00Z";
  private static final Instant FIRST = Instant.parse("2019-09-10T00:00:00Z");
  private static final Instant LAST = Instant.parse("2019-09-20T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void shouldAnswerOfThePastWhatMuscatScored() throws IOException, InterruptedException {
    RecordedStore recorded = RecordedStore.filled(folder).with(PORTWATCH, DYADS);
    MuscatProcess.Ended framework = MuscatProcess.run(folder, "import", "--feed", "framework");
    assertThat(framework.exitCode()).as(framework.err()).isZero();
    List<String> commands = Guide.read("deploy.md").section("History").commands();
    assertThat(commands).hasSize(3);
    assertThat(commands.get(0)).contains(LONG);

    shell(folder, commands.get(0).replace(LONG, SHORT));
    shell(folder, commands.get(1));
    Files.writeString(folder.resolve("prometheus.yml"), "scrape_configs: []\n");
    try (Prometheus prometheus = new Prometheus(folder, List.of(commands.get(2).split(" ")))) {

      JsonNode scored = new ObjectMapper().readTree(recorded.score("2019-09-20", "json").out());
      JsonNode stability = prometheus.query("muscat_stability_ratio{theatre=\"hormuz\"}", LAST);
      assertThat(stability).hasSize(1);
      assertThat(value(stability)).isEqualTo(scored.at("/stability/value").asDouble() / 100);
      assertThat(value(prometheus.query("sum(muscat_contribution_ratio)", LAST)))
          .isCloseTo(1 - value(stability), within(1e-9));
      assertThat(
              prometheus.query("muscat_regime == 1", LAST).at("/0/metric/muscat_regime").asText())
          .isEqualTo(scored.at("/regime/regime").asText());
      assertThat(prometheus.everyDay("muscat_stability_ratio", FIRST, LAST).at("/0/values"))
          .hasSize(11);
    }
  }

  @Test
  void shouldMakeAChartAndRenderIt() throws IOException, InterruptedException {
    List<String> commands = Guide.read("deploy.md").section("Helm").commands();

    Tool.Ended rendered = shell(Tool.deploy(".."), String.join("\n", commands));

    assertThat(KubernetesYaml.read(rendered.out())).hasSize(5);
  }

  @Test
  void shouldPutTheDashboardsIntoTheChart() throws IOException, InterruptedException {
    Tool.Ended rendered =
        shell(
            Tool.deploy(".."),
            "helm template muscat \"$(deploy/helm/package)\" --set dashboards.enabled=true");

    Map<String, String> packed = new TreeMap<>();
    KubernetesYaml.all(KubernetesYaml.read(rendered.out()), ConfigMap.class)
        .filter(map -> map.getMetadata().getLabels().containsKey("grafana_dashboard"))
        .forEach(map -> packed.putAll(map.getData()));
    assertThat(packed).hasSize(3).isEqualTo(GrafanaDashboards.files());
  }

  @Test
  void shouldConfigurePrometheusInComposeAsItWants() throws IOException, InterruptedException {
    Tool.Ended checked =
        Tool.run(
            folder,
            "promtool",
            "check",
            "config",
            Tool.deploy("container/prometheus/prometheus.yml").toString());

    assertThat(checked.exitCode()).as(checked.out() + checked.err()).isZero();
  }

  /** A script of the page, with the distribution and the tools on the path. */
  private Tool.Ended shell(Path where, String script) throws IOException, InterruptedException {
    String path =
        String.join(
            File.pathSeparator,
            MuscatProcess.distribution().resolve("bin").toString(),
            Tool.folder(folder).toString(),
            System.getenv("PATH"));
    Tool.Ended ended =
        Tool.run(folder, "env", "PATH=" + path, "sh", "-euc", "cd '" + where + "'\n" + script);
    assertThat(ended.exitCode()).as(script + "\n" + ended.out() + ended.err()).isZero();
    return ended;
  }

  private static double value(JsonNode results) {
    return results.at("/0/value/1").asDouble();
  }
}
