package org.muscat.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muscat.faultpack.Fault;
import org.muscat.faultpack.Faults;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.BoundIndicator;
import org.muscat.host.GuardSettings;
import org.muscat.host.HostSettings;
import org.muscat.host.HostedFeed;
import org.muscat.host.Isolation;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Outcome;
import org.muscat.host.PluginLoader;
import org.muscat.host.ReadRequest;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.prompt.PromptThreads;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Measured;
import org.muscat.testkit.History;

/**
 * What each fault of the fault pack costs the ticks: a sound plugin is read every 250 ms beside the
 * faulty one, in the host and in a process of its own. Tells how late ticks begin, how long they
 * take, how many sound readings were lost, and what threads and heap are left afterwards.
 *
 * <p>With {@code -Drounds=n} healthy and faulty spans take turns, so that whatever else the machine
 * does falls on both, and the quotient of the lags of a {@link LagProbe} beside the ticks is told
 * with an interval; {@code -Dwhere} is {@code host} or {@code process} for one of both.
 */
public final class FaultsBench {

  private static final int TICKS = Integer.getInteger("ticks", 60);
  private static final int ROUNDS = Integer.getInteger("rounds", 0);
  private static final String WHERE = System.getProperty("where", "");
  private static final long PERIOD_MILLIS = 250;
  private static final Instant NOW = Instant.parse("2024-01-31T00:00:00Z");
  private static final GuardSettings GUARD =
      new GuardSettings(
          Duration.ofSeconds(5),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofMillis(50));
  private static final int OWN_THREADS = Integer.getInteger("threads", GUARD.threads());

  private final double[] lags = new double[TICKS];
  private final double[] times = new double[TICKS];
  private double[] probed = {};
  private int lost;

  private FaultsBench() {}

  /** Prints a line for a healthy run, then one for each fault and mode. */
  public static void main(String[] names) throws Exception {
    if (ROUNDS > 0) {
      inTurns(names);
      return;
    }
    System.out.printf(
        "%-24s %-8s %9s %9s %9s %9s %5s %8s %8s%n",
        "fault", "where", "lag p50", "lag p99", "tick p50", "tick p99", "lost", "threads", "heap");
    System.clearProperty(Fault.RELEASE);
    new FaultsBench().run("(warm-up)", Optional.empty(), Isolation.HOST);
    new FaultsBench().run("(healthy)", Optional.empty(), Isolation.HOST);
    for (Fault fault : Faults.all()) {
      if (names.length > 0 && !Arrays.asList(names).contains(fault.id())) {
        continue;
      }
      if (fault.inHost().isPresent()) {
        new FaultsBench().run(fault.id(), Optional.of(fault), Isolation.HOST);
      }
      new FaultsBench().run(fault.id(), Optional.of(fault), Isolation.process(32));
    }
    new FaultsBench().run("(healthy)", Optional.empty(), Isolation.HOST);
  }

  private static void inTurns(String[] names) throws Exception {
    System.clearProperty(Fault.RELEASE);
    new FaultsBench().span(Optional.empty(), Isolation.HOST);
    System.out.println(LagQuotient.HEAD);
    LagQuotient inHost = new LagQuotient();
    LagQuotient inProcesses = new LagQuotient();
    for (Fault fault : Faults.all()) {
      if (names.length > 0 && !Arrays.asList(names).contains(fault.id())) {
        continue;
      }
      if (fault.inHost().isPresent() && !WHERE.equals("process")) {
        System.out.println(quotient(fault, Isolation.HOST, inHost).line(fault.id(), "host"));
      }
      if (!WHERE.equals("host")) {
        System.out.println(
            quotient(fault, Isolation.process(32), inProcesses).line(fault.id(), "process"));
      }
    }
    if (names.length != 1 && WHERE.isEmpty()) {
      System.out.println(inHost.line("(together)", "host"));
      System.out.println(inProcesses.line("(together)", "process"));
    }
  }

  /**
   * Measures one fault.
   *
   * @param together is told of the same spans
   */
  private static LagQuotient quotient(Fault fault, Isolation isolation, LagQuotient together)
      throws Exception {
    LagQuotient quotient = new LagQuotient();
    for (int i = 0; i < ROUNDS; i++) {
      FaultsBench healthy = new FaultsBench();
      healthy.span(Optional.empty(), Isolation.HOST);
      FaultsBench faulty = new FaultsBench();
      faulty.span(Optional.of(fault), isolation);
      quotient.add(healthy.probed, faulty.probed);
      together.add(healthy.probed, faulty.probed);
    }
    return quotient;
  }

  private void run(String name, Optional<Fault> fault, Isolation isolation) throws Exception {
    int threads = threads();
    double heap = heap();
    span(fault, isolation);
    System.out.printf(
        Locale.ROOT,
        "%-24s %-8s %6.2f ms %6.2f ms %6.2f ms %6.2f ms %5d %+8d %+5.1f MB%n",
        name,
        isolation.process() ? "process" : "host",
        quantile(lags, 0.5),
        quantile(lags, 0.99),
        quantile(times, 0.5),
        quantile(times, 0.99),
        lost,
        threads() - threads,
        heap() - heap);
  }

  /** Loads, ticks, closes, and lets go of what hangs. */
  private void span(Optional<Fault> fault, Isolation isolation) throws Exception {
    int threads = threads();
    Path folder = Files.createTempDirectory("faults");
    PluginJar.of("sound", PluginSource.good("Sound", "sound", "sound")).in(folder);
    if (fault.isPresent()) {
      fault.get().writeTo(folder);
    }
    Map<String, Isolation> where =
        fault.isPresent() ? Map.of(fault.get().id(), isolation) : Map.of();
    try (LoadedPlugins plugins =
        PluginLoader.load(
            folder, new HostSettings(GUARD.withThreads(OWN_THREADS), where, Isolation.HOST))) {
      measure(plugins, fault, folder);
    }
    System.setProperty(Fault.RELEASE, "now");
    long until = System.nanoTime() + 5_000_000_000L;
    while (threads() > threads && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    System.clearProperty(Fault.RELEASE);
  }

  private void measure(LoadedPlugins plugins, Optional<Fault> fault, Path folder) throws Exception {
    List<ReadRequest> requests = new ArrayList<>();
    requests.add(request(plugins, "sound"));
    fault
        .filter(one -> plugins.indicatorIds().contains(one.indicator()))
        .ifPresent(one -> requests.add(request(plugins, one.indicator())));
    AtomicBoolean fetching = new AtomicBoolean(true);
    Optional<Thread> fetcher =
        fault
            .filter(one -> plugins.feedIds().contains(one.feed()))
            .map(one -> fetcher(plugins, one, folder, fetching));
    ScheduledExecutorService ticks =
        Executors.newSingleThreadScheduledExecutor(new PromptThreads("ticks"));
    long first = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < TICKS; i++) {
      int number = i;
      long due = first + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS) * i;
      all.add(
          ticks.schedule(
              () -> tick(plugins, requests, number, due),
              due - System.nanoTime(),
              TimeUnit.NANOSECONDS));
    }
    LagProbe probe = new LagProbe(TICKS * PERIOD_MILLIS / 1000.0);
    for (Future<?> one : all) {
      one.get();
    }
    probed = probe.end();
    ticks.shutdown();
    fetching.set(false);
    if (fetcher.isPresent()) {
      fetcher.get().interrupt();
      fetcher.get().join();
    }
  }

  private void tick(LoadedPlugins plugins, List<ReadRequest> requests, int number, long due) {
    long begun = System.nanoTime();
    lags[number] = (begun - due) / 1e6;
    List<Outcome> outcomes = plugins.readAll(requests);
    times[number] = (System.nanoTime() - begun) / 1e6;
    if (!(outcomes.get(0).reading() instanceof Measured)) {
      lost++;
    }
  }

  /** Fetches four times a second: each fetch of some faults leaves something behind. */
  private static Thread fetcher(
      LoadedPlugins plugins, Fault fault, Path folder, AtomicBoolean fetching) {
    HostedFeed feed =
        plugins
            .feed(fault.feed())
            .orElseThrow()
            .open(
                fault.feed(),
                ConfigNode.emptyMapping(new Place("bench", 1, "")),
                folder,
                Clock.systemUTC(),
                new Problems())
            .orElseThrow();
    Thread thread =
        new Thread(
            () -> {
              try {
                while (fetching.get()) {
                  var unused =
                      feed.fetch(FetchRequest.first(Clock.systemUTC().instant().plusMillis(500)));
                  TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "fetcher");
    thread.start();
    return thread;
  }

  private static ReadRequest request(LoadedPlugins plugins, String id) {
    BoundIndicator indicator =
        plugins
            .indicator(id)
            .orElseThrow()
            .bind(ConfigNode.emptyMapping(new Place("bench", 1, "")), new Problems())
            .orElseThrow();
    return new ReadRequest(indicator, new History().view(NOW, indicator.inputs()));
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static double quantile(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(p * sorted.length) - 1];
  }
}
