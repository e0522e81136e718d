package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.dist.RecordedStore.Import.DYADS;
import static org.muscat.dist.RecordedStore.Import.PORTWATCH;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The examples of docs/jobs.md are run, with other addresses and folders, of a moment of the past,
 * and without asking feeds. Those of a server are up to {@link ServerJobsGuideGateTest}.
 */
@Tag("gates")
class JobsGuideGateTest {

  private static final Pattern CRON_FIELD = Pattern.compile("[0-9*/,-]+");
  private static final String OPT = "/opt/muscat/bin/muscat";

  @TempDir private static Path folder;

  @BeforeAll
  static void fill() throws IOException {
    RecordedStore.filled(folder).with(PORTWATCH, DYADS);
    Path muscat =
        Files.writeString(
            folder.resolve("muscat"),
            "exec '" + MuscatProcess.distribution().resolve("bin/muscat") + "' \"$@\"\n");
    assertThat(muscat.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void shouldHaveALineForCron() throws IOException, InterruptedException {
    String line = fence("Cron", "crontab").lines().reduce((first, last) -> last).orElseThrow();
    List<String> fields = List.of(line.split(" ", 7));
    Path textfiles = Files.createDirectories(folder.resolve("of-cron"));

    assertThat(fields.subList(0, 5)).allMatch(CRON_FIELD.asMatchPredicate());
    assertThat(line).doesNotContain("%");
    Tool.Ended ended = sh(past(fields.get(6)), textfiles);

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).matches("muscat: theatre 'hormuz': stability [0-9.]+ is below 40.0\n");
    assertThat(textfiles.resolve("muscat.prom"))
        .content()
        .contains("muscat_stability_ratio{model=\"gulf\"");
  }

  @Test
  void shouldHaveADropInThatSystemdTakes() throws IOException, InterruptedException {
    String dropIn = fence("systemd", "ini");

    assertThat(verify("good", dropIn)).isEmpty();
    assertThat(verify("bad", dropIn.replace("LoadCredential=", "LoadCredentials=")))
        .contains("LoadCredentials");
  }

  @Test
  void shouldRunWhatSystemdWouldRun() throws IOException, InterruptedException {
    String line =
        fence("systemd", "ini")
            .lines()
            .filter(one -> one.startsWith("ExecStart=/"))
            .findFirst()
            .orElseThrow();
    Path credentials = Files.createDirectories(folder.resolve("credentials"));
    Files.move(BasicAuth.MUSCAT.password(credentials), credentials.resolve("remote-write"));
    Path textfiles = Files.createDirectories(folder.resolve("of-systemd"));
    try (MonitoringProcess prometheus = MonitoringProcess.receiver(folder, BasicAuth.MUSCAT)) {
      List<String> words = new ArrayList<>();
      for (String word : past(line.substring("ExecStart=".length())).split(" ")) {
        words.add(
            "'"
                + word.replace("$$", "$")
                    .replace("%d", credentials.toString())
                    .replace("https://prometheus.example", prometheus.url())
                + "'");
      }

      Tool.Ended ended = sh(String.join(" ", words), textfiles);

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(
              prometheus
                  .json("/api/v1/query?query=muscat_stability_ratio&time=1568937600")
                  .at("/data/result"))
          .hasSize(1);
    }
  }

  @Test
  void shouldHaveACronJobThatRuns() throws IOException, InterruptedException {
    CronJob job =
        KubernetesYaml.only(KubernetesYaml.read(fence("Kubernetes", "yaml")), CronJob.class);
    PodSpec pod = job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    BasicAuth.MUSCAT.password(secrets);

    assertThat(job.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
    try (MonitoringProcess gateway = MonitoringProcess.pushgateway(folder, BasicAuth.MUSCAT)) {
      List<String> arguments = new ArrayList<>();
      for (String argument : pod.getContainers().get(0).getArgs()) {
        arguments.add(
            argument
                .replace("http://pushgateway:9091", gateway.url())
                .replace("/etc/muscat/pushgateway", secrets.toString()));
      }
      arguments.addAll(List.of("--as-of", "2019-09-20T00:00:00Z"));
      arguments.addAll(List.of("--data", folder.resolve("data").toString()));

      MuscatProcess.Ended ended = WarmMuscat.run(arguments);

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(gateway.metrics())
          .contains("muscat_stability_ratio{instance=\"\",job=\"muscat-hormuz\"");
    }
  }

  @Test
  void shouldHaveAWorkflowThatRunsAndASignatureThatOpensslComputes()
      throws IOException, InterruptedException {
    Map<?, ?> step = step(fence("GitHub Actions", "yaml"));
    Map<?, ?> environment = (Map<?, ?>) step.get("env");
    Path body = folder.resolve("body");
    List<String> signatures = new ArrayList<>();
    HttpServer hooks =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hooks.createContext(
        "/muscat/gulf",
        exchange -> {
          try (exchange) {
            Files.write(body, exchange.getRequestBody().readAllBytes());
            signatures.add(exchange.getRequestHeaders().getFirst("Muscat-Signature"));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    hooks.start();
    try {
      String here = "http://127.0.0.1:" + hooks.getAddress().getPort();
      String allowed =
          ((String) environment.get("MUSCAT_WEBHOOKS_ALLOW"))
              .replace("https://hooks.example", here);
      String script = past((String) step.get("run")).replace("https://hooks.example", here);

      Tool.Ended ended =
          Tool.run(
              folder,
              "env",
              "HOOK_KEY=a key",
              "MUSCAT_WEBHOOKS_ALLOW=" + allowed,
              "bash",
              "-eo",
              "pipefail",
              "-c",
              script);

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out()).contains("\n::warning title=Hormuz::");
    } finally {
      hooks.stop(0);
    }
    Tool.Ended digest =
        Tool.run(folder, "openssl", "dgst", "-sha256", "-hmac", "a key", "-r", body.toString());
    assertThat(signatures).containsExactly("sha256=" + digest.out().split(" ")[0]);
  }

  /** The only step that is a script. */
  private static Map<?, ?> step(String workflow) {
    Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(workflow);
    Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) root.get("jobs")).get("score");
    return ((List<?>) job.get("steps"))
        .stream()
            .map(step -> (Map<?, ?>) step)
            .filter(step -> step.containsKey("run"))
            .findFirst()
            .orElseThrow();
  }

  /** Of a moment of which the store knows something, instead of what feeds bring. */
  private static String past(String command) {
    return command
        .replace(" --fetch", "")
        .replace(" --theatre ", " --as-of 2019-09-20T00:00:00Z --theatre ");
  }

  private static Tool.Ended sh(String command, Path textfiles)
      throws IOException, InterruptedException {
    String here =
        command
            .replace("/var/lib/prometheus/node-exporter", textfiles.toString())
            .replace("/var/lib/muscat", folder.toString())
            .replace(OPT, folder.resolve("muscat").toString());
    return Tool.run(folder, "sh", "-c", here);
  }

  /** What systemd says of the unit with a drop-in. */
  private static String verify(String name, String dropIn)
      throws IOException, InterruptedException {
    Path units = Files.createDirectories(folder.resolve(name).resolve("muscat-score.service.d"));
    String distribution = MuscatProcess.distribution().toString();
    Files.writeString(units.resolve("override.conf"), dropIn.replace("/opt/muscat", distribution));
    String unit = Files.readString(Tool.deploy("systemd/muscat-score.service"));
    Path file =
        Files.writeString(
            units.resolveSibling("muscat-score.service"),
            unit.replace("/opt/muscat", distribution));
    return Tool.run(folder, "systemd-analyze", "verify", "--man=no", file.toString()).err();
  }

  private static String fence(String section, String language) throws IOException {
    Matcher fence =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Guide.read("jobs.md").section(section).text());
    assertThat(fence.find()).as(section).isTrue();
    return fence.group(1);
  }
}
