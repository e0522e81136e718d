package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muscat.host.Readings.PATIENT;
import static org.muscat.host.Readings.read;
import static org.muscat.host.Readings.value;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.spi.FetchRequest;

/** What the calls of a plugin, and its operators, make of its verdict. */
class PluginHealthTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final GuardSettings HASTY =
      new GuardSettings(
          LONG,
          Duration.ofMillis(300),
          LONG,
          Duration.ofMillis(300),
          new BreakerSettings(2, Duration.ofMillis(500), Duration.ofSeconds(1)),
          10,
          4);
  private static final String WAIT = "new java.util.concurrent.Semaphore(0).acquire();";

  private final Path folder;

  /** Turns the fault on or off, by its system property; a name of its own for each test. */
  private final String property = "fault." + UUID.randomUUID();

  PluginHealthTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void end() {
    System.setProperty(property, "off");
  }

  @Test
  void shouldBeDegradedUntilNoReadingThrows() throws IOException {
    PluginJar.of("a", faulty("throw new IllegalStateException(\"no licence\");")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      read(plugins, "steady", "faulty");

      assertThat(verdict(plugins).status()).isEqualTo(Status.DEGRADED);
      assertThat(verdict(plugins).code()).isEqualTo("P406");
      assertThat(verdict(plugins).cause())
          .startsWith("indicator 'faulty' failed: java.lang.IllegalStateException: no licence");

      System.setProperty(property, "off");
      read(plugins, "steady", "faulty");

      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);
      assertThat(verdict(plugins).code()).isEmpty();
    }
  }

  @Test
  void shouldSayThatAResultIsNone() throws IOException {
    PluginJar.of("a", faulty("return null;")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      read(plugins, "faulty");

      assertThat(verdict(plugins).code()).isEqualTo("P403");
      assertThat(verdict(plugins).status()).isEqualTo(Status.DEGRADED);
    }
  }

  @Test
  void shouldLeaveAPluginAloneThatIsTooLateTooOftenAndTryItAgain() throws IOException {
    PluginJar.of("a", faulty(WAIT)).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      read(plugins, "faulty");

      assertThat(verdict(plugins).code()).isEqualTo("P401");

      read(plugins, "faulty");

      assertThat(verdict(plugins).code()).isEqualTo("P404");
      Outcome refused = read(plugins, "steady").get(0);
      assertThat(refused.failure().orElseThrow().kind()).isEqualTo(CallFailed.Kind.BREAKER_OPEN);
      assertThat(refused.failure().orElseThrow().message()).contains("the next try is in PT1S");

      System.setProperty(property, "off");
      await().until(() -> read(plugins, "faulty").get(0).failure().isEmpty());

      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);
    }
  }

  @Test
  void shouldBlameTheOneThatIsLateAndNotTheOneThatThrew() throws IOException {
    PluginJar.of("a", faulty(WAIT).indicator("wrong", "throw new IllegalStateException();"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      read(plugins, "wrong", "faulty");

      assertThat(verdict(plugins).code()).isEqualTo("P401");
      assertThat(verdict(plugins).cause()).startsWith("indicator 'faulty' did not end");

      read(plugins, "wrong", "faulty");

      assertThat(verdict(plugins).code()).isEqualTo("P404");
    }
  }

  @Test
  void shouldTryIndicatorsWithoutAnyEffectOnTheirPlugin() throws IOException {
    PluginJar.of("a", faulty("spinUntil(\"" + property + "\"); return null;")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      List<ReadRequest> one = List.of(Readings.request(Readings.bind(plugins, "faulty")));

      for (int i = 0; i < 3; i++) {
        assertThat(plugins.readApart(one).get(0).failure().orElseThrow().kind())
            .isEqualTo(CallFailed.Kind.STUCK);
      }

      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);
      assertThat(read(plugins, "steady").get(0).failure()).isEmpty();
      assertThat(plugins.usages().get(0).stuckThreads()).isEqualTo(3);
    }
  }

  @Test
  void shouldCountTheStuckThreadsOfAFeedThatWasClosedUntilTheyEnd() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.good("A", "a", "one")
                .feed("spin", "spinUntil(\"" + property + "\"); return null;"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      HostedFeed feed = open(plugins, "spin");
      feed.fetch(FetchRequest.first(Clock.systemUTC().instant().plusMillis(300)));
      feed.close();
      read(plugins, "one");

      assertThat(plugins.usages().get(0).stuckThreads()).isEqualTo(1);
      assertThat(verdict(plugins).status()).isEqualTo(Status.STUCK);

      System.setProperty(property, "off");
      await().until(() -> plugins.usages().get(0).stuckThreads() == 0);
      read(plugins, "one");

      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);
    }
  }

  @Test
  void shouldTellWhatIsWrongWhenNoThreadIsStuckAnyMore() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.good("A", "a", "steady")
                .indicator(
                    "faulty",
                    "spinUntil(\""
                        + property
                        + "\"); throw new IllegalStateException(\"no licence\");"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      read(plugins, "faulty");
      assertThat(verdict(plugins).status()).isEqualTo(Status.STUCK);

      System.setProperty(property, "off");
      await().until(() -> plugins.usages().get(0).stuckThreads() == 0);
      read(plugins, "faulty");

      assertThat(verdict(plugins).code()).isEqualTo("P406");
      assertThat(verdict(plugins).status()).isEqualTo(Status.DEGRADED);
    }
  }

  @Test
  void shouldBeStuckNoLongerThanAThreadIs() throws IOException {
    PluginJar.of("a", faulty("spinUntil(\"" + property + "\");")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      read(plugins, "faulty");
      plugins.watchThreads();
      assertThat(verdict(plugins).status()).isEqualTo(Status.STUCK);

      System.setProperty(property, "off");
      await().until(() -> plugins.usages().get(0).stuckThreads() == 0);
      plugins.watchThreads();

      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);
    }
  }

  @Test
  void shouldCallAFeedAgainWhoseStuckThreadsHaveEnded() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.of("A", "a")
                .feed(
                    "spin",
                    "spinUntil(\""
                        + property
                        + "\"); return Batch.last(List.of(), List.of(), \"\");"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY));
        HostedFeed feed = open(plugins, "spin")) {
      for (int i = 0; i < 2; i++) {
        feed.fetch(FetchRequest.first(Clock.systemUTC().instant().plusMillis(300)));
      }
      System.setProperty(property, "off");
      await().until(() -> plugins.usages().get(0).stuckThreads() == 0);

      FetchOutcome again = feed.fetch(FetchRequest.first(Clock.systemUTC().instant().plus(LONG)));

      assertThat(again).isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);
    }
  }

  @Test
  void shouldKeepTheMetersOfAFeedWhenItsNamesakeIsClosed() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.of("A", "a")
                .feed(
                    "counting",
                    "context.meters().count(\"pages\", 1);"
                        + " return Batch.last(List.of(), List.of(), \"\");"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT));
        HostedFeed feed = open(plugins, "counting")) {
      feed.fetch(FetchRequest.first(Clock.systemUTC().instant().plus(LONG)));

      open(plugins, "counting").close();

      assertThat(plugins.meters()).hasSize(1);
    }
  }

  private HostedFeed open(LoadedPlugins plugins, String id) {
    ConfigNode none = ConfigNode.emptyMapping(new Place("muscat.yaml", 1, ""));
    return plugins
        .feed(id)
        .orElseThrow()
        .open(id, none, folder, Clock.systemUTC(), new Problems())
        .orElseThrow();
  }

  @Test
  void shouldCallNothingThatAnOperatorQuarantinedUntilItIsReleased() throws IOException {
    PluginJar.of("a", PluginSource.good("A", "a", "one")).in(folder);
    PluginJar.of("b", PluginSource.good("B", "b", "two")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      assertThat(plugins.quarantine("a", "wrong figures")).isTrue();

      List<Outcome> outcomes = read(plugins, "one", "two");
      assertThat(outcomes.get(0).failure().orElseThrow().message())
          .isEqualTo("not called: quarantined by an operator: wrong figures");
      assertThat(outcomes.get(1).failure()).isEmpty();
      assertThat(verdict(plugins).status()).isEqualTo(Status.QUARANTINED);
      assertThat(verdict(plugins).code()).isEqualTo("P407");

      assertThat(plugins.release("a")).isTrue();

      assertThat(read(plugins, "one").get(0).failure()).isEmpty();
      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);
      assertThat(plugins.quarantine("c", "none")).isFalse();
      assertThat(plugins.release("c")).isFalse();
    }
  }

  @Test
  void shouldGiveNewThreadsToAPluginThatIsReleased() throws IOException {
    PluginJar.of("a", faulty("spinUntil(\"" + property + "\"); return null;")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      read(plugins, "faulty");
      read(plugins, "faulty");

      assertThat(verdict(plugins).status()).isEqualTo(Status.QUARANTINED);
      assertThat(plugins.usages().get(0).stuckThreads()).isEqualTo(2);

      plugins.release("a");

      assertThat(read(plugins, "steady").get(0).failure()).isEmpty();
      assertThat(plugins.usages().get(0).stuckThreads()).isEqualTo(2);
    }
  }

  @Test
  void shouldNameThreadsThatAreLeftBehind() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.good("A", "a", "one")
                .indicator(
                    "leaking",
                    "Thread thread = new Thread(() -> spinUntil(\""
                        + property
                        + "\"), \"leak-of-acme\"); thread.setDaemon(true); thread.start();"
                        + value("1")))
        .in(folder);
    LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY));
    read(plugins, "leaking");

    plugins.close();

    assertThat(verdict(plugins).code()).isEqualTo("P405");
    assertThat(verdict(plugins).cause()).endsWith(": leak-of-acme");
  }

  @Test
  void shouldLeaveNoVerdictOnThreadsThatEnd() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.good("A", "a", "one")
                .indicator(
                    "brief",
                    "new Thread(() -> java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L))"
                        + ".start();"
                        + value("1")))
        .in(folder);
    LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY));
    read(plugins, "brief");

    plugins.close();

    assertThat(verdict(plugins).code()).isEmpty();
  }

  @Test
  void shouldCountWhatAPluginCostsWhileItIsStuckToo() throws IOException {
    PluginJar.of(
            "a",
            faulty(
                "byte[] waste = new byte[10_000_000]; spinUntil(\""
                    + property
                    + "\"); return null;"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(HASTY))) {
      List<String> heard = new CopyOnWriteArrayList<>();
      plugins.listen((plugin, call, took) -> heard.add(plugin + " " + call));
      read(plugins, "faulty");

      await()
          .untilAsserted(
              () ->
                  assertThat(plugins.usages().get(0).cost().cpuNanos())
                      .isGreaterThan(500_000_000L));
      assertThat(plugins.usages().get(0).cost().allocatedBytes()).isGreaterThan(10_000_000L);
      assertThat(heard).containsExactly("a read");
    }
  }

  /** A plugin with a sound indicator and one that does this until the property is set. */
  private PluginSource faulty(String fault) {
    return PluginSource.good("A", "a", "steady")
        .indicator(
            "faulty",
            "if (System.getProperty(\"" + property + "\") == null) {" + fault + "} " + value("1"));
  }

  private static Verdict verdict(LoadedPlugins plugins) {
    return plugins.verdicts().get(0);
  }
}
