package org.muscat.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real Prometheus over what it has stored; it scrapes nobody. */
final class Prometheus implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Listening on.*address=([0-9.:]+)");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Starts with a command that a page of the documentation names, on any port. */
  Prometheus(Path folder, List<String> command) throws IOException {
    this.log = Files.createTempFile(folder, "prometheus", ".log");
    List<String> all = new ArrayList<>(command);
    all.add("--web.listen-address=127.0.0.1:0");
    this.process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive() || isReady());
    if (!process.isAlive()) {
      throw new IllegalStateException("prometheus ended: " + Files.readString(log));
    }
  }

  /** The results of an expression at a moment. */
  JsonNode query(String expression, Instant at) throws IOException, InterruptedException {
    return data(
        "/api/v1/query?time="
            + at.getEpochSecond()
            + "&query="
            + URLEncoder.encode(expression, StandardCharsets.UTF_8));
  }

  /** The results of an expression at every day of a span. */
  JsonNode everyDay(String expression, Instant from, Instant to)
      throws IOException, InterruptedException {
    return data(
        "/api/v1/query_range?step=86400&start="
            + from.getEpochSecond()
            + "&end="
            + to.getEpochSecond()
            + "&query="
            + URLEncoder.encode(expression, StandardCharsets.UTF_8));
  }

  private JsonNode data(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    JsonNode document = new ObjectMapper().readTree(answer.body());
    if (!document.path("status").asText().equals("success")) {
      throw new IllegalStateException(answer.body());
    }
    return document.at("/data/result");
  }

  private boolean isReady() throws IOException, InterruptedException {
    return address().isPresent() && get("/-/ready").statusCode() == 200;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://" + address().orElseThrow() + path);
    return http.send(
        HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Optional<String> address() throws IOException {
    Matcher listening = LISTENING.matcher(Files.readString(log));
    return listening.find() ? Optional.of(listening.group(1)) : Optional.empty();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
