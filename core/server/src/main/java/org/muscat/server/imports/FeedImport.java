package org.muscat.server.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.host.FeedHandle;
import org.muscat.host.FetchOutcome;
import org.muscat.host.HostedFeed;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Suggestion;
import org.muscat.server.config.ConfigException;
import org.muscat.server.feed.Failures;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;
import org.muscat.store.Appended;
import org.muscat.store.Delivery;
import org.muscat.store.Store;

/**
 * Runs a feed once from its beginning to its end, without touching the cursor of a configured one.
 * Doing it again stores nothing new.
 */
public final class FeedImport {

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final String OPTIONS = "--set";

  private final LoadedPlugins plugins;
  private final Store store;
  private final Clock clock;

  /**
   * What an import brought.
   *
   * @param failure why it ended early; null if it did not. What came before is stored
   */
  public record Result(
      int stored, int unchanged, List<Rejection> rejections, @Nullable String failure) {}

  public FeedImport(LoadedPlugins plugins, Store store, Clock clock) {
    this.plugins = plugins;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Runs a feed.
   *
   * @param feed the feed of a plugin
   * @param source what its observations are attributed to, unless they say it themselves
   * @param options of the feed, each value as YAML
   * @param knownAt from when those rows count as known of which the feed does not say it; null
   *     means from now on
   * @param vintage of the source
   * @throws ConfigException if the feed cannot be made of the options
   * @throws IllegalArgumentException if there is no such feed, or it asks the web
   */
  public Result run(
      String feed,
      String source,
      Map<String, String> options,
      @Nullable KnownAt knownAt,
      int vintage) {
    List<Rejection> rejections = new ArrayList<>();
    int stored = 0;
    int unchanged = 0;
    try (HostedFeed hosted = open(feed, options)) {
      Instant deadline = clock.instant().plus(DEADLINE);
      FetchRequest request = FetchRequest.first(deadline);
      boolean more = true;
      while (more) {
        FetchOutcome outcome = hosted.fetch(request);
        if (outcome instanceof FetchOutcome.Failed failed) {
          String failure = Failures.text(failed);
          requireNoWeb(feed, failure);
          return new Result(stored, unchanged, rejections, failure);
        }
        Batch batch = ((FetchOutcome.Fetched) outcome).batch();
        Appended appended =
            store.append(
                new Delivery(
                    source, vintage, clock.instant(), known(batch.observations(), knownAt), null));
        stored += appended.stored();
        unchanged += appended.unchanged();
        rejections.addAll(batch.rejections());
        more = batch.hasMore();
        if (more && request.cursor().equals(Optional.of(batch.nextCursor()))) {
          String failure = Failures.standstill(batch.nextCursor());
          return new Result(stored, unchanged, rejections, failure);
        }
        request = FetchRequest.after(batch.nextCursor(), deadline);
      }
    }
    return new Result(stored, unchanged, rejections, null);
  }

  private HostedFeed open(String feed, Map<String, String> options) {
    Problems problems = new Problems();
    ConfigNode config = config(options, problems);
    Optional<FeedHandle> handle = plugins.feed(feed);
    if (handle.isEmpty()) {
      throw new IllegalArgumentException(
          "no loaded plugin offers a feed '" + feed + "'" + Suggestion.of(feed, plugins.feedIds()));
    }
    Optional<HostedFeed> hosted =
        handle.get().open("import-" + feed, config, Path.of("").toAbsolutePath(), clock, problems);
    problems.all().forEach(problem -> requireNoWeb(feed, problem.message()));
    ConfigException.throwIfAny(problems);
    return hosted.orElseThrow();
  }

  private static void requireNoWeb(String feed, String failure) {
    if (failure.contains(FeedHandle.NO_NETWORK)) {
      throw new IllegalArgumentException(
          "feed '"
              + feed
              + "' asks a web server, and an import asks none: only feeds that read files can be"
              + " imported. Put it under 'feeds' in muscat.yaml, and muscat serve or muscat score"
              + " --fetch asks it; files that you have of it come in by muscat import --map or by"
              + " a feed that reads them (docs/sources.md)");
    }
  }

  private static ConfigNode config(Map<String, String> options, Problems problems) {
    ConfigNode none = ConfigNode.emptyMapping(new Place(OPTIONS, 1, ""));
    if (options.isEmpty()) {
      return none;
    }
    String yaml =
        options.entrySet().stream()
            .map(option -> option.getKey() + ": " + option.getValue())
            .collect(Collectors.joining("\n"));
    return ConfigReader.parse(OPTIONS, yaml, problems).orElse(none);
  }

  private static List<Observation> known(
      List<Observation> observations, @Nullable KnownAt knownAt) {
    if (knownAt == null) {
      return observations;
    }
    return observations.stream()
        .map(one -> one.knownAt().isPresent() ? one : known(one, knownAt))
        .toList();
  }

  private static Observation known(Observation one, KnownAt knownAt) {
    return knownAt
        .of(one.observedAt())
        .map(moment -> one.knownAt(moment, knownAt.basis()))
        .orElse(one);
  }
}
