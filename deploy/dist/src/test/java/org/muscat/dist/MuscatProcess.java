package org.muscat.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The command {@code muscat} of the distribution, as a process of its own. */
final class MuscatProcess implements AutoCloseable {

  private static final Path DISTRIBUTION = Path.of(System.getProperty("muscat.distribution"));
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String LISTENING = "listening on ";

  private final Process process;
  private final Path out;
  private final Path err;
  private final HttpClient http = HttpClient.newHttpClient();

  /** What a command that ended left behind. */
  record Ended(int exitCode, String out, String err) {}

  private MuscatProcess(Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException {
    this.out = Files.createTempFile(folder, "muscat", ".out");
    this.err = Files.createTempFile(folder, "muscat", ".err");
    List<String> command = new ArrayList<>();
    command.add(DISTRIBUTION.resolve("bin").resolve("muscat").toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // A server that lives for seconds ends before the optimising compiler pays.
    builder.environment().put("MUSCAT_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    if (!arguments.contains("--config") && !arguments.contains("dev")) {
      // The feeds of the default configuration ask publishers; a test sends nothing to them.
      builder.environment().put("MUSCAT_HTTP_REPLAY", "no-recorded-answers");
    }
    builder.environment().putAll(environment);
    this.process = builder.start();
  }

  static Path distribution() {
    return DISTRIBUTION;
  }

  /** Runs a command to its end. */
  static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
    return run(folder, Map.of(), arguments);
  }

  /** The same with more variables of the environment. */
  static Ended run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    try (MuscatProcess muscat = new MuscatProcess(folder, environment, List.of(arguments))) {
      if (!muscat.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("muscat did not end: " + List.of(arguments));
      }
      return new Ended(
          muscat.process.exitValue(), Files.readString(muscat.out), Files.readString(muscat.err));
    }
  }

  /** Starts a command that ends by itself, and does not wait. */
  static MuscatProcess start(Path folder, String... arguments) throws IOException {
    return new MuscatProcess(folder, Map.of(), List.of(arguments));
  }

  /** Starts a server and waits until it listens. */
  static MuscatProcess serve(Path folder, String... arguments) throws IOException {
    return listening(folder, "serve", arguments);
  }

  /** Starts a command that serves, on any port, and waits until it listens. */
  static MuscatProcess listening(Path folder, String command, String... arguments)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(command, "--port", "0"));
    all.addAll(List.of(arguments));
    return listening(new MuscatProcess(folder, Map.of(), all));
  }

  /** Starts a server with more variables of the environment, and waits until it listens. */
  static MuscatProcess serve(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("serve", "--port", "0"));
    all.addAll(List.of(arguments));
    return listening(new MuscatProcess(folder, environment, all));
  }

  private static MuscatProcess listening(MuscatProcess muscat) throws IOException {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !muscat.process.isAlive() || muscat.address().isPresent());
    if (!muscat.process.isAlive()) {
      throw new IllegalStateException("muscat ended: " + muscat.log());
    }
    return muscat;
  }

  /** Where it listens. */
  String url() {
    return address().orElseThrow();
  }

  HttpResponse<String> get(String path, String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url() + path)).timeout(PATIENCE);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the server wrote to its standard output. */
  String printed() throws IOException {
    return Files.readString(out);
  }

  /** What the server wrote to its standard error. */
  String log() throws IOException {
    return Files.readString(err);
  }

  /** Asks the server to stop, as an init system does, and waits until it has. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("muscat did not stop");
    }
  }

  /** Whether it has not ended yet. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills the process where it stands, and waits until it is dead. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** How it ended. */
  int exitCode() {
    return process.exitValue();
  }

  private Optional<String> address() {
    try {
      return Files.readAllLines(out).stream()
          .filter(line -> line.startsWith(LISTENING))
          .map(line -> line.substring(LISTENING.length()))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
