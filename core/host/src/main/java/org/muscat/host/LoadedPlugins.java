package org.muscat.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muscat.host.guard.DeadlineRunner;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OfferedFeed;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.spi.PluginDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins of one host. Thread-safe. */
public final class LoadedPlugins implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoadedPlugins.class);

  private final List<HostedPlugin> plugins;
  private final List<Verdict> rejected;
  private final Calls calls;
  private final Map<String, IndicatorHandle> indicators;
  private final Map<String, FeedHandle> feeds;

  LoadedPlugins(Map<HostedPlugin, Offer> hosted, List<Verdict> rejected, Calls calls) {
    this.calls = calls;
    this.plugins = List.copyOf(hosted.keySet());
    this.rejected = List.copyOf(rejected);
    Map<String, IndicatorHandle> indicatorsById = new TreeMap<>();
    Map<String, FeedHandle> feedsById = new TreeMap<>();
    hosted.forEach(
        (plugin, offer) -> {
          for (OfferedIndicator offered : offer.indicators()) {
            indicatorsById.put(offered.descriptor().id(), new IndicatorHandle(plugin, offered));
          }
          for (OfferedFeed offered : offer.feeds()) {
            feedsById.put(offered.descriptor().id(), new FeedHandle(plugin, offered));
          }
        });
    this.indicators = Collections.unmodifiableMap(indicatorsById);
    this.feeds = Collections.unmodifiableMap(feedsById);
  }

  /** What has become of every candidate so far, by location. */
  public List<Verdict> verdicts() {
    return Stream.concat(
            rejected.stream(), plugins.stream().map(plugin -> plugin.health().verdict()))
        .sorted(Comparator.comparing(Verdict::location).thenComparing(Verdict::plugin))
        .toList();
  }

  /** Who the loaded plugins say they are, by location. */
  public List<PluginDescriptor> descriptors() {
    return plugins.stream().map(HostedPlugin::descriptor).toList();
  }

  /**
   * The series that some loaded plugin says may not be passed on, as {@link
   * PluginDescriptor#restricting} names them.
   */
  public Set<String> restrictedSeries() {
    return plugins.stream()
        .flatMap(plugin -> plugin.descriptor().restrictedSeries().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A kind of indicator, if a loaded plugin offers it. */
  public Optional<IndicatorHandle> indicator(String id) {
    return Optional.ofNullable(indicators.get(id));
  }

  /** A kind of feed, if a loaded plugin offers it. */
  public Optional<FeedHandle> feed(String id) {
    return Optional.ofNullable(feeds.get(id));
  }

  /** The ids of all indicators on offer, sorted. */
  public Collection<String> indicatorIds() {
    return indicators.keySet();
  }

  /** The ids of all feeds on offer, sorted. */
  public Collection<String> feedIds() {
    return feeds.keySet();
  }

  /**
   * Reads indicators: all of one plugin in one guarded call, the plugins side by side. Waits until
   * all have answered, at most for the deadline and the grace. May be called from any thread that
   * may wait; a plugin that still works for another caller is skipped.
   *
   * @return one outcome for each request, in their order
   */
  public List<Outcome> readAll(List<ReadRequest> requests) {
    Map<HostedPlugin, List<Integer>> byPlugin = new LinkedHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      byPlugin
          .computeIfAbsent(requests.get(i).indicator().plugin(), plugin -> new ArrayList<>())
          .add(i);
    }
    Map<HostedPlugin, PluginTick> ticks = new LinkedHashMap<>();
    byPlugin.forEach(
        (plugin, indices) ->
            ticks.put(
                plugin, PluginTick.start(plugin, indices.stream().map(requests::get).toList())));
    Outcome[] outcomes = new Outcome[requests.size()];
    ticks.forEach(
        (plugin, tick) -> {
          List<Outcome> ofPlugin = tick.await();
          List<Integer> indices = byPlugin.getOrDefault(plugin, List.of());
          for (int i = 0; i < indices.size(); i++) {
            outcomes[indices.get(i)] = ofPlugin.get(i);
          }
        });
    return List.of(outcomes);
  }

  /**
   * Reads indicators to see whether they work: apart from the calls of ticks, on threads of their
   * own, and without any effect on verdicts and breakers. Only a plugin in a process of its own
   * feels it when a call does not end, for the process is ended then. What is in quarantine is not
   * read.
   *
   * @return one outcome for each request, in their order
   */
  public List<Outcome> readApart(List<ReadRequest> requests) {
    List<Outcome> outcomes = new ArrayList<>();
    for (ReadRequest request : requests) {
      HostedPlugin plugin = request.indicator().plugin();
      outcomes.add(
          plugin.health().refusal().map(Outcome::failed).orElseGet(() -> readApart(request)));
    }
    return outcomes;
  }

  private static Outcome readApart(ReadRequest request) {
    HostedPlugin plugin = request.indicator().plugin();
    DeadlineRunner runner =
        new DeadlineRunner(
            "plugin-" + plugin.id() + "-probe",
            plugin.contextLoader(),
            plugin.settings().grace(),
            plugin.work());
    try {
      return PluginTick.apart(plugin, List.of(request), runner).await().get(0);
    } finally {
      plugin.retire(runner);
    }
  }

  /** Lets somebody hear of every call from now on. */
  public void listen(CallListener listener) {
    calls.listen(listener);
  }

  /** What each loaded plugin has used, in the order in which they were loaded. */
  public List<PluginUsage> usages() {
    return plugins.stream().map(HostedPlugin::usage).toList();
  }

  /** What the open feeds tell about their work. */
  public List<MeterSample> meters() {
    return plugins.stream().flatMap(plugin -> plugin.meters().samples().stream()).toList();
  }

  /**
   * Quarantines each plugin that has more threads of its own than it may have (P405). Done after
   * each fetch by itself; to be called now and then for threads that are started otherwise. Waits
   * for plugins in processes of their own.
   */
  public void watchThreads() {
    for (HostedPlugin plugin : plugins) {
      try {
        plugin.watchThreads();
      } catch (RuntimeException | Error e) {
        LOG.atWarn()
            .addKeyValue("event", "plugin-threads-uncounted")
            .addKeyValue("plugin", plugin.id())
            .setCause(e)
            .log("threads not counted");
      }
    }
  }

  /**
   * Lets nothing of a plugin be called any more until it is released; what runs is not stopped.
   *
   * @param reason for people, one line
   * @return whether there is such a plugin
   */
  public boolean quarantine(String id, String reason) {
    return withPlugin(id, plugin -> plugin.health().quarantine(reason));
  }

  /**
   * Lets a plugin be called again, whatever was before, with new threads in place of stuck ones.
   *
   * @return whether there is such a plugin
   */
  public boolean release(String id) {
    return withPlugin(id, HostedPlugin::release);
  }

  private boolean withPlugin(String id, Consumer<HostedPlugin> action) {
    Optional<HostedPlugin> found =
        plugins.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    found.ifPresent(action);
    return found.isPresent();
  }

  /**
   * Closes open feeds, guards and class loaders. Calls that run are interrupted, and abandoned
   * after the grace. Idempotent.
   */
  @Override
  public void close() {
    // The plugins of one candidate share their code.
    plugins.forEach(HostedPlugin::closeCalls);
    plugins.forEach(HostedPlugin::close);
  }
}
