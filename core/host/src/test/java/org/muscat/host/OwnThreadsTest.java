package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muscat.host.Readings.PATIENT;
import static org.muscat.host.Readings.bind;
import static org.muscat.host.Readings.read;
import static org.muscat.host.Readings.request;
import static org.muscat.host.Readings.value;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.spi.FetchRequest;

/** A plugin that leaves threads behind is called no more before they take the machine. */
class OwnThreadsTest {

  private static final String PLUGIN = "a";
  private static final int MOST = 2;

  private final Path folder;

  /** Ends the threads that ignore interrupts; a name of its own for each test. */
  private final String property = "fault." + UUID.randomUUID();

  private final String name = "own-" + UUID.randomUUID();

  OwnThreadsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void end() {
    System.setProperty(property, "off");
    await().untilAsserted(() -> assertThat(running()).isEmpty());
    assertThat(Children.running()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldCallAFeedNoMoreThatLeavesTooManyThreadsBehind(boolean process) throws IOException {
    write(stubborn());

    try (LoadedPlugins plugins = load(process)) {
      ReadRequest steady = request(bind(plugins, "steady"));
      HostedFeed feed = open(plugins);
      List<FetchOutcome> outcomes = List.of(fetch(feed), fetch(feed), fetch(feed), fetch(feed));

      assertThat(outcomes.subList(0, MOST + 1))
          .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class));
      assertThat(outcomes.get(MOST + 1))
          .isInstanceOfSatisfying(
              FetchOutcome.Failed.class,
              failed ->
                  assertThat(failed.failure().kind()).isEqualTo(CallFailed.Kind.TOO_MANY_THREADS));
      assertThat(plugins.readAll(List.of(steady)).get(0).failure())
          .hasValueSatisfying(failure -> assertThat(failure.kind().code()).isEqualTo("P405"));
      assertThat(verdict(plugins).status()).isEqualTo(Status.QUARANTINED);
      assertThat(verdict(plugins).code()).isEqualTo("P405");
      assertThat(verdict(plugins).cause())
          .isEqualTo("3 threads of its own run, at most 2 may: " + name);
    }
  }

  @Test
  void shouldEndTheProcessWithTheThreads() throws IOException {
    write(stubborn());

    try (LoadedPlugins plugins = load(true)) {
      long before = Children.running().get(0).pid();
      ReadRequest steady = request(bind(plugins, "steady"));
      HostedFeed feed = open(plugins);
      for (int i = 0; i <= MOST; i++) {
        fetch(feed);
      }

      await()
          .untilAsserted(
              () ->
                  assertThat(Children.running())
                      .singleElement()
                      .satisfies(child -> assertThat(child.pid()).isNotEqualTo(before)));
      plugins.release(PLUGIN);
      await()
          .untilAsserted(
              () -> assertThat(plugins.readAll(List.of(steady)).get(0).failure()).isEmpty());
    }
  }

  @Test
  void shouldInterruptThreadsThatAreTooMany() throws IOException {
    write("java.util.concurrent.locks.LockSupport.park();");

    try (LoadedPlugins plugins = load(false)) {
      HostedFeed feed = open(plugins);
      fetch(feed);
      fetch(feed);
      assertThat(running()).hasSize(MOST);

      fetch(feed);

      await().untilAsserted(() -> assertThat(running()).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldFindThreadsThatReadingsLeaveBehind(boolean process) throws IOException {
    PluginSource source = PluginSource.good("A", PLUGIN, "steady");
    PluginJar.of(PLUGIN, source.indicator("leaking", start(stubborn()) + value("1"))).in(folder);

    try (LoadedPlugins plugins = load(process)) {
      for (int i = 0; i < MOST; i++) {
        read(plugins, "leaking");
      }
      plugins.watchThreads();
      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);

      read(plugins, "leaking");
      plugins.watchThreads();

      assertThat(verdict(plugins).code()).isEqualTo("P405");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldLetAFetchUseThreadsThatItTellsToEnd(boolean process) throws IOException {
    String pool =
        "java.util.concurrent.ExecutorService pool ="
            + " java.util.concurrent.Executors.newFixedThreadPool(2);"
            + "for (int i = 0; i < 2; i++) { pool.submit(() ->"
            + " java.util.concurrent.locks.LockSupport.parkNanos(1_000_000L)); }"
            + "pool.shutdown();"
            + "return Batch.last(List.of(), List.of(), \"\");";
    PluginJar.of(PLUGIN, PluginSource.good("A", PLUGIN, "steady").feed("leak", pool)).in(folder);

    try (LoadedPlugins plugins = load(process, 0)) {
      HostedFeed feed = open(plugins);

      for (int i = 0; i < 5; i++) {
        assertThat(fetch(feed)).isInstanceOf(FetchOutcome.Fetched.class);
      }

      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);
    }
  }

  @Test
  void shouldNotCountAsLeftBehindWhatAFetchStillUses() throws Exception {
    String waiting =
        start(stubborn()) + stubborn() + "return Batch.last(List.of(), List.of(), \"\");";
    PluginJar.of(PLUGIN, PluginSource.good("A", PLUGIN, "steady").feed("leak", waiting)).in(folder);

    try (LoadedPlugins plugins = load(false, 0)) {
      HostedFeed feed = open(plugins);
      Thread fetching = new Thread(() -> fetch(feed));
      fetching.start();
      await().until(() -> !running().isEmpty());

      plugins.watchThreads();
      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);

      System.setProperty(property, "off");
      fetching.join();
    }
  }

  @Test
  void shouldTolerateNoThreadThatAFetchLeavesBehindUnlessToldSo() throws IOException {
    write(stubborn());

    try (LoadedPlugins plugins = load(false, GuardSettings.defaults().threads())) {
      fetch(open(plugins));

      assertThat(verdict(plugins).cause()).isEqualTo("1 thread of its own runs, none may: " + name);
    }
  }

  @Test
  void shouldForgiveThreadsThatCannotBeEndedWhenItIsReleased() throws IOException {
    write(stubborn());

    try (LoadedPlugins plugins = load(false)) {
      HostedFeed feed = open(plugins);
      for (int i = 0; i <= MOST; i++) {
        fetch(feed);
      }

      plugins.release(PLUGIN);
      for (int i = 0; i < MOST; i++) {
        assertThat(fetch(feed)).isInstanceOf(FetchOutcome.Fetched.class);
      }
      assertThat(verdict(plugins).status()).isEqualTo(Status.ACTIVE);

      fetch(feed);
      assertThat(verdict(plugins).cause()).startsWith("3 threads of its own run, at most 2 may");
    }
  }

  @Test
  void shouldKeepWhatAFetchBroughtWhenAThreadRefusesItsInterrupt() throws IOException {
    String refusing =
        "class Poller extends Thread {"
            + "  Poller() { super(\""
            + name
            + "\"); setDaemon(true); }"
            + "  public void run() {"
            + stubborn()
            + "}"
            + "  public void interrupt() { throw new IllegalStateException(\"no\"); }"
            + "}"
            + "new Poller().start();";
    PluginJar.of(
            PLUGIN,
            PluginSource.good("A", PLUGIN, "steady")
                .feed("leak", refusing + "return Batch.last(List.of(), List.of(), \"\");"))
        .in(folder);

    try (LoadedPlugins plugins = load(false)) {
      HostedFeed feed = open(plugins);
      fetch(feed);
      fetch(feed);

      assertThat(fetch(feed)).isInstanceOf(FetchOutcome.Fetched.class);
      plugins.watchThreads();

      assertThat(verdict(plugins).code()).isEqualTo("P405");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldCountThreadsThatDoNotTellTheirIds(boolean process) throws IOException {
    String secretive =
        "class Secretive extends Thread {"
            + "  Secretive() { super(\""
            + name
            + "\"); setDaemon(true); }"
            + "  public void run() {"
            + stubborn()
            + "}"
            + "  public long getId() { throw new IllegalStateException(\"no\"); }"
            + "  public ClassLoader getContextClassLoader() { throw new StackOverflowError(\"no\"); }"
            + "}"
            + "new Secretive().start();";
    PluginJar.of(
            PLUGIN,
            PluginSource.good("A", PLUGIN, "steady")
                .feed("leak", secretive + "return Batch.last(List.of(), List.of(), \"\");"))
        .in(folder);

    try (LoadedPlugins plugins = load(process)) {
      HostedFeed feed = open(plugins);
      for (int i = 0; i <= MOST; i++) {
        assertThat(fetch(feed)).isInstanceOf(FetchOutcome.Fetched.class);
      }
      plugins.watchThreads();

      assertThat(verdict(plugins).cause())
          .isEqualTo("3 threads of its own run, at most 2 may: " + name);
    }
  }

  /** Code that is called no more may go on by itself. */
  @Test
  void shouldEndThreadsInQuarantineToo() throws IOException {
    String on = "System.getProperty(\"" + property + "\") == null";
    String nap = "java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);";
    write(
        "while ("
            + on
            + ") { var more = new Thread(() -> { while ("
            + on
            + " && !Thread.interrupted()) {"
            + nap
            + "} }, \""
            + name
            + "\"); more.setDaemon(true); more.start(); "
            + nap
            + " Thread.interrupted(); }");

    try (LoadedPlugins plugins = load(false)) {
      fetch(open(plugins));
      await()
          .untilAsserted(
              () -> {
                plugins.watchThreads();
                assertThat(verdict(plugins).code()).isEqualTo("P405");
              });
      await().until(() -> running().size() > MOST + 1);
      List<Thread> since = running();

      plugins.watchThreads();

      await().untilAsserted(() -> assertThat(since).filteredOn(Thread::isAlive).hasSizeLessThan(2));
    }
  }

  /** A thread that ignores interrupts. */
  private String stubborn() {
    return "spinUntil(\"" + property + "\");";
  }

  private String start(String task) {
    return "Thread thread = new Thread(() -> {"
        + task
        + "}, \""
        + name
        + "\"); thread.setDaemon(true); thread.start();";
  }

  /** A plugin whose feed starts a thread that does this, each time. */
  private void write(String task) throws IOException {
    PluginJar.of(
            PLUGIN,
            PluginSource.good("A", PLUGIN, "steady")
                .feed("leak", start(task) + "return Batch.last(List.of(), List.of(), \"\");"))
        .in(folder);
  }

  private LoadedPlugins load(boolean process) throws IOException {
    return load(process, MOST);
  }

  private LoadedPlugins load(boolean process, int most) throws IOException {
    return PluginLoader.load(
        folder,
        new HostSettings(
            PATIENT.withThreads(most), Map.of(), process ? Isolation.process(32) : Isolation.HOST));
  }

  private HostedFeed open(LoadedPlugins plugins) {
    ConfigNode none = ConfigNode.emptyMapping(new Place("muscat.yaml", 1, ""));
    return plugins
        .feed("leak")
        .orElseThrow()
        .open("leak", none, folder, Clock.systemUTC(), new Problems())
        .orElseThrow();
  }

  private static FetchOutcome fetch(HostedFeed feed) {
    return feed.fetch(FetchRequest.first(Clock.systemUTC().instant().plus(Duration.ofSeconds(30))));
  }

  private List<Thread> running() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }

  private static Verdict verdict(LoadedPlugins plugins) {
    return plugins.verdicts().get(0);
  }
}
