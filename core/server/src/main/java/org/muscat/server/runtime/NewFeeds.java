package org.muscat.server.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ServerConfig.FeedConfig;
import org.muscat.server.document.ReloadDocument.Changes;
import org.muscat.server.feed.FeedBoard;

/**
 * The feeds of a new configuration: those that it leaves as they are, and new ones. Closing it
 * closes the new ones, unless they were adopted.
 */
final class NewFeeds implements AutoCloseable {

  private final List<ConfiguredFeed> before;
  private final List<ConfiguredFeed> all = new ArrayList<>();
  private final List<ConfiguredFeed> fresh = new ArrayList<>();
  private boolean adopted;

  private NewFeeds(List<ConfiguredFeed> before) {
    this.before = before;
  }

  /** Makes what is new or different; what is wrong goes to the problems. */
  static NewFeeds make(
      List<FeedConfig> wanted, List<ConfiguredFeed> before, Session session, Problems problems) {
    NewFeeds feeds = new NewFeeds(before);
    try {
      feeds.makeAll(wanted, session, problems);
      return feeds;
    } catch (RuntimeException e) {
      feeds.close();
      throw e;
    }
  }

  private void makeAll(List<FeedConfig> wanted, Session session, Problems problems) {
    // Nobody sees how they fare until they are adopted.
    FeedBoard draft = new FeedBoard();
    Map<String, ConfiguredFeed> byText = new LinkedHashMap<>();
    before.forEach(feed -> byText.put(ConfiguredFeed.text(feed.config()), feed));
    for (FeedConfig config : wanted) {
      ConfiguredFeed same = byText.get(ConfiguredFeed.text(config));
      if (same == null) {
        session
            .runner(config, draft, problems)
            .map(runner -> new ConfiguredFeed(config, runner))
            .ifPresent(this::add);
      } else {
        all.add(same);
      }
    }
  }

  private void add(ConfiguredFeed feed) {
    all.add(feed);
    fresh.add(feed);
  }

  /** All feeds, in the order of the configuration. */
  List<ConfiguredFeed> all() {
    return List.copyOf(all);
  }

  /** Those that were made. */
  List<ConfiguredFeed> fresh() {
    return List.copyOf(fresh);
  }

  /** The ids of all that are made, replaced or gone. */
  List<String> touched() {
    return Stream.concat(fresh.stream(), gone().stream()).map(feed -> feed.config().id()).toList();
  }

  Changes changes() {
    return Differences.between(texts(before), texts(all));
  }

  /** From now on these are the feeds. The others are closed at once. */
  void adopt() {
    adopted = true;
    gone().forEach(feed -> feed.runner().close());
  }

  @Override
  public void close() {
    if (!adopted) {
      fresh.forEach(feed -> feed.runner().close());
    }
  }

  private List<ConfiguredFeed> gone() {
    return before.stream().filter(feed -> !all.contains(feed)).toList();
  }

  private static Map<String, String> texts(List<ConfiguredFeed> feeds) {
    Map<String, String> texts = new LinkedHashMap<>();
    feeds.forEach(feed -> texts.put(feed.config().id(), ConfiguredFeed.text(feed.config())));
    return texts;
  }
}
