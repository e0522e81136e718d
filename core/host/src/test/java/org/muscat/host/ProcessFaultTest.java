package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muscat.host.Readings.value;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

/** What a plugin in a child JVM does wrong costs only its own readings. */
class ProcessFaultTest extends ProcessTest {

  /** A quarter of the grace is for ending a process; a busy machine needs that. */
  private static final GuardSettings HASTY =
      new GuardSettings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(4));

  ProcessFaultTest(@TempDir Path folder) {
    super(folder);
  }

  @Test
  void shouldLoseOnlyTheReadingsOfAPluginThatExits() throws IOException {
    good();
    PluginJar.of(
            "a", PluginSource.of("A", "acme").indicator("exit", "System.exit(3); return null;"))
        .in(folder());

    List<Outcome> outcomes = Readings.read(inProcess(Readings.PATIENT), "exit", "fine");

    assertThat(outcomes.get(0).failure().orElseThrow().message())
        .isEqualTo("failed: the process of plugin 'a' ended with exit code 3");
    assertThat(outcomes.get(1).failure()).isEmpty();
  }

  @Test
  void shouldFailAtOnceWhileTheProcessIsAwayAndServeAgainAfterwards() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.of("A", "acme")
                .indicator("exit", "System.exit(3); return null;")
                .indicator("steady", value("7")))
        .in(folder());
    inProcess(Readings.PATIENT);
    ReadRequest steady = Readings.request(Readings.bind(plugins(), "steady"));

    Readings.read(plugins(), "exit");
    Outcome away = plugins().readAll(List.of(steady)).get(0);

    assertThat(away.reading()).isInstanceOf(NoData.class);
    assertThat(away.failure().orElseThrow().message())
        .contains("ended with exit code 3; it is restarted at 20");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(plugins().readAll(List.of(steady)).get(0).failure()).isEmpty());
  }

  @Test
  void shouldNameTheSignalThatKilledTheProcess() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.of("A", "acme")
                .indicator("wait", "new java.util.concurrent.Semaphore(0).acquire(); return null;"))
        .in(folder());
    inProcess(Readings.PATIENT);
    ReadRequest request = Readings.request(Readings.bind(plugins(), "wait"));
    List<ProcessHandle> children = Children.running();

    assertThat(children).hasSize(1);
    CompletableFuture<List<Outcome>> outcomes =
        CompletableFuture.supplyAsync(() -> plugins().readAll(List.of(request)));
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(t -> t.getName().equals("plugin-acme")));
    children.get(0).destroyForcibly();

    assertThat(outcomes.join().get(0).failure().orElseThrow().message())
        .contains("ended with exit code 137 (signal 9)");
  }

  @Test
  void shouldKillAProcessThatIgnoresTheInterrupt() throws IOException {
    good();
    PluginJar.of("a", PluginSource.of("A", "acme").indicator("spin", "while (true) {}"))
        .in(folder());
    inProcess(HASTY);
    ReadRequest spin = Readings.request(Readings.bind(plugins(), "spin"));
    List<ProcessHandle> before = Children.running();

    Outcome late = plugins().readAll(List.of(spin)).get(0);

    assertThat(late.failure().orElseThrow().kind()).isEqualTo(CallFailed.Kind.TIMED_OUT);
    await().untilAsserted(() -> assertThat(before).filteredOn(ProcessHandle::isAlive).hasSize(1));
    assertThat(plugins().readAll(List.of(spin)).get(0).failure().orElseThrow().message())
        .contains("was killed because a call did not end in time and ignored the interrupt");
    assertThat(plugins().verdicts())
        .extracting(Verdict::status)
        .containsExactly(Status.DEGRADED, Status.ACTIVE);
    assertThat(Readings.read(plugins(), "fine").get(0).failure()).isEmpty();
  }

  @Test
  void shouldKeepAProcessThatHeedsTheInterrupt() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.of("A", "acme")
                .indicator("sleep", "new java.util.concurrent.Semaphore(0).acquire(); return null;")
                .indicator("pid", value("ProcessHandle.current().pid()")))
        .in(folder());
    inProcess(HASTY);
    Outcome before = Readings.read(plugins(), "pid").get(0);

    Outcome late = Readings.read(plugins(), "sleep").get(0);

    assertThat(late.failure().orElseThrow().kind()).isEqualTo(CallFailed.Kind.TIMED_OUT);
    assertThat(Readings.read(plugins(), "pid").get(0)).isEqualTo(before);
  }

  @Test
  void shouldSayThatAProcessRanOutOfMemory() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.of("A", "acme")
                .indicator(
                    "hog",
                    "List<long[]> all = new ArrayList<>(); while (true) all.add(new long[100000]);"))
        .in(folder());

    Outcome outcome = Readings.read(inProcess(Readings.PATIENT), "hog").get(0);

    assertThat(outcome.failure().orElseThrow().message())
        .contains("ended with exit code 3", "java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void shouldKillAProcessThatWritesIntoTheProtocol() throws IOException {
    String body =
        """
        var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
        out.write("rubbish on the pipe".getBytes());
        new java.util.concurrent.Semaphore(0).acquire();
        return null;
        """;
    PluginJar.of("a", PluginSource.of("A", "acme").indicator("rubbish", body)).in(folder());

    Outcome outcome = Readings.read(inProcess(Readings.PATIENT), "rubbish").get(0);

    assertThat(outcome.failure().orElseThrow().message())
        .contains("was killed because it wrote on its pipe what no child says", "\"rubbish o\"");
  }

  @Test
  void shouldEndWhatThePluginStarted() throws IOException {
    String body =
        "return Measured.of(new ProcessBuilder(\"sleep\", \"600\").start().pid(), known.asOf());";
    PluginJar.of("a", PluginSource.of("A", "acme").indicator("starter", body)).in(folder());

    Outcome outcome = Readings.read(inProcess(Readings.PATIENT), "starter").get(0);
    long pid = (long) ((Measured) outcome.reading()).value();
    assertThat(ProcessHandle.of(pid)).isPresent();
    plugins().close();

    await()
        .untilAsserted(
            () -> assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty());
  }

  private void good() throws IOException {
    PluginJar.of("good", PluginSource.of("Good", "good").indicator("fine", value("1")))
        .in(folder());
  }
}
