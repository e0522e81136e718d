package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muscat.host.Readings.bind;
import static org.muscat.host.Readings.request;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.faultpack.Fault;
import org.muscat.faultpack.Faults;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.faultpack.Symptom;
import org.muscat.faultpack.Symptom.Part;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Measured;

/** Every fault there is beside a sound plugin, which must not notice. */
class FaultPackTest {

  private static final int TICKS = 10;
  private static final int MOST_SERIES = 100;
  private static final String TIMED_OUT = "P401";
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Set<String> THREADS =
      Set.of("plugin-", "feed-", "setup-", "fault-", "child-");

  /** Where the code of the faulty plugin runs; the sound one is in the host. */
  private enum Mode {
    HOST,
    PROCESS;

    /** What is to be seen of a fault; empty if it must not run like this. */
    Optional<Symptom> symptom(Fault fault) {
      return this == PROCESS ? Optional.of(fault.inChild()) : fault.inHost();
    }

    HostSettings settings(Fault fault) {
      return new HostSettings(
          new GuardSettings(
              Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(2), grace(fault)),
          Map.of(fault.id(), this == PROCESS ? Isolation.process(32) : Isolation.HOST),
          Isolation.HOST);
    }

    /** Who heeds the interrupt is waited for, however busy the machine is. */
    private Duration grace(Fault fault) {
      boolean heeds = symptom(fault).filter(one -> one.code().equals(TIMED_OUT)).isPresent();
      return heeds ? Duration.ofSeconds(20) : Duration.ofMillis(200);
    }
  }

  @TempDir private Path folder;

  static Stream<Arguments> faults() {
    return Arrays.stream(Mode.values())
        .flatMap(
            mode ->
                Faults.all().stream()
                    .filter(fault -> mode.symptom(fault).isPresent())
                    .map(fault -> Arguments.of(mode, fault)));
  }

  @BeforeEach
  void hold() {
    System.clearProperty(Fault.RELEASE);
  }

  @AfterEach
  void release() {
    System.setProperty(Fault.RELEASE, "now");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void shouldCostNobodyElseAnything(Mode mode, Fault fault) throws IOException {
    long loaders = PluginLoaders.count();
    Set<Thread> threads = threads();
    PluginJar.of("sound", PluginSource.good("Sound", "sound", "sound")).in(folder);
    fault.writeTo(folder);

    tryOut(mode, fault, loaders);
    System.setProperty(Fault.RELEASE, "now");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(threads()).isSubsetOf(threads);
              assertThat(PluginLoaders.count()).isLessThanOrEqualTo(loaders);
              assertThat(Children.running()).isEmpty();
            });
  }

  private void tryOut(Mode mode, Fault fault, long loaders) {
    Symptom symptom = mode.symptom(fault).orElseThrow();
    LoadedPlugins plugins = load(mode, fault);
    try (plugins) {
      assertThat(PluginLoaders.count()).isGreaterThan(loaders);
      if (symptom.part() == Part.PLUGIN) {
        assertRejected(plugins, fault, symptom);
        tick(plugins, List.of());
      } else if (symptom.part() == Part.INDICATOR) {
        assertNoReading(plugins, fault, symptom);
      } else {
        assertFetch(plugins, fault, symptom);
      }
    }
    if (symptom.part() == Part.CLOSE) {
      assertFoundWhenClosed(plugins, fault, symptom);
    }
  }

  private LoadedPlugins load(Mode mode, Fault fault) {
    try {
      return PluginLoader.load(folder, mode.settings(fault));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRejected(LoadedPlugins plugins, Fault fault, Symptom symptom) {
    assertThat(plugins.verdicts())
        .filteredOn(verdict -> verdict.location().endsWith(fault.id() + ".jar"))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.status()).isEqualTo(Status.REJECTED);
              assertThat(verdict.code()).isEqualTo(symptom.code());
              assertThat(verdict.toString()).contains(symptom.words());
              assertThat(verdict.fix()).isNotBlank();
            });
  }

  private static void assertFoundWhenClosed(LoadedPlugins plugins, Fault fault, Symptom symptom) {
    assertThat(plugins.verdicts())
        .filteredOn(verdict -> verdict.plugin().equals("fault-" + fault.id()))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.code()).isEqualTo(symptom.code());
              assertThat(verdict.cause()).contains(symptom.words());
            });
  }

  private static void assertNoReading(LoadedPlugins plugins, Fault fault, Symptom symptom) {
    BoundIndicator bad = bind(plugins, fault.indicator());
    Optional<CallFailed> first = tick(plugins, List.of(bad)).get(0).failure();
    for (int i = 1; i < TICKS; i++) {
      tick(plugins, List.of(bad));
    }

    assertThat(first)
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind().code()).isEqualTo(symptom.code());
              assertThat(failure.message()).contains(symptom.words());
            });
  }

  private void assertFetch(LoadedPlugins plugins, Fault fault, Symptom symptom) {
    try (HostedFeed feed = open(plugins, fault)) {
      FetchOutcome first = fetch(feed, symptom.part() == Part.FEED ? SHORT : LONG);
      for (int i = 1; i < TICKS; i++) {
        tick(plugins, List.of());
      }
      if (symptom.part() == Part.FEED) {
        assertThat(first).isInstanceOf(FetchOutcome.Failed.class);
        CallFailed failure = ((FetchOutcome.Failed) first).failure();
        assertThat(failure.kind().code()).isEqualTo(symptom.code());
        assertThat(failure.message()).contains(symptom.words());
      } else {
        assertThat(first).isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(plugins.meters()).hasSizeLessThanOrEqualTo(MOST_SERIES);
      }
    }
  }

  /** Reads the sound plugin beside others, whose outcomes are given back. */
  private static List<Outcome> tick(LoadedPlugins plugins, List<BoundIndicator> others) {
    List<ReadRequest> requests = new ArrayList<>();
    requests.add(request(bind(plugins, "sound")));
    others.forEach(other -> requests.add(request(other)));
    List<Outcome> outcomes = plugins.readAll(requests);
    assertThat(outcomes.get(0).reading()).isEqualTo(Measured.of(1, Readings.NOW));
    return outcomes.subList(1, outcomes.size());
  }

  private HostedFeed open(LoadedPlugins plugins, Fault fault) {
    ConfigNode none = ConfigNode.emptyMapping(new Place("muscat.yaml", 1, ""));
    return plugins
        .feed(fault.feed())
        .orElseThrow()
        .open(fault.feed(), none, folder, Clock.systemUTC(), new Problems())
        .orElseThrow();
  }

  private static FetchOutcome fetch(HostedFeed feed, Duration deadline) {
    return feed.fetch(FetchRequest.first(Clock.systemUTC().instant().plus(deadline)));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> THREADS.stream().anyMatch(thread.getName()::startsWith))
        .collect(Collectors.toSet());
  }
}
