package org.muscat.host.child.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.muscat.host.config.ConfigNode;
import org.muscat.spi.Event;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Series;

/** What the host wants of a child. What is made gets a number from the host. */
public sealed interface Request {

  /**
   * Make the plugins of a candidate and ask what they offer; the first request, once.
   *
   * @param location of the candidate
   * @param classPath of the candidate
   * @param deadline for each step
   * @param grace after the deadline
   */
  record Examine(String location, List<String> classPath, Duration deadline, Duration grace)
      implements Request {}

  /**
   * Make an indicator.
   *
   * @param made the number that it gets
   */
  record MakeIndicator(int made, Address kind, ConfigNode config) implements Request {}

  /**
   * Make a feed.
   *
   * @param made the number that it gets
   * @param lent what its context says
   */
  record MakeFeed(int made, Address kind, ConfigNode config, Lent lent) implements Request {}

  /**
   * What the context of a feed says that does not change.
   *
   * @param instance the name of the feed
   * @param baseFolder of relative paths
   * @param zone of its clock
   * @param logged the names of the levels of {@link System.Logger} that are wanted
   * @param secrets the references that the host looks up by itself
   */
  record Lent(
      String instance, String baseFolder, String zone, List<String> logged, List<String> secrets) {}

  /** Read an indicator. */
  record Read(int made, View view) implements Request {}

  /**
   * The declared inputs of a view, by the name of the series.
   *
   * @param asOf the moment of the view
   */
  record View(Instant asOf, Map<String, Series> series, Map<String, List<Event>> events) {}

  /** Ask a feed for what is new. */
  record Fetch(int made, FetchRequest request) implements Request {}

  /** Name the threads that the code of the candidate started and that run. */
  record OwnThreads() implements Request {}

  /** Close a feed, or forget an indicator. */
  record Close(int made) implements Request {}
}
