package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;

@Timeout(120)
class JobsCommandTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private Home home;
  private Running server;

  private record Told(int exit, String out, String err) {}

  @BeforeEach
  void start() throws IOException {
    home =
        Home.in(folder)
            .options(
                """
                jobs:
                  - {id: tidy, cron: "0 4 * * *", zone: Europe/Berlin, prune: {keep: P90D}}
                  - {id: past, backfill: {from: 2024-01-01T00:00:00Z, to: 2024-02-01T00:00:00Z}}
                """);
    Session session = home.open();
    Home.points(session.store(), "test/one", Instant.now().minus(Duration.ofDays(3)), 60, 60);
    server = Running.start(session, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Told run(String... arguments) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all =
        Stream.of(
                List.of("jobs"),
                List.of(arguments),
                List.of(
                    "--port",
                    String.valueOf(URI.create(server.url()).getPort()),
                    "--config",
                    home.config().toString(),
                    "--data",
                    home.data().toString()))
            .flatMap(List::stream)
            .toArray(String[]::new);
    int exit = MuscatCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    return new Told(exit, out.toString(), err.toString());
  }

  @Test
  void shouldListWhenJobsRunAndHowTheyFare() throws IOException {
    Told list = run("list");

    assertThat(list.exit()).as(list.err()).isZero();
    assertThat(list.out().lines().toList().get(1))
        .startsWith("tidy  prune")
        .contains("cron 0 4 * * * Europe/Berlin  20");
    assertThat(list.out().lines().toList().get(2)).contains("past  backfill  when told");
    assertThat(run("list", "--json").out()).startsWith("[{\"job\":\"tidy\",\"kind\":\"prune\"");
  }

  @Test
  void shouldRunAJobAndShowWhatCameOfIt() throws IOException {
    assertThat(run("run", "past").out()).startsWith("past runs as of 20");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Told history = run("history", "past", "--limit", "3");
              assertThat(history.out()).contains("succeeded").contains("operator");
              assertThat(history.out()).contains("64 days of 2 theatres");
            });
  }

  @Test
  void shouldPauseAndResume() throws IOException {
    assertThat(run("pause", "tidy").out()).startsWith("tidy is paused since 20");
    assertThat(run("list").out().lines().toList().get(1)).contains("paused");
    assertThat(run("resume", "tidy").out()).startsWith("tidy is due next at 20");
  }

  @Test
  void shouldSayThatThereIsNoSuchJob() throws IOException {
    Told told = run("run", "nobody");

    assertThat(told.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(told.err()).contains("no job 'nobody' is configured");
    assertThat(run("pause", "../x").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void shouldSayThatNobodyAnswers() throws IOException {
    server.close();

    Told told = run("list");

    assertThat(told.exit()).isEqualTo(ExitCode.INTERNAL);
    assertThat(told.err()).contains("nobody answers at http://127.0.0.1:");
  }
}
