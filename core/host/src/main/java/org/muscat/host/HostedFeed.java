package org.muscat.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muscat.host.guard.CallResult;
import org.muscat.host.guard.DeadlineRunner;
import org.muscat.host.http.FeedHttp;
import org.muscat.host.http.HttpUsage;
import org.muscat.host.load.Given;
import org.muscat.host.load.PluginCode;
import org.muscat.host.load.PluginThrewException;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open feed. Every call runs on a thread of its own, {@code feed-<instance>}, one at a time and
 * under a deadline. Thread-safe.
 */
public final class HostedFeed implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HostedFeed.class);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(366);
  private static final String FETCH = "fetch";

  private final HostedPlugin plugin;
  private final String instance;
  private final boolean tellsWholeHistory;
  private final Feed feed;
  private final Clock clock;
  private final Optional<FeedHttp> network;
  private final DeadlineRunner runner;
  private final AtomicBoolean closed = new AtomicBoolean();

  HostedFeed(HostedPlugin plugin, HostFeedContext context, FeedDescriptor descriptor, Feed feed) {
    this.plugin = plugin;
    this.instance = context.instance();
    this.tellsWholeHistory = descriptor.tellsWholeHistory();
    this.feed = feed;
    this.clock = context.clock();
    this.network = context.network();
    this.runner =
        DeadlineRunner.inTheBackground(
            "feed-" + instance, plugin.contextLoader(), plugin.settings().grace(), plugin.work());
  }

  /** The name of this feed in the configuration. */
  public String instance() {
    return instance;
  }

  /** As {@link FeedDescriptor#tellsWholeHistory} says. */
  public boolean tellsWholeHistory() {
    return tellsWholeHistory;
  }

  /**
   * What this feed has used of the network since it was opened; the difference of two is what the
   * fetches between them used.
   */
  public HttpUsage httpUsage() {
    return network.map(FeedHttp::usage).orElse(HttpUsage.NONE);
  }

  /**
   * Asks the feed for what is new and waits for it, at most until the deadline of the request (but
   * no longer than a day) and the grace have passed, and a second more for counting the threads of
   * a plugin in a process. An interrupt of this thread is passed on. What a fetch throws while this
   * is being closed is not its failure ({@link CallFailed.Kind#CLOSED}).
   */
  public FetchOutcome fetch(FetchRequest request) {
    if (closed.get()) {
      return failed(CallFailed.closed(plugin.id()));
    }
    Optional<CallFailed> refusal = plugin.health().refusal();
    if (refusal.isPresent()) {
      return failed(refusal.get());
    }
    Duration left = Duration.between(clock.instant(), request.deadline());
    if (left.isZero() || left.isNegative()) {
      return failed(CallFailed.late(plugin.id(), request.deadline()));
    }
    network.ifPresent(http -> http.until(request.deadline()));
    long startedAt = System.nanoTime();
    CallResult<Batch> result =
        plugin.fetching(
            () -> call(() -> feed.fetch(request), left.compareTo(LONGEST) > 0 ? LONGEST : left));
    plugin.calls().ended(plugin.id(), FETCH, startedAt);
    plugin.watchThreads();
    if (closed.get() && !(result instanceof CallResult.Returned)) {
      return failed(CallFailed.closed(plugin.id())); // It was interrupted by this host.
    }
    return outcome(result);
  }

  /**
   * Closes the feed on its own thread and lets that go. A feed that does not come back from a fetch
   * is left alone: it is never called concurrently. Idempotent.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    closeFeed()
        .ifPresent(
            cause ->
                log.atWarn()
                    .addKeyValue("event", "feed-not-closed")
                    .addKeyValue("plugin", plugin.id())
                    .addKeyValue("feed", instance)
                    .addKeyValue("cause", cause)
                    .log("feed not closed"));
    plugin.retire(runner);
    plugin.closed(this);
  }

  /** How many of its threads were abandoned and still run. */
  int stuck() {
    return runner.stuck();
  }

  /** Gives it new threads in place of stuck ones. */
  void renew() {
    runner.renew();
  }

  /** Why the feed could not be closed, if so. */
  private Optional<String> closeFeed() {
    if (!runner.quiesce()) {
      return Optional.of("a fetch does not end");
    }
    CallResult<Boolean> result =
        call(
            () -> {
              feed.close();
              return true;
            },
            plugin.settings().closeDeadline());
    return CallFailed.of(plugin.id(), result).map(CallFailed::message);
  }

  private <T> CallResult<T> call(Callable<T> code, Duration deadline) {
    CallResult<T> result =
        runner.start(() -> PluginCode.guarded(plugin.contextLoader(), code), deadline).await();
    if (result instanceof CallResult.Stuck<T> stuck) {
      String cause =
          "feed '" + instance + "' did not end within " + deadline + " and ignored the interrupt";
      // The other feeds and the indicators of the plugin have threads of their own.
      plugin.health().stuck(false, stuck.exhausted() ? cause + "; it is no longer called" : cause);
    }
    return result;
  }

  private FetchOutcome outcome(CallResult<Batch> result) {
    if (result instanceof CallResult.Returned<Batch> returned) {
      try {
        return new FetchOutcome.Fetched(Given.batch(returned.value(), this::redacted));
      } catch (Given.NoResultException e) {
        return failed(redacted(CallFailed.invalid(plugin.id(), e.getMessage())));
      }
    }
    Optional<FeedException> said =
        result instanceof CallResult.Threw<Batch> threw
                && threw.thrown() instanceof PluginThrewException told
                && told.thrown() instanceof FeedException e
            ? Optional.of(e)
            : Optional.empty();
    CallFailed failure =
        CallFailed.of(plugin.id(), result).orElseGet(() -> CallFailed.closed(plugin.id()));
    return new FetchOutcome.Failed(
        redacted(failure),
        said.map(FeedException::reason),
        said.flatMap(FeedException::retryAfter).map(this::untilThen));
  }

  private Duration untilThen(Instant moment) {
    Duration left = Duration.between(clock.instant(), moment);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : left;
  }

  /** What a feed repeats of an answer may hold a secret that the source repeated. */
  private String redacted(String text) {
    return network.map(http -> http.redact(text)).orElse(text);
  }

  private CallFailed redacted(CallFailed failure) {
    return new CallFailed(failure.kind(), failure.plugin(), redacted(failure.message()));
  }

  private static FetchOutcome failed(CallFailed failure) {
    return new FetchOutcome.Failed(failure, Optional.empty(), Optional.empty());
  }
}
