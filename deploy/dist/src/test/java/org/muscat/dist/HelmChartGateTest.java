package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart, by the real Helm and the typed models of Kubernetes. */
@Tag("gates")
class HelmChartGateTest {

  private static final String ALL = "all-values.yaml";
  private static final String POSTGRESQL = "postgresql-values.yaml";

  @TempDir private static Path folder;

  private static HelmChart chart;

  @BeforeAll
  static void copyTheChart() throws IOException, InterruptedException {
    chart = HelmChart.withRulesAndADashboard(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ALL, POSTGRESQL})
  void shouldPassTheLinter(String values) throws IOException, InterruptedException {
    Tool.Ended lint = chart.helm("lint", values, "--strict");

    assertThat(lint.exitCode()).as(lint.out() + lint.err()).isZero();
    assertThat(lint.out()).contains("1 chart(s) linted, 0 chart(s) failed");
  }

  @Test
  void shouldKeepAFileOnAVolumeOfTheOnlyServer() throws IOException, InterruptedException {
    List<HasMetadata> objects = chart.render("");

    StatefulSet server = KubernetesYaml.only(objects, StatefulSet.class);
    assertThat(server.getSpec().getReplicas()).isEqualTo(1);
    assertThat(server.getSpec().getVolumeClaimTemplates())
        .singleElement()
        .satisfies(claim -> assertThat(claim.getMetadata().getName()).isEqualTo("data"));
    assertThat(KubernetesYaml.all(objects, Deployment.class)).isEmpty();
    assertThat(server.getSpec().getServiceName())
        .isEqualTo(KubernetesYaml.only(objects, Service.class).getMetadata().getName());
  }

  @Test
  void shouldHandTheWebConfigurationToTheServerAlone() throws IOException, InterruptedException {
    List<HasMetadata> objects = chart.render(ALL);

    PodSpec server =
        KubernetesYaml.only(objects, StatefulSet.class).getSpec().getTemplate().getSpec();
    Container muscat = server.getContainers().get(0);
    assertThat(server.getVolumes())
        .anySatisfy(
            volume ->
                assertThat(volume.getSecret())
                    .isNotNull()
                    .extracting(secret -> secret.getSecretName())
                    .isEqualTo("muscat-web"));
    assertThat(muscat.getEnv())
        .anySatisfy(
            variable -> {
              assertThat(variable.getName()).isEqualTo("MUSCAT_LISTEN_WEB_CONFIG");
              assertThat(variable.getValue()).isEqualTo("/etc/muscat-web/web.yml");
            });
    assertThat(muscat.getLivenessProbe().getHttpGet().getScheme()).isEqualTo("HTTPS");
    assertThat(KubernetesYaml.only(objects, CronJob.class).toString()).doesNotContain("muscat-web");
    assertThat(
            KubernetesYaml.only(chart.render(""), StatefulSet.class)
                .getSpec()
                .getTemplate()
                .toString())
        .doesNotContain("web-config", "HTTPS");
  }

  @Test
  void shouldShareADatabaseAmongReplicasWithoutAVolume() throws IOException, InterruptedException {
    List<HasMetadata> objects = chart.render(POSTGRESQL);

    Deployment server = KubernetesYaml.only(objects, Deployment.class);
    assertThat(server.getSpec().getReplicas()).isEqualTo(3);
    assertThat(KubernetesYaml.all(objects, StatefulSet.class)).isEmpty();
    Container muscat = server.getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(muscat.getEnv())
        .anySatisfy(
            variable -> {
              assertThat(variable.getName()).isEqualTo("STORE_PASSWORD");
              assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                  .isEqualTo("muscat-db");
            })
        .anySatisfy(
            variable -> {
              assertThat(variable.getName()).isEqualTo("MUSCAT_STORE_PASSWORD");
              assertThat(variable.getValue()).isEqualTo("${env:STORE_PASSWORD}");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ALL, POSTGRESQL})
  void shouldMeetTheRestrictedStandardInEveryPod(String values)
      throws IOException, InterruptedException {
    List<PodSpec> pods = HelmChart.pods(chart.render(values));

    assertThat(pods).isNotEmpty();
    for (PodSpec pod : pods) {
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
      assertThat(pod.getSecurityContext().getSeccompProfile().getType())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.getAutomountServiceAccountToken()).isFalse();
      List<Container> containers = new ArrayList<>(pod.getContainers());
      containers.addAll(pod.getInitContainers());
      assertThat(containers)
          .allSatisfy(
              container -> {
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
                assertThat(container.getResources().getLimits()).containsKey("memory");
              });
    }
  }

  @Test
  void shouldProbeWhatTheServerAnswers() throws IOException, InterruptedException {
    Container muscat =
        KubernetesYaml.only(chart.render(""), StatefulSet.class)
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .get(0);

    try (MuscatProcess running = MuscatProcess.serve(folder, "--demo")) {
      for (String probe :
          List.of(
              muscat.getLivenessProbe().getHttpGet().getPath(),
              muscat.getReadinessProbe().getHttpGet().getPath(),
              muscat.getStartupProbe().getHttpGet().getPath())) {
        assertThat(running.get(probe).body()).matches("healthy\n|ready\n|not ready: .*\n");
      }
    }
  }

  @Test
  void shouldSelectThePodsOfTheServerAndNotThoseOfTheJob()
      throws IOException, InterruptedException {
    List<HasMetadata> objects = chart.render(ALL);

    Map<String, String> server =
        KubernetesYaml.only(objects, StatefulSet.class)
            .getSpec()
            .getTemplate()
            .getMetadata()
            .getLabels();
    Map<String, String> job =
        KubernetesYaml.only(objects, CronJob.class)
            .getSpec()
            .getJobTemplate()
            .getSpec()
            .getTemplate()
            .getMetadata()
            .getLabels();
    Map<String, String> service =
        KubernetesYaml.only(objects, Service.class).getSpec().getSelector();
    Map<String, String> budget =
        KubernetesYaml.only(objects, PodDisruptionBudget.class)
            .getSpec()
            .getSelector()
            .getMatchLabels();
    Map<String, String> monitored =
        KubernetesYaml.only(objects, ServiceMonitor.class).getSpec().getSelector().getMatchLabels();
    assertThat(server).containsAllEntriesOf(service).containsAllEntriesOf(budget);
    assertThat(job.get("app.kubernetes.io/component"))
        .isNotEqualTo(service.get("app.kubernetes.io/component"));
    assertThat(KubernetesYaml.only(objects, Service.class).getMetadata().getLabels())
        .containsAllEntriesOf(monitored);
  }

  @Test
  void shouldBeScrapedAsTheJobThatTheAlertsName() throws IOException, InterruptedException {
    ServiceMonitor monitor = KubernetesYaml.only(chart.render(ALL), ServiceMonitor.class);

    assertThat(monitor.getSpec().getEndpoints().get(0).getRelabelings())
        .singleElement()
        .satisfies(
            relabeling -> {
              assertThat(relabeling.getTargetLabel()).isEqualTo("job");
              assertThat(relabeling.getReplacement()).isEqualTo("muscat");
            });
  }

  @Test
  void shouldOpenTheNetworkForWhatIsNeededOnly() throws IOException, InterruptedException {
    NetworkPolicy file = KubernetesYaml.only(chart.render(""), NetworkPolicy.class);
    NetworkPolicy database = KubernetesYaml.only(chart.render(POSTGRESQL), NetworkPolicy.class);

    assertThat(HelmChart.egress(file)).containsExactly(53, 53, 443);
    assertThat(HelmChart.egress(database)).containsExactly(53, 53, 5432);
    assertThat(file.getSpec().getIngress())
        .singleElement()
        .satisfies(rule -> assertThat(rule.getFrom()).hasSize(1));
  }

  @Test
  void shouldGiveTheJobItsOptionsAndAWayToItsTargets() throws IOException, InterruptedException {
    List<HasMetadata> objects = chart.render(ALL);

    assertThat(
            KubernetesYaml.only(objects, CronJob.class)
                .getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getArgs())
        .containsSequence("--fail-below", "40", "--pushgateway", "http://pushgateway:9091")
        .containsSequence("--pushgateway-password", "${env:PUSHGATEWAY_PASSWORD}");
    assertThat(HelmChart.egress(KubernetesYaml.only(objects, NetworkPolicy.class)))
        .contains(9091, 4318);
  }

  @Test
  void shouldBringRulesDashboardsAndTheConfiguration() throws IOException, InterruptedException {
    List<HasMetadata> objects = chart.render(ALL);

    PrometheusRule rules = KubernetesYaml.only(objects, PrometheusRule.class);
    assertThat(rules.getSpec().getGroups().get(0).getRules().get(0).getAnnotations())
        .containsEntry("description", "{{ $labels.instance }} is down")
        .containsEntry("runbook_url", "https://wiki.acme.test/muscat/MuscatDown.md");
    assertThat(KubernetesYaml.all(objects, ConfigMap.class))
        .anySatisfy(
            map ->
                assertThat(map.getData())
                    .containsEntry("Overview.json", "{\n  \"title\": \"{{theatre}}\"\n}\n"))
        .anySatisfy(map -> assertThat(map.getData()).containsKeys("muscat.yaml"));
  }

  @Test
  void shouldGiveTheServerAConfigurationThatItTakes() throws IOException, InterruptedException {
    ConfigMap map =
        KubernetesYaml.all(chart.render(ALL), ConfigMap.class)
            .filter(one -> one.getData().containsKey("muscat.yaml"))
            .findFirst()
            .orElseThrow();
    Path mounted = Files.createDirectories(folder.resolve("mounted/models"));
    Files.writeString(mounted.resolve("north.yaml"), map.getData().get("model-north.yaml"));
    String inImage = "/opt/muscat";
    Path config =
        Files.writeString(
            mounted.resolveSibling("muscat.yaml"),
            map.getData()
                .get("muscat.yaml")
                .replace(inImage, MuscatProcess.distribution().toString())
                .replace("${env:EIA_API_KEY}", "${env:PATH}"));

    MuscatProcess.Ended check =
        MuscatProcess.run(folder, "config", "check", "--config", config.toString());

    assertThat(check.out()).as(check.err()).contains("ok: 2 feeds");
    assertThat(check.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replicas=2                                                      | /replicas
          store.kind=postgresql                                           | /store/postgresql/url
          store.kind=postgresql,store.postgresql.url=jdbc:postgresql://db/m | passwordSecret/name
          store.kind=h2                                                   | /store/kind
          replica=1                                                       | 'replica'
          store.sqlite.size=ten                                           | /store/sqlite/size
          score.failBelow=101                                             | /score/failBelow
          score.ports={0}                                                 | /score/ports/0
          """)
  void shouldRefuseValuesThatCannotWork(String values, String told)
      throws IOException, InterruptedException {
    Tool.Ended rendered = chart.helm("template", "", "--set", values);

    assertThat(rendered.exitCode()).isNotZero();
    assertThat(rendered.err()).contains(told);
  }

  @Test
  void shouldSayWhatMakesAChartWithRules() throws IOException, InterruptedException {
    Tool.Ended rendered =
        HelmChart.asItIs(folder).helm("template", "", "--set", "prometheusRule.enabled=true");

    assertThat(rendered.exitCode()).isNotZero();
    assertThat(rendered.err()).contains("deploy/helm/package makes a chart that has them");
  }

  @Test
  void shouldNoticeAFieldThatKubernetesDoesNotKnow() {
    assertThatThrownBy(
            () ->
                KubernetesYaml.read(
                    """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: muscat}
                    spec: {ports: [{name: http, prot: 8080}]}
                    """))
        .hasMessageContaining("\"prot\"");
  }
}
