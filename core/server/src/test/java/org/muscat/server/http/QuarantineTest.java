package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.server.cli.MuscatCommand;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.quarantine.Quarantine;
import org.muscat.server.runtime.Session;

class QuarantineTest {

  private static final String QUARANTINE = "/api/v1/plugins/acme/quarantine";
  private static final String RELEASE = "/api/v1/plugins/acme/release";

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final Path folder;
  private Home home;
  private Session session;
  private Running server;

  QuarantineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void start() throws IOException {
    home = Home.in(folder);
    session = home.open();
    server = Running.start(session, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldTakeAPluginOutOfServiceAndBack() {
    HttpResponse<String> taken = server.post(QUARANTINE, "{\"reason\": \"wrong figures\"}");

    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body()).contains("\"status\":\"quarantined\"", "\"code\":\"P407\"");
    assertThat(server.get("/api/v1/plugins").body())
        .contains("quarantined by an operator: wrong figures");
    assertThat(server.get("/metrics").body()).contains("status=\"quarantined\"");

    HttpResponse<String> back = server.post(RELEASE, "");

    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).contains("\"status\":\"active\"");
  }

  @Test
  void shouldStillHoldAfterARestart() throws IOException {
    server.post(QUARANTINE, "{\"reason\": \"wrong figures\"}");
    server.close();

    server = Running.start(home.open(), Clock.systemUTC());

    assertThat(server.get("/api/v1/plugins").body()).contains("\"code\":\"P407\"");
  }

  @Test
  void shouldHeedWhatAnotherProcessWrites() {
    Quarantine file = new Quarantine(home.data());

    file.add("acme", "by the command line");
    await().until(() -> server.get("/api/v1/plugins").body().contains("by the command line"));
    file.remove("acme");

    await().until(() -> server.get("/api/v1/plugins").body().contains("\"status\":\"active\""));
  }

  @Test
  void shouldHeedItBesideAPluginWhoseThreadDoesNotTellItsId() throws IOException {
    server.close();
    String quiet =
        "public Quiet() { Thread thread = new Thread() {"
            + "  public void run() { java.util.concurrent.locks.LockSupport.park(); }"
            + "  public long getId() { throw new IllegalStateException(\"no\"); }"
            + "}; thread.setDaemon(true); thread.start(); }";
    PluginJar.of("quiet", PluginSource.good("Quiet", "quiet", "steady").members(quiet))
        .in(home.plugins());
    session = home.open();
    server = Running.start(session, Clock.systemUTC());
    // The watch has looked and has found the thread.
    await().until(() -> server.get("/api/v1/plugins").body().contains("\"code\":\"P405\""));

    new Quarantine(home.data()).add("acme", "by the command line");

    await().until(() -> server.get("/api/v1/plugins").body().contains("by the command line"));
  }

  @Test
  void shouldReleaseByTheCommandLineWhatNoOperatorQuarantined() throws IOException {
    session.plugins().quarantine("acme", "as the host does");

    int code = MuscatCommand.run("plugins", "release", "acme", "--data", home.data().toString());

    assertThat(code).isZero();
    await().until(() -> server.get("/api/v1/plugins").body().contains("\"status\":\"active\""));
    assertThat(Files.readString(home.data().resolve("quarantine.properties")))
        .doesNotContain("acme");
  }

  @Test
  void shouldWarnOfAPluginThatTheMuscatThatRunsDoesNotHave() throws IOException {
    home.options("listen: {port: " + URI.create(server.url()).getPort() + "}\n");
    home.config();
    StringWriter err = new StringWriter();

    int code =
        MuscatCommand.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "plugins",
            "quarantine",
            "acne",
            "--reason",
            "x",
            "--config",
            folder.resolve("muscat.yaml").toString(),
            "--plugins",
            folder.resolve("none").toString(),
            "--data",
            home.data().toString());

    assertThat(code).isZero();
    assertThat(err.toString())
        .contains(
            "no plugin 'acne' in the Muscat that runs, " + server.url(), "did you mean 'acme'?");
  }

  @Test
  void shouldLeaveARequestToTheMuscatThatRuns() throws IOException {
    server.close();
    new Quarantine(home.data()).requestRelease("acme", Instant.EPOCH);

    home.open().close();

    assertThat(Files.readString(home.data().resolve("quarantine.properties")))
        .contains("release.acme=1970");
    assertThat(new Quarantine(home.data()).reasons()).isEmpty();
  }

  @Test
  @Timeout(60)
  void shouldSayAtTheStartThatTheFileIsSpoiledAndWhatToDo() throws IOException {
    server.close();
    Path file = home.data().resolve("quarantine.properties");
    Files.writeString(file, "acme=\\uZZZZ");
    StringWriter err = new StringWriter();

    int code =
        MuscatCommand.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "serve",
            "--port",
            "0",
            "--config",
            folder.resolve("muscat.yaml").toString(),
            "--plugins",
            home.plugins().toString(),
            "--data",
            home.data().toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("muscat: " + file + " cannot be used")
        .contains("Malformed", "correct it", "delete it")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldGoOnWhenTheFileIsSpoiled() throws IOException {
    server.post(QUARANTINE, "{\"reason\": \"wrong figures\"}");

    Files.writeString(home.data().resolve("quarantine.properties"), "acme=\\uZZZZ");

    for (HttpResponse<String> other :
        List.of(server.post(RELEASE, ""), server.post(QUARANTINE, "{\"reason\": \"again\"}"))) {
      assertThat(other.statusCode()).isEqualTo(500);
      assertThat(other.headers().firstValue("content-type")).contains("application/problem+json");
      assertThat(other.body())
          .contains("nothing has changed: ", "quarantine.properties cannot be used", "Malformed")
          .contains("correct it", "delete it")
          .doesNotContain("see the log");
    }
    assertThat(logs.errors()).isEmpty();
    assertThat(server.get("/api/v1/plugins").body()).contains("\"code\":\"P407\"");
  }

  @Test
  void shouldRefuseWhatCannotBeMeant() {
    assertThat(server.post("/api/v1/plugins/none/quarantine", "{\"reason\": \"x\"}").statusCode())
        .isEqualTo(404);
    assertThat(server.post("/api/v1/plugins/none/release", "").statusCode()).isEqualTo(404);
    assertThat(server.post(QUARANTINE, "{}").statusCode()).isEqualTo(422);
    assertThat(server.post(QUARANTINE, "{\"reason\": \"a\\nb\"}").statusCode()).isEqualTo(422);
    assertThat(server.post(QUARANTINE, "no json").statusCode()).isEqualTo(400);
    assertThat(server.send("POST", RELEASE, "content-type", "text/plain").statusCode())
        .isEqualTo(415);
    assertThat(server.get(QUARANTINE).statusCode()).isEqualTo(405);
    assertThat(new Quarantine(home.data()).reasons()).isEmpty();
  }
}
