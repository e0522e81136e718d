package org.muscat.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Debian's Prometheus, Alertmanager, Pushgateway or node_exporter with a configuration, as a
 * process of its own.
 */
final class MonitoringProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Everybody may ask. */
  private static final String OPEN = "";

  private final Process process;
  private final String url;
  private final String authorization;
  private final HttpClient http = HttpClient.newHttpClient();

  private MonitoringProcess(Process process, String url, String authorization) {
    this.process = process;
    this.url = url;
    this.authorization = authorization;
  }

  /** Starts Prometheus and waits until it is ready. */
  static MonitoringProcess prometheus(Path folder, Path config) throws IOException {
    String address = "127.0.0.1:" + freePort();
    return start(
        folder,
        address,
        OPEN,
        "/-/ready",
        "prometheus",
        "--config.file=" + config,
        "--storage.tsdb.path=" + folder.resolve("tsdb"),
        "--web.listen-address=" + address);
  }

  /** Starts Alertmanager, alone, and waits until it is ready. */
  static MonitoringProcess alertmanager(Path folder, Path config) throws IOException {
    String address = "127.0.0.1:" + freePort();
    return start(
        folder,
        address,
        OPEN,
        "/-/ready",
        "prometheus-alertmanager",
        "--config.file=" + config,
        "--storage.path=" + folder.resolve("alerts"),
        "--cluster.listen-address=",
        "--web.listen-address=" + address);
  }

  /** Starts a Prometheus that takes remote write from those who sign in, and scrapes nobody. */
  static MonitoringProcess receiver(Path folder, BasicAuth users) throws IOException {
    String address = "127.0.0.1:" + freePort();
    Path config = Files.writeString(folder.resolve("receiver.yml"), "scrape_configs: []\n");
    return start(
        folder,
        address,
        users.header(),
        "/-/ready",
        "prometheus",
        "--config.file=" + config,
        "--storage.tsdb.path=" + folder.resolve("received"),
        "--web.enable-remote-write-receiver",
        "--web.config.file=" + users.webConfig(folder),
        "--web.listen-address=" + address);
  }

  /** Starts a Pushgateway for those who sign in, and waits until it is ready. */
  static MonitoringProcess pushgateway(Path folder, BasicAuth users) throws IOException {
    String address = "127.0.0.1:" + freePort();
    return start(
        folder,
        address,
        users.header(),
        "/-/ready",
        "prometheus-pushgateway",
        "--web.config.file=" + users.webConfig(folder),
        "--web.listen-address=" + address);
  }

  /** Starts a node_exporter that reads the files of a folder and nothing else. */
  static MonitoringProcess nodeExporter(Path folder, Path textfiles) throws IOException {
    String address = "127.0.0.1:" + freePort();
    return start(
        folder,
        address,
        OPEN,
        "/",
        "prometheus-node-exporter",
        "--collector.disable-defaults",
        "--collector.textfile",
        "--collector.textfile.directory=" + textfiles,
        "--web.listen-address=" + address);
  }

  private static MonitoringProcess start(
      Path folder, String address, String authorization, String ready, String... command)
      throws IOException {
    Path log = folder.resolve(command[0] + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    MonitoringProcess started = new MonitoringProcess(process, "http://" + address, authorization);
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(() -> !process.isAlive() || started.get(ready).statusCode() == 200);
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
    if (!process.isAlive()) {
      throw new IllegalStateException(command[0] + " ended: " + Files.readString(log));
    }
    return started;
  }

  /** Where it listens. */
  String url() {
    return url;
  }

  /** Its metrics, in the text format. */
  String metrics() throws IOException, InterruptedException {
    return get("/metrics").body();
  }

  /** The whole answer to an expression, errors too. */
  JsonNode query(String expression) throws IOException, InterruptedException {
    return json("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get(path).body());
  }

  /** Posts JSON; gives the status of the answer. */
  int post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
