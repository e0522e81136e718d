package org.muscat.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muscat.host.guard.DeadlineRunner;
import org.muscat.host.guard.Work;
import org.muscat.host.load.Code;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OwnThread;
import org.muscat.spi.PluginDescriptor;

/** A plugin that was loaded: its health, the guard of its indicators and its open feeds. */
final class HostedPlugin implements AutoCloseable {

  /** What a fetch may start besides, and must have ended when it ends. */
  private static final int THREADS_OF_A_FETCH = 4;

  private final Offer offer;
  private final GuardSettings settings;
  private final Calls calls;
  private final PluginHealth health;
  private final Work work = new Work();
  private final PluginMeters meters;
  private final PluginGuard guard;
  private final List<HostedFeed> openFeeds = new ArrayList<>();

  /** Runners that are not called any more, whose threads did not come back. */
  private final List<DeadlineRunner> retired = new ArrayList<>();

  /** The ids of its threads that ran when it was released; they are not counted any more. */
  private volatile Set<Long> forgiven = Set.of();

  /**
   * A plugin that is called from now on.
   *
   * @param calls hears of its calls
   */
  HostedPlugin(Offer offer, GuardSettings settings, Calls calls) {
    this.offer = offer;
    this.settings = settings;
    this.calls = calls;
    PluginDescriptor descriptor = offer.descriptor();
    this.health =
        new PluginHealth(
            descriptor.id(), offer.candidate().location().toString(), descriptor.version());
    this.meters = new PluginMeters(descriptor.id(), settings.seriesBudget());
    this.guard = new PluginGuard(this);
  }

  String id() {
    return offer.descriptor().id();
  }

  PluginDescriptor descriptor() {
    return offer.descriptor();
  }

  ClassLoader contextLoader() {
    return offer.contextLoader();
  }

  GuardSettings settings() {
    return settings;
  }

  Calls calls() {
    return calls;
  }

  PluginHealth health() {
    return health;
  }

  /** Counts what its calls cost. */
  Work work() {
    return work;
  }

  PluginMeters meters() {
    return meters;
  }

  PluginGuard guard() {
    return guard;
  }

  PluginUsage usage() {
    return new PluginUsage(id(), work.cost(), stuckThreads(), meters.dropped());
  }

  /** How many of its threads were abandoned and still run. */
  synchronized int stuckThreads() {
    retired.removeIf(runner -> runner.stuck() == 0);
    return guard.stuck()
        + offer.stuckThreads()
        + openFeeds.stream().mapToInt(HostedFeed::stuck).sum()
        + retired.stream().mapToInt(DeadlineRunner::stuck).sum();
  }

  /** Runs a fetch, which may have some threads for as long as it lasts. */
  <T> T fetching(Supplier<T> fetch) {
    calls.fetchBegins(offer.candidate().location());
    try {
      return fetch.get();
    } finally {
      calls.fetchEnds(offer.candidate().location());
    }
  }

  /**
   * Notices that no thread of it is stuck any more. Quarantines it when it has more threads of its
   * own than it may have, and ends those that can be ended, in quarantine too: its code may go on
   * without being called. Asks the process of a plugin that has one, and waits for it, a second at
   * most.
   */
  void watchThreads() {
    health.unstuck(stuckThreads());
    // In quarantine nothing is called, so nothing is about to end.
    Duration grace = health.isQuarantined() ? Duration.ZERO : settings.grace();
    new ThreadWatch(this::countedThreads, this::mostThreads)
        .tooMany(grace)
        .ifPresent(
            cause -> {
              health.crowded(cause);
              offer.endOwnThreads();
            });
  }

  private List<OwnThread> countedThreads() {
    Set<Long> excused = forgiven;
    return offer.ownThreads().stream().filter(thread -> !excused.contains(thread.id())).toList();
  }

  private int mostThreads() {
    return settings.threads()
        + (calls.isFetching(offer.candidate().location()) ? THREADS_OF_A_FETCH : 0);
  }

  /** Lets it be called again, with new threads in place of stuck ones, which are forgiven. */
  void release() {
    forgiven =
        offer.ownThreads().stream().map(OwnThread::id).collect(Collectors.toUnmodifiableSet());
    guard.renew();
    offer.renew();
    synchronized (this) {
      openFeeds.forEach(HostedFeed::renew);
    }
    health.release();
  }

  synchronized void opened(HostedFeed feed) {
    openFeeds.add(feed);
  }

  synchronized void closed(HostedFeed feed) {
    openFeeds.remove(feed);
    // After a change of the configuration its successor is open already.
    if (openFeeds.stream().noneMatch(other -> other.instance().equals(feed.instance()))) {
      meters.forget(feed.instance());
    }
  }

  /** Closes a runner, and goes on counting threads that do not come back. */
  void retire(DeadlineRunner runner) {
    // It may wait for the grace, and ticks ask for the number of stuck threads.
    runner.close();
    synchronized (this) {
      retired.add(runner);
    }
  }

  /** Closes its feeds and its guard: none of its code runs on a thread of the host. Idempotent. */
  void closeCalls() {
    List<HostedFeed> open;
    synchronized (this) {
      open = List.copyOf(openFeeds);
    }
    open.forEach(HostedFeed::close);
    guard.close();
  }

  /** The same, and lets its code go. Idempotent. */
  @Override
  public void close() {
    closeCalls();
    List<String> leaked = offer.leakedThreads();
    if (!leaked.isEmpty()) {
      health.degraded(
          Code.P405,
          "threads still run although everything of the plugin was closed: "
              + String.join(", ", leaked),
          "End in Feed.close() every thread that the plugin starts.",
          stuckThreads());
    }
    offer.close();
  }
}
