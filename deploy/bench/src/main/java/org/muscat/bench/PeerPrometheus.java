package org.muscat.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's Prometheus that scrapes one page, with rules or without, as a process of its own. */
final class PeerPrometheus implements AutoCloseable {

  private static final long READY_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final Pattern VALUE = Pattern.compile("\"value\":\\[[0-9.]+,\"([^\"]+)\"]");

  private static final Pattern EVALUATION = Pattern.compile("\"evaluationTime\":([0-9.e-]+)");

  /**
   * The composite of the benchmark: z over a window, the logistic of (0, 3) as Muscat's scale has
   * it, and the weighted geometric mean of one minus the risks.
   */
  private static final String RULES =
      """
      groups:
        - name: peer
          rules:
            - record: series:peer_value:z
              expr: (peer_value - avg_over_time(peer_value[WINDOW])) / stddev_over_time(peer_value[WINDOW])
            - record: theatre:peer_stability:ratio
              expr: |
                exp(
                  sum by (theatre) (
                    ln(1 - 1 / (1 + exp(-1.4648 * (series:peer_value:z - 1.5))))
                    * on (number) group_left () peer_weight
                  ) / scalar(sum(peer_weight))
                )
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String url;

  private PeerPrometheus(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param folder its own; may have blocks of history in {@code tsdb}
   * @param target host and port with {@code path} to scrape
   * @param window of the rules, such as {@code 30m}; empty for none
   */
  static PeerPrometheus start(Path folder, String target, String path, int seconds, String window)
      throws IOException, InterruptedException {
    String rules = "";
    if (!window.isEmpty()) {
      Files.writeString(folder.resolve("rules.yml"), RULES.replace("WINDOW", window));
      rules = "rule_files: [rules.yml]\n";
    }
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            "global: {scrape_interval: %ds, evaluation_interval: %ds}\n".formatted(seconds, seconds)
                + rules
                + "scrape_configs: [{job_name: peer, metrics_path: %s, honor_labels: true,"
                    .formatted(path)
                + " static_configs: [{targets: ['%s']}]}]\n".formatted(target));
    String address = "127.0.0.1:" + freePort();
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    PeerPrometheus started = new PeerPrometheus(process, "http://" + address);
    long until = System.nanoTime() + READY_WITHIN_NANOS;
    while (!started.isReady()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        started.close();
        throw new IllegalStateException(
            "Prometheus is not ready: " + Files.readString(folder.resolve("log")));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return started;
  }

  /** Processor time that the process has used, in seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** The value of an expression with one series. */
  double value(String expression) throws IOException, InterruptedException {
    String answer =
        get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    Matcher value = VALUE.matcher(answer);
    if (!value.find()) {
      throw new IllegalStateException("no value of " + expression + ": " + answer);
    }
    return Double.parseDouble(value.group(1));
  }

  /** How long the group of rules took at its last evaluation, in seconds on the clock. */
  double ruleSeconds() throws IOException, InterruptedException {
    // That of the group is the longest: it has those of its rules in it.
    return EVALUATION
        .matcher(get("/api/v1/rules"))
        .results()
        .mapToDouble(time -> Double.parseDouble(time.group(1)))
        .max()
        .orElseThrow();
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/-/ready").contains("Ready");
    } catch (IOException e) {
      // Not listening yet.
      return false;
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(url + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
