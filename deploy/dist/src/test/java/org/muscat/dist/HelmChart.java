package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A chart, as the real Helm renders it. */
final class HelmChart {

  private final Path folder;
  private final String helm;
  private final Path chart;

  private HelmChart(Path folder, Path chart) throws IOException, InterruptedException {
    this.folder = folder;
    this.helm = Tool.folder(folder).resolve("helm").toString();
    this.chart = chart;
  }

  /** As it stands in the repository. */
  static HelmChart asItIs(Path folder) throws IOException, InterruptedException {
    return new HelmChart(folder, Tool.deploy("helm/muscat"));
  }

  /** With an alert and a dashboard, both with braces that Helm must leave alone. */
  static HelmChart withRulesAndADashboard(Path folder) throws IOException, InterruptedException {
    Path chart = folder.resolve("muscat");
    copy(Tool.deploy("helm/muscat"), chart);
    Path rules = Files.createDirectories(chart.resolve("files/prometheus"));
    Files.writeString(
        rules.resolve("muscat-alerts.rules.yml"),
        """
        groups:
          - name: muscat
            rules:
              - alert: MuscatDown
                expr: up{job="muscat"} == 0
                for: 2m
                labels: {severity: critical}
                annotations: {description: "{{ $labels.instance }} is down", runbook_url: https://runbooks.example.org/MuscatDown.md}
        """);
    Path dashboards = Files.createDirectories(chart.resolve("files/grafana"));
    Files.writeString(dashboards.resolve("Overview.json"), "{\n  \"title\": \"{{theatre}}\"\n}\n");
    return new HelmChart(folder, chart);
  }

  /**
   * Runs a command of Helm.
   *
   * @param values a file of the folder {@code ci} of the chart, or empty
   */
  Tool.Ended helm(String command, String values, String... options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(helm, command, chart.toString()));
    all.addAll(List.of(options));
    if (!values.isEmpty()) {
      all.addAll(List.of("--values", chart.resolve("ci").resolve(values).toString()));
    }
    return Tool.run(folder, all);
  }

  /** What is installed with these values. */
  List<HasMetadata> render(String values) throws IOException, InterruptedException {
    Tool.Ended rendered = helm("template", values);
    assertThat(rendered.exitCode()).as(rendered.err()).isZero();
    return KubernetesYaml.read(rendered.out());
  }

  /** The pods that objects make. */
  static List<PodSpec> pods(List<HasMetadata> objects) {
    return Stream.of(
            KubernetesYaml.all(objects, StatefulSet.class)
                .map(one -> one.getSpec().getTemplate().getSpec()),
            KubernetesYaml.all(objects, Deployment.class)
                .map(one -> one.getSpec().getTemplate().getSpec()),
            KubernetesYaml.all(objects, CronJob.class)
                .map(one -> one.getSpec().getJobTemplate().getSpec().getTemplate().getSpec()))
        .flatMap(specs -> specs)
        .toList();
  }

  /** The ports that pods may reach. */
  static List<Integer> egress(NetworkPolicy policy) {
    return policy.getSpec().getEgress().stream()
        .flatMap(rule -> rule.getPorts().stream())
        .map(port -> port.getPort().getIntVal())
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
