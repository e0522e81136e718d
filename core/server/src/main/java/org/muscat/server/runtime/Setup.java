package org.muscat.server.runtime;

import java.util.Optional;
import org.muscat.host.FeedHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Suggestion;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.config.ServerConfig.FeedConfig;
import org.muscat.server.index.Theatres;
import org.muscat.server.job.JobCheck;
import org.muscat.server.model.ModelReader;

/**
 * A configuration with its models, bound to the indicators of plugins. Immutable.
 *
 * @param config muscat.yaml
 * @param theatres of its models
 */
record Setup(ServerConfig config, Theatres theatres) {

  /** Reads the models of a configuration; what is wrong goes to the problems. */
  static Setup of(ServerConfig config, LoadedPlugins plugins, Problems problems) {
    JobCheck.refuseFeeds(
        config.jobs(), config.feeds().stream().map(FeedConfig::id).toList(), problems);
    JobCheck.refuseTargets(config.jobs(), config.webhooks(), problems);
    int before = problems.all().size();
    Setup setup = new Setup(config, ModelReader.read(config.models(), plugins, problems));
    if (problems.all().size() == before) {
      // Of a model that cannot be read no theatre is known.
      JobCheck.refuse(config.jobs(), setup.theatres(), problems);
    }
    return setup;
  }

  /** The kind of a feed; empty if no plugin offers it, which is then among the problems. */
  static Optional<FeedHandle> handle(FeedConfig feed, LoadedPlugins plugins, Problems problems) {
    Optional<FeedHandle> handle = plugins.feed(feed.feed());
    if (handle.isEmpty()) {
      problems.add(
          feed.config().place(),
          "no loaded plugin offers a feed '"
              + feed.feed()
              + "'"
              + Suggestion.of(feed.feed(), plugins.feedIds()));
    }
    return handle;
  }
}
