package org.muscat.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ConfigException;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.quarantine.Quarantine;
import org.muscat.server.runtime.Installation;
import org.muscat.server.runtime.Session;
import org.muscat.store.Store;
import org.muscat.store.StoreLocation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command takes. */
final class CommonOptions {

  static final String STORE = "muscat.db";
  static final String DEMO_STORE = "demo.db";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where the store lives (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (default: conf/muscat.yaml of the distribution).")
  private @Nullable Path config;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "The folder of plugins (default: plugins of the distribution).")
  private @Nullable Path plugins;

  Path data() {
    return data;
  }

  boolean hasConfig() {
    return config != null;
  }

  Path plugins() {
    return plugins == null ? Installation.running().plugins() : plugins;
  }

  /** The plugins, treated as the configuration says, as far as it can be read. */
  LoadedPlugins load() {
    Problems problems = new Problems();
    return Session.load(
        plugins(),
        ServerConfig.read(configFile(), Installation.running().home(), problems).plugins().host());
  }

  /** The same, without those that an operator does not want to be called. */
  LoadedPlugins loadAllowed() {
    Map<String, String> reasons = new Quarantine(data).reasons();
    LoadedPlugins loaded = load();
    reasons.forEach(loaded::quarantine);
    return loaded;
  }

  /**
   * What the configuration says.
   *
   * @throws ConfigException if it cannot be used
   */
  ServerConfig config() {
    Problems problems = new Problems();
    ServerConfig config = ServerConfig.read(configFile(), Installation.running().home(), problems);
    ConfigException.throwIfAny(problems);
    return config;
  }

  Session open() {
    return MuscatCommand.ahead(command)
        .filter(ahead -> ahead.isOf(configFile(), plugins()))
        .map(ahead -> Session.open(ahead, data, STORE))
        .orElseGet(() -> Session.open(configFile(), plugins(), data, STORE));
  }

  /** Whether the store is a file in the data folder; not if the configuration cannot be used. */
  boolean keepsStoreInData() {
    Problems problems = new Problems();
    ServerConfig read = ServerConfig.read(configFile(), Installation.running().home(), problems);
    return problems.isEmpty() && read.store().isEmpty();
  }

  Path configFile() {
    return config == null ? Installation.running().defaultConfig() : config;
  }

  /** The store alone, without plugins and models; the configuration may say where it is. */
  Store openStore() {
    Problems problems = new Problems();
    boolean isConfigured = config != null || Files.exists(configFile());
    Optional<StoreLocation> named =
        isConfigured
            ? ServerConfig.read(configFile(), Installation.running().home(), problems).store()
            : Optional.empty();
    ConfigException.throwIfAny(problems);
    return Store.open(named.orElseGet(() -> StoreLocation.file(data.resolve(STORE))));
  }

  Session openDemo() {
    return Session.open(Installation.running().demoConfig(), plugins(), data, DEMO_STORE);
  }
}
