package org.muscat.host.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.guard.CallResult;
import org.muscat.host.load.Given;
import org.muscat.host.load.OfferedFeed;
import org.muscat.host.load.Patience;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;

/** A feed with the source of a sample, every call under a deadline. For one check. */
final class FeedTrial implements AutoCloseable {

  private static final int MOST_BATCHES = 200;

  /** What one fetch came to: a batch, or why there is none. */
  record Fetch(Optional<Batch> batch, Optional<FeedException> refusal) {}

  /** What a fetch with all that follows at once came to. */
  record Round(List<Observation> observations, List<Batch.Rejection> rejections, String cursor) {}

  private final Patience patience;
  private final PlayedNetwork network;
  private final TrialContext context;
  private final PluginCaller caller;
  private final Feed feed;

  private FeedTrial(
      Patience patience,
      PlayedNetwork network,
      TrialContext context,
      PluginCaller caller,
      Feed feed) {
    this.patience = patience;
    this.network = network;
    this.context = context;
    this.caller = caller;
    this.feed = feed;
  }

  /** Makes the feed of a sample. */
  static FeedTrial of(OfferedFeed offered, FeedSample sample, ClassLoader loader, Patience patience)
      throws PluginFailedException {
    PlayedNetwork network = PlayedNetwork.of(sample);
    TrialContext context = TrialContext.of(sample, network);
    Problems problems = new Problems();
    ConfigNode config = Options.parse(sample.config(), problems).orElse(null);
    Feed feed = config == null ? null : offered.create(config, context, problems).orElse(null);
    if (feed == null) {
      network.close();
      throw new PluginFailedException(
          "it cannot be made of the sample's configuration: " + problems.all() + ".",
          "Repair the sample or the plugin.");
    }
    return new FeedTrial(
        patience, network, context, new PluginCaller(loader, patience.grace()), feed);
  }

  /** How often the feed has asked the network for something. */
  int asked() {
    return context.http().asked();
  }

  /** Fetches once, without a cursor and with this deadline. */
  Fetch fetchWithin(Duration deadline) throws PluginFailedException {
    return fetch(null, deadline);
  }

  private Fetch fetch(@Nullable String cursor, Duration deadline) throws PluginFailedException {
    FetchRequest request = request(cursor, deadline);
    // A little longer than the request says: on a busy machine the feed's own end comes first.
    Fetch fetch =
        caller.call("fetch()", deadline.plus(patience.grace()), () -> fetch(feed, request));
    if (fetch.batch().isEmpty()) {
      return fetch;
    }
    try {
      Batch taken = Given.batch(fetch.batch().get(), text -> text);
      return new Fetch(Optional.of(taken), Optional.empty());
    } catch (Given.NoResultException e) {
      throw PluginCaller.refused(e);
    }
  }

  /**
   * Fetches and interrupts after a while, when the deadline of the request is still far.
   *
   * @return how that ended
   */
  CallResult<Fetch> fetchInterrupted(Duration after) {
    FetchRequest request = request(null, Duration.ofMinutes(1));
    return caller.end(after, () -> fetch(feed, request));
  }

  /** Fetches until the source has nothing more for now. */
  Round fetchAll(@Nullable String cursor) throws PluginFailedException {
    List<Observation> observations = new ArrayList<>();
    List<Batch.Rejection> rejections = new ArrayList<>();
    String next = cursor;
    for (int i = 0; i < MOST_BATCHES; i++) {
      Fetch fetch = fetch(next, patience.deadline());
      if (fetch.batch().isEmpty()) {
        throw new PluginFailedException(
            "its source answers well and it says " + describe(fetch) + ".",
            "Repair the feed, or the answers of the sample.");
      }
      Batch batch = fetch.batch().get();
      observations.addAll(batch.observations());
      rejections.addAll(batch.rejections());
      next = batch.nextCursor();
      if (!batch.hasMore()) {
        return new Round(observations, rejections, next);
      }
    }
    throw new PluginFailedException(
        "it says that it has more after " + MOST_BATCHES + " batches.",
        "End with Batch.last when the source has nothing more.");
  }

  /** Closes the feed, which may be done more than once. */
  void closeFeed() throws PluginFailedException {
    caller.call(
        "close()",
        patience.deadline(),
        () -> {
          feed.close();
          return true;
        });
  }

  /** Closes the network and lets the feed be; a feed that hangs would hang here again. */
  @Override
  public void close() {
    caller.close();
    network.close();
  }

  static String describe(Fetch fetch) {
    return fetch
        .refusal()
        .map(refusal -> refusal.reason() + ": " + refusal.getMessage())
        .orElseGet(
            () ->
                fetch
                    .batch()
                    .map(
                        batch ->
                            batch.observations().size()
                                + " observations and "
                                + batch.rejections().size()
                                + " rejections")
                    .orElse("nothing"));
  }

  private FetchRequest request(@Nullable String cursor, Duration within) {
    Instant deadline = context.clock().instant().plus(within);
    context.http().until(deadline);
    return cursor == null ? FetchRequest.first(deadline) : FetchRequest.after(cursor, deadline);
  }

  private static Fetch fetch(Feed feed, FetchRequest request) throws InterruptedException {
    try {
      return new Fetch(Optional.of(feed.fetch(request)), Optional.empty());
    } catch (FeedException e) {
      return new Fetch(Optional.empty(), Optional.of(e));
    }
  }
}
