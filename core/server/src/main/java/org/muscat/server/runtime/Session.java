package org.muscat.server.runtime;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.muscat.host.HostSettings;
import org.muscat.host.HostedFeed;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.PluginLoader;
import org.muscat.host.config.Problems;
import org.muscat.host.http.HttpAccess;
import org.muscat.server.config.ConfigException;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.config.ServerConfig.FeedConfig;
import org.muscat.server.feed.FeedBoard;
import org.muscat.server.feed.FeedRunner;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatres;
import org.muscat.server.metrics.IndicatorValues;
import org.muscat.server.quarantine.Quarantine;
import org.muscat.server.quarantine.QuarantineWatch;
import org.muscat.store.Store;
import org.muscat.store.StoreLocation;

/**
 * What every command works with: the configuration, the loaded plugins, the store and the theatres.
 * Closing it closes plugins, the network, then the store.
 */
public final class Session implements AutoCloseable {

  private static final Duration FETCH_DEADLINE = Duration.ofMinutes(2);

  private final Optional<Path> configFile;
  private final Path data;
  private final Setup setup;
  private final LoadedPlugins plugins;
  private final Store store;
  private final FeedBoard feedBoard = new FeedBoard();
  private final Clock clock;
  private final RandomGenerator random = new Random();
  private final HttpAccess http;
  private final QuarantineWatch quarantine;

  private Session(
      Optional<Path> configFile,
      Path data,
      Setup setup,
      LoadedPlugins plugins,
      Store store,
      Clock clock) {
    this.configFile = configFile;
    this.clock = clock;
    this.data = data;
    this.setup = setup;
    this.plugins = plugins;
    this.store = store;
    this.quarantine = new QuarantineWatch(new Quarantine(data), plugins);
    this.http =
        new HttpAccess(setup.config().http().inFolder(data.toAbsolutePath()), clock, new Random());
  }

  /**
   * Opens a session.
   *
   * @param configFile muscat.yaml
   * @param pluginsFolder one sub-folder or jar for each plugin
   * @param data folder of the store, made if it is absent
   * @param storeName file name of the store in it, unless the configuration names a database
   * @throws ConfigException if the configuration or a model cannot be used, or a plugin is rejected
   *     and Muscat is not to start then
   * @throws org.muscat.store.StoreException if the store cannot be opened
   */
  public static Session open(Path configFile, Path pluginsFolder, Path data, String storeName) {
    try (SessionAhead ahead = SessionAhead.start(configFile, pluginsFolder)) {
      return open(ahead, data, storeName);
    }
  }

  /** The same of what is being read already; its plugins are closed with the session. */
  public static Session open(SessionAhead ahead, Path data, String storeName) {
    ServerConfig config = ahead.config();
    try (StoreAhead store = StoreAhead.of(location(config, data, storeName))) {
      LoadedPlugins plugins = ahead.takePlugins();
      Problems problems = ahead.problems();
      config.plugins().refuse(plugins, problems);
      return open(
          Optional.of(ahead.configFile()),
          config,
          plugins,
          data,
          store,
          Clock.systemUTC(),
          problems);
    }
  }

  private static StoreLocation location(ServerConfig config, Path data, String storeName) {
    return config.store().orElseGet(() -> StoreLocation.file(data.resolve(storeName)));
  }

  /**
   * Opens a session of plugins that are loaded already; its configuration is no file.
   *
   * @param config as it was read
   * @param plugins closed with the session, also when it cannot be opened
   * @param clock the present time
   * @param problems what is wrong with the configuration so far
   * @throws ConfigException if the configuration or a model cannot be used
   * @throws org.muscat.store.StoreException if the store cannot be opened
   */
  public static Session open(
      ServerConfig config,
      LoadedPlugins plugins,
      Path data,
      String storeName,
      Clock clock,
      Problems problems) {
    try (StoreAhead store = StoreAhead.of(location(config, data, storeName))) {
      return open(Optional.empty(), config, plugins, data, store, clock, problems);
    }
  }

  private static Session open(
      Optional<Path> configFile,
      ServerConfig config,
      LoadedPlugins plugins,
      Path data,
      StoreAhead store,
      Clock clock,
      Problems problems) {
    try {
      Setup setup = Setup.of(config, plugins, problems);
      ConfigException.throwIfAny(problems);
      Warnings.log(problems);
      Files.createDirectories(data);
      return open(configFile, data, setup, plugins, store.take(), clock);
    } catch (IOException e) {
      plugins.close();
      throw new UncheckedIOException("cannot make the data folder " + data, e);
    } catch (RuntimeException e) {
      plugins.close();
      throw e;
    }
  }

  /** Closes the store if the rest cannot be opened. */
  private static Session open(
      Optional<Path> configFile,
      Path data,
      Setup setup,
      LoadedPlugins plugins,
      Store store,
      Clock clock) {
    try {
      return new Session(configFile, data, setup, plugins, store, clock);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Loads the plugins of a folder with the default settings. */
  public static LoadedPlugins load(Path pluginsFolder) {
    return load(pluginsFolder, HostSettings.defaults());
  }

  /**
   * Loads the plugins of a folder; each gets a verdict, a bad one hurts no other.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static LoadedPlugins load(Path pluginsFolder, HostSettings settings) {
    try {
      return PluginLoader.load(pluginsFolder, settings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the plugins folder " + pluginsFolder, e);
    }
  }

  /** muscat.yaml; empty if the configuration is no file. */
  Optional<Path> configFile() {
    return configFile;
  }

  /** The folder of the store. */
  public Path data() {
    return data;
  }

  /** What was read when the session was opened. */
  Setup setup() {
    return setup;
  }

  /** The configuration as it was when the session was opened. */
  public ServerConfig config() {
    return setup.config();
  }

  /** Of which indicators readings are told to scrapers. */
  IndicatorValues indicatorValues() {
    return config().metrics().indicatorValues()
        ? IndicatorValues.except(restricted())
        : IndicatorValues.none(restricted());
  }

  /** What may not be passed on: what a plugin says, and what the operator adds. */
  public Restricted restricted() {
    Set<String> names = new HashSet<>(plugins.restrictedSeries());
    names.addAll(config().metrics().restrictedSeries());
    return new Restricted(names);
  }

  public LoadedPlugins plugins() {
    return plugins;
  }

  public Store store() {
    return store;
  }

  /** The theatres of the configuration as it was when the session was opened. */
  public Theatres theatres() {
    return setup.theatres();
  }

  /** What an operator does not want to be called. */
  public QuarantineWatch quarantine() {
    return quarantine;
  }

  public FeedBoard feedBoard() {
    return feedBoard;
  }

  /** The present time. */
  public Clock clock() {
    return clock;
  }

  /** Makes what scores the theatres. */
  public Scoring scoring() {
    return Scoring.of(this);
  }

  /** Wires the session with more modules. */
  public Injector injector(Module... more) {
    List<Module> modules = new ArrayList<>(List.of(more));
    modules.add(new CoreModule(this));
    return Guice.createInjector(Stage.PRODUCTION, modules);
  }

  /**
   * The feeds of the configuration.
   *
   * @throws ConfigException if one of them cannot be made
   */
  public List<FeedRunner> configuredFeeds() {
    return feedsAsConfigured().stream().map(ConfiguredFeed::runner).toList();
  }

  /** The same with what is said of them. */
  List<ConfiguredFeed> feedsAsConfigured() {
    Problems problems = new Problems();
    List<ConfiguredFeed> feeds = new ArrayList<>();
    try {
      for (FeedConfig feed : config().feeds()) {
        runner(feed, feedBoard, problems)
            .map(runner -> new ConfiguredFeed(feed, runner))
            .ifPresent(feeds::add);
      }
      Warnings.log(problems);
      ConfigException.throwIfAny(problems);
      return feeds;
    } catch (RuntimeException e) {
      feeds.forEach(feed -> feed.runner().close());
      throw e;
    }
  }

  /** One feed, ready to run; what is wrong goes to the problems. */
  public Optional<FeedRunner> runner(FeedConfig feed, Problems problems) {
    return runner(feed, feedBoard, problems);
  }

  /** The same, which tells another board how it fares. */
  Optional<FeedRunner> runner(FeedConfig feed, FeedBoard board, Problems problems) {
    Optional<HostedFeed> hosted =
        Setup.handle(feed, plugins, problems)
            .flatMap(
                handle ->
                    handle.open(
                        feed.id(), feed.config(), data.toAbsolutePath(), clock, http, problems));
    return hosted.map(open -> runner(feed, open, board));
  }

  /** Closes the feed if it cannot be run. */
  private FeedRunner runner(FeedConfig feed, HostedFeed open, FeedBoard board) {
    try {
      return new FeedRunner(
          open,
          feed.feed(),
          feed.source(),
          feed.every(),
          store,
          board,
          clock,
          FETCH_DEADLINE,
          random);
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  @Override
  public void close() {
    quarantine.close();
    plugins.close();
    http.close();
    store.close();
  }
}
