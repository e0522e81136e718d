package org.muscat.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Substitution;
import org.muscat.host.http.HttpSettings;
import org.muscat.store.StoreLocation;

/**
 * The file muscat.yaml. Immutable.
 *
 * @param models model files, or folders of them, resolved against the folder of the file
 * @param feeds in their order in the file
 * @param host to listen on
 * @param port to listen on, 0 for any
 * @param access who may ask, and how much
 * @param heartbeat between ticks when nothing changes
 * @param http how feeds go about in the network; folders of recordings are relative to the data
 *     folder
 * @param store where the store is; empty for a file in the data folder
 * @param metrics what is told to scrapers
 * @param webhooks addresses that webhooks may go to, and all below them
 * @param crossOrigin origins whose pages may read the API, as browsers write them
 * @param plugins how plugins are treated
 * @param jobs what is done at times of the clock, in their order in the file
 * @param root what is written, with what the environment says instead
 */
public record ServerConfig(
    List<Path> models,
    List<FeedConfig> feeds,
    String host,
    int port,
    AccessConfig access,
    Duration heartbeat,
    HttpSettings http,
    Optional<StoreLocation> store,
    MetricsConfig metrics,
    List<URI> webhooks,
    List<String> crossOrigin,
    PluginsConfig plugins,
    List<JobConfig> jobs,
    ConfigNode root) {

  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;
  public static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(60);

  private static final Duration DEFAULT_EVERY = Duration.ofMinutes(15);

  /**
   * One feed instance.
   *
   * @param id of the instance, unique
   * @param feed the feed of a plugin
   * @param every how often to fetch
   * @param source what its observations are attributed to
   * @param config the feed's own options
   */
  public record FeedConfig(
      String id, String feed, Duration every, String source, ConfigNode config) {}

  public ServerConfig {
    models = List.copyOf(models);
    feeds = List.copyOf(feeds);
    webhooks = List.copyOf(webhooks);
    crossOrigin = List.copyOf(crossOrigin);
    jobs = List.copyOf(jobs);
  }

  /** A configuration without models and feeds. */
  public static ServerConfig empty() {
    return new ServerConfig(
        List.of(),
        List.of(),
        DEFAULT_HOST,
        DEFAULT_PORT,
        AccessConfig.defaults(),
        DEFAULT_HEARTBEAT,
        HttpSettings.defaults(Build.VERSION),
        Optional.empty(),
        MetricsConfig.defaults(),
        List.of(),
        List.of(),
        PluginsConfig.defaults(),
        List.of(),
        ConfigNode.emptyMapping(NoPlace.of("")));
  }

  /** The same without models, and so without jobs. */
  public ServerConfig withoutModels() {
    return new ServerConfig(
        List.of(),
        feeds,
        host,
        port,
        access,
        heartbeat,
        http,
        store,
        metrics,
        webhooks,
        crossOrigin,
        plugins,
        List.of(),
        root);
  }

  /**
   * Reads a file, with the environment of this process over it; what is wrong goes to the problems.
   *
   * @param home the folder of the installation: what <code>${home}</code> stands for in the options
   *     of feeds
   */
  public static ServerConfig read(Path file, Path home, Problems problems) {
    return read(file, home, System.getenv(), problems);
  }

  /**
   * The same with another environment.
   *
   * @param environment its variables, by name
   */
  public static ServerConfig read(
      Path file, Path home, Map<String, String> environment, Problems problems) {
    Optional<ConfigNode> root =
        ConfigReader.read(file, problems)
            .map(written -> Environment.over(written, environment, problems));
    if (root.isEmpty()) {
      return empty();
    }
    Section section = Section.of(root.get(), problems, MuscatYaml.keys(""));
    Path folder = file.toAbsolutePath().normalize().getParent();
    List<Path> models = new ArrayList<>();
    for (String model : section.texts("models")) {
      models.add(folder == null ? Path.of(model) : folder.resolve(model));
    }
    if (section.isEmptyList("models")) {
      section.problem("models", "no models are named; name model files or folders of them");
    }
    Section listen = listen(section, problems);
    return new ServerConfig(
        models,
        feeds(section, home, problems),
        listen.text("host", DEFAULT_HOST),
        listen.port("port", DEFAULT_PORT),
        AccessSection.read(listen, mapping(section, "access"), folder, problems),
        section.duration("heartbeat", DEFAULT_HEARTBEAT),
        HttpSection.read(mapping(section, "http"), folder, problems),
        section.get("store").flatMap(node -> StoreSection.read(node, problems)),
        MetricsConfig.read(mapping(section, "metrics"), problems),
        WebhooksSection.read(mapping(section, "webhooks"), problems),
        CrossOriginSection.read(mapping(section, "cross-origin"), problems),
        PluginsSection.read(mapping(section, "plugins"), problems),
        JobsSection.read(section.list("jobs"), problems),
        root.get());
  }

  private static Section listen(Section section, Problems problems) {
    return Section.of(mapping(section, "listen"), problems, MuscatYaml.keys("listen"));
  }

  private static ConfigNode mapping(Section section, String key) {
    return section.get(key).orElseGet(() -> ConfigNode.emptyMapping(NoPlace.of(key)));
  }

  private static List<FeedConfig> feeds(Section section, Path home, Problems problems) {
    List<FeedConfig> feeds = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ConfigNode node : section.list("feeds")) {
      Section feed = Section.of(node, problems, MuscatYaml.keys("feeds"));
      String kind = feed.text("feed");
      String id = feed.id("id", kind);
      if (!ids.add(id)) {
        feed.problem("id", "two feeds have the id '" + id + "'");
      }
      feeds.add(
          new FeedConfig(
              id,
              kind,
              feed.duration("every", DEFAULT_EVERY),
              feed.id("source", kind),
              config(feed, node, home, problems)));
    }
    return feeds;
  }

  private static ConfigNode config(Section feed, ConfigNode node, Path home, Problems problems) {
    ConfigNode config = feed.get("config").orElseGet(() -> ConfigNode.emptyMapping(node.place()));
    String folder = home.toAbsolutePath().normalize().toString();
    ConfigNode bound = new ConfigNode.Scalar(config.place(), folder, false);
    return Substitution.apply(config, Map.of("home", bound), problems);
  }
}
