package org.muscat.server.runtime;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.muscat.host.HostedFeed;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.host.http.HttpAccess;
import org.muscat.server.access.Access;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.config.ServerConfig.FeedConfig;
import org.muscat.server.index.Theatre;
import org.muscat.server.job.JobCheck;

/**
 * What a look at a whole configuration found. Neither the store nor the network is touched.
 *
 * @param feeds the ids of the feeds
 * @param models the ids of the models, each once
 * @param theatres the ids of the theatres
 * @param problems everything that is wrong, each once
 * @param warnings what works and should be changed
 */
public record ConfigCheck(
    List<String> feeds,
    List<String> models,
    List<String> theatres,
    List<Problem> problems,
    List<Problem> warnings) {

  /**
   * Reads everything, loads the plugins, and makes all indicators and feeds once.
   *
   * @param data the folder that relative paths of feeds are resolved against
   * @param environment variables that may stand for options
   */
  public static ConfigCheck of(
      Path configFile, Path pluginsFolder, Path data, Map<String, String> environment) {
    Problems problems = new Problems();
    ServerConfig config =
        ServerConfig.read(configFile, Installation.running().home(), environment, problems);
    // Feeds are lent the network, as at a start; making one asks nothing yet.
    try (LoadedPlugins plugins = Session.load(pluginsFolder, config.plugins().host());
        HttpAccess http =
            new HttpAccess(
                config.http().inFolder(data.toAbsolutePath()), Clock.systemUTC(), new Random())) {
      config.plugins().refuse(plugins, problems);
      Access.check(config.access(), problems);
      Setup setup = Setup.of(config, plugins, problems);
      JobCheck.warnOfFiles(config.jobs(), problems);
      for (FeedConfig feed : config.feeds()) {
        Setup.handle(feed, plugins, problems)
            .flatMap(
                handle ->
                    handle.open(
                        feed.id(),
                        feed.config(),
                        data.toAbsolutePath(),
                        Clock.systemUTC(),
                        http,
                        problems))
            .ifPresent(HostedFeed::close);
      }
      List<Theatre> theatres = setup.theatres().all();
      return new ConfigCheck(
          config.feeds().stream().map(FeedConfig::id).toList(),
          theatres.stream().map(theatre -> theatre.model().id()).distinct().toList(),
          theatres.stream().map(Theatre::id).toList(),
          problems.all().stream().distinct().toList(),
          problems.warnings());
    }
  }

  /** Whether Muscat can start with it. */
  public boolean isGood() {
    return problems.isEmpty();
  }
}
