package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.spi.FetchRequest;

/** A thread is its plugin's, whatever it has been given since. */
class HiddenThreadsTest {

  /** Ends the threads, which ignore interrupts; a name of its own for each test. */
  private final String property = "fault." + UUID.randomUUID();

  private final String name = "hidden-" + UUID.randomUUID();
  private final Path folder;

  HiddenThreadsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void end() {
    System.setProperty(property, "off");
    await().until(() -> threads() == 0 && Children.running().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          false | thread.setContextClassLoader(null)
          true  | thread.setContextClassLoader(null)
          false | thread.setContextClassLoader(ClassLoader.getSystemClassLoader())
          true  | thread.setContextClassLoader(ClassLoader.getSystemClassLoader())
          """)
  void shouldCountAThreadWithAnotherContextClassLoader(boolean process, String disguise)
      throws IOException {
    write(start("Thread thread = new Thread(task, name);", disguise));

    assertCounted(process);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void shouldCountAThreadOfAGroupOfItsOwn(boolean process) throws IOException {
    write(
        start(
            "Thread thread = new Thread(new ThreadGroup(\"own\"), task, name);",
            "thread.setContextClassLoader(null)"));

    assertCounted(process);
  }

  private void assertCounted(boolean process) throws IOException {
    Isolation isolation = process ? Isolation.process(32) : Isolation.HOST;
    try (LoadedPlugins plugins =
        PluginLoader.load(folder, new HostSettings(Readings.PATIENT, Map.of(), isolation))) {
      ConfigNode none = ConfigNode.emptyMapping(new Place("muscat.yaml", 1, ""));
      HostedFeed feed =
          plugins
              .feed("leak")
              .orElseThrow()
              .open("leak", none, folder, Clock.systemUTC(), new Problems())
              .orElseThrow();

      feed.fetch(FetchRequest.first(Clock.systemUTC().instant().plusSeconds(60)));
      plugins.watchThreads();

      Verdict verdict = plugins.verdicts().get(0);
      assertThat(verdict.status()).isEqualTo(Status.QUARANTINED);
      assertThat(verdict.cause()).isEqualTo("1 thread of its own runs, none may: " + name);
    }
  }

  private String start(String made, String disguise) {
    return "String name = \""
        + name
        + "\"; Runnable task = () -> spinUntil(\""
        + property
        + "\"); "
        + made
        + disguise
        + "; thread.setDaemon(true); thread.start();";
  }

  private void write(String start) throws IOException {
    PluginJar.of(
            "a",
            PluginSource.good("A", "a", "steady")
                .feed("leak", start + "return Batch.last(List.of(), List.of(), \"\");"))
        .in(folder);
  }

  private long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .count();
  }
}
