package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muscat.host.Readings.NOW;
import static org.muscat.host.Readings.PATIENT;
import static org.muscat.host.Readings.bind;
import static org.muscat.host.Readings.read;
import static org.muscat.host.Readings.request;
import static org.muscat.host.Readings.value;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

class LoadedPluginsTest {

  private static final GuardSettings HASTY =
      new GuardSettings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(500));

  private final Path folder;

  /** Ends what spins, by its system property; a name of its own for each test. */
  private final String end = "end." + UUID.randomUUID();

  LoadedPluginsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void endSpinning() {
    System.setProperty(end, "true");
  }

  @Test
  void shouldReadInTheOrderOfTheRequests() throws IOException {
    PluginJar.of("a", PluginSource.good("A", "a", "one").indicator("two", value("2"))).in(folder);
    PluginJar.of("b", PluginSource.of("B", "b").indicator("three", value("3"))).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      List<Outcome> outcomes = read(plugins, "two", "three", "one", "two");

      assertThat(outcomes)
          .extracting(outcome -> ((Measured) outcome.reading()).value())
          .containsExactly(2.0, 3.0, 1.0, 2.0);
      assertThat(outcomes).allMatch(outcome -> outcome.failure().isEmpty());
    }
  }

  @Test
  void shouldReadNothingForNoRequests() throws IOException {
    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.readAll(List.of())).isEmpty();
    }
  }

  @Test
  void shouldLoseOnlyTheReadingThatThrows() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.good("A", "a", "before")
                .indicator("bad", "throw new ArithmeticException(\"by zero\");")
                .indicator("deep", "return deep(known);")
                .members("static Reading deep(SeriesView v) { return deep(v); }")
                .indicator("after", value("1")))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      List<Outcome> outcomes = read(plugins, "before", "bad", "deep", "after");

      assertThat(((NoData) outcomes.get(1).reading()).reason())
          .matches("indicator failed: java.lang.ArithmeticException: by zero \\(A\\.java:\\d+\\)");
      assertThat(outcomes.get(1).failure().orElseThrow().kind()).isEqualTo(CallFailed.Kind.THREW);
      assertThat(outcomes.get(2).reading())
          .isEqualTo(new NoData("indicator failed: java.lang.StackOverflowError"));
      assertThat(outcomes.get(0).reading()).isEqualTo(Measured.of(1, NOW));
      assertThat(outcomes.get(3).reading()).isEqualTo(Measured.of(1, NOW));
    }
  }

  @Test
  void shouldNotTakeNullForAReading() throws IOException {
    PluginJar.of("a", PluginSource.of("A", "a").indicator("none", "return null;")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      Outcome outcome = read(plugins, "none").get(0);

      assertThat(outcome.reading()).isEqualTo(new NoData("indicator failed: read() returned null"));
      assertThat(outcome.failure().orElseThrow().kind().code()).isEqualTo("P403");
    }
  }

  @Test
  void shouldTimeOutAReadingThatWaits() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.good("A", "a", "before")
                .indicator("slow", "new java.util.concurrent.Semaphore(0).acquire(); return null;")
                .indicator("after", value("1")))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      List<Outcome> outcomes = read(plugins, "before", "slow", "after");

      assertThat(outcomes.get(0).failure()).isEmpty();
      assertThat(outcomes.get(1).reading()).isEqualTo(new NoData("indicator timed out after PT1S"));
      assertThat(outcomes.get(1).failure().orElseThrow().kind().code()).isEqualTo("P401");
      assertThat(outcomes.get(2).failure().orElseThrow().kind()).isEqualTo(CallFailed.Kind.SKIPPED);
      assertThat(read(plugins, "after").get(0).failure()).isEmpty();
      assertThat(plugins.verdicts().get(0).status()).isEqualTo(Status.ACTIVE);
    }
  }

  @Test
  void shouldAbandonAReadingThatSpinsAndReadTheOthers() throws IOException {
    PluginJar.of("bad", spinning()).in(folder);
    PluginJar.of("good", PluginSource.good("Good", "good", "fine")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      List<Outcome> outcomes = read(plugins, "sound", "spin", "fine", "late");

      assertThat(outcomes.get(0).reading()).isEqualTo(Measured.of(1, NOW));
      assertThat(outcomes.get(1).failure().orElseThrow().kind()).isEqualTo(CallFailed.Kind.STUCK);
      assertThat(outcomes.get(2).reading()).isEqualTo(Measured.of(1, NOW));
      assertThat(outcomes.get(3).failure().orElseThrow().kind()).isEqualTo(CallFailed.Kind.SKIPPED);
      assertThat(plugins.verdicts())
          .extracting(verdict -> verdict.plugin() + " " + verdict.status() + " " + verdict.code())
          .containsExactly("bad STUCK P402", "good ACTIVE ");
      assertThat(plugins.verdicts().get(0).cause()).contains("indicator 'spin'", "PT1S");
    }
  }

  @Test
  void shouldQuarantineAPluginWhoseThreadsAreUsedUp() throws IOException {
    PluginJar.of("bad", spinning()).in(folder);
    PluginJar.of("good", PluginSource.good("Good", "good", "fine")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      read(plugins, "spin");
      read(plugins, "spin");
      List<Outcome> outcomes = read(plugins, "sound", "fine");

      assertThat(outcomes.get(0).failure().orElseThrow().kind())
          .isEqualTo(CallFailed.Kind.QUARANTINED);
      assertThat(outcomes.get(1).failure()).isEmpty();
      assertThat(plugins.verdicts())
          .extracting(verdict -> verdict.plugin() + " " + verdict.status() + " " + verdict.code())
          .containsExactly("bad QUARANTINED P402", "good ACTIVE ");
    }
  }

  @Test
  void shouldWaitForSeveralStuckPluginsAtOnce() throws IOException {
    for (String id : List.of("a", "b", "c", "d")) {
      PluginJar.of(id, PluginSource.of("P", id).indicator(id + "-spin", spin())).in(folder);
    }
    Duration all = HASTY.readDeadline().plus(HASTY.grace()).multipliedBy(4);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      long start = System.nanoTime();
      List<Outcome> outcomes = read(plugins, "a-spin", "b-spin", "c-spin", "d-spin");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(all);
      assertThat(outcomes).allMatch(o -> o.failure().orElseThrow().kind() == CallFailed.Kind.STUCK);
    }
  }

  @Test
  void shouldSkipAPluginThatStillWorksForAnotherTick() throws IOException {
    String started = "started." + end;
    PluginJar.of(
            "a",
            PluginSource.of("A", "a")
                .indicator("slow", "System.setProperty(\"" + started + "\", \"\");" + spin()))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      CompletableFuture<List<Outcome>> first =
          CompletableFuture.supplyAsync(() -> read(plugins, "slow"));
      await().until(() -> System.getProperty(started) != null);
      Outcome late = read(plugins, "slow").get(0);
      System.setProperty(end, "true");

      assertThat(late.reading())
          .isEqualTo(new NoData("indicator skipped: an earlier call still runs"));
      assertThat(first.join().get(0).failure()).isEmpty();
    }
  }

  @Test
  void shouldNotReadWhenClosed() throws IOException {
    PluginJar.of("a", PluginSource.good("A", "a", "fine")).in(folder);
    LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT));
    BoundIndicator fine = bind(plugins, "fine");

    plugins.close();

    Outcome outcome = plugins.readAll(List.of(request(fine))).get(0);
    assertThat(outcome.failure().orElseThrow().kind()).isEqualTo(CallFailed.Kind.CLOSED);
  }

  private PluginSource spinning() {
    return PluginSource.good("Bad", "bad", "sound")
        .indicator("spin", spin())
        .indicator("late", value("1"));
  }

  private String spin() {
    return "spinUntil(\"" + end + "\"); " + value("1");
  }
}
