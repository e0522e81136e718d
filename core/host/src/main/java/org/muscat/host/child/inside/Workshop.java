package org.muscat.host.child.inside;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.muscat.host.child.wire.Address;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.child.wire.Request;
import org.muscat.host.config.Problems;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.Examined;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.host.load.Patience;
import org.muscat.host.load.PluginCode;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.Indicator;

/** Does what the host wants with the plugins of the one candidate. Thread-safe. */
final class Workshop {

  private final Questions questions;
  private final ThreadGroup threads;
  private final Map<Integer, Crafted> crafted = new ConcurrentHashMap<>();
  private volatile List<Offer> offers = List.of();

  /** What was made, and where its code comes from. */
  private record Crafted(
      Offer offer, Optional<Indicator> indicator, Optional<Feed> feed, String thread) {}

  /**
   * A workshop.
   *
   * @param threads that it is called on
   */
  Workshop(Questions questions, ThreadGroup threads) {
    this.questions = questions;
    this.threads = threads;
  }

  /** Answers a request; throws what the plugin throws. */
  Answer handle(Request request) throws Exception {
    if (request instanceof Request.Examine examine) {
      return examine(examine);
    }
    if (request instanceof Request.MakeIndicator make) {
      return make(make);
    }
    if (request instanceof Request.MakeFeed make) {
      return make(make);
    }
    if (request instanceof Request.Read read) {
      Indicator indicator = get(read.made()).indicator().orElseThrow();
      return inContext(
          read.made(),
          () -> new Answer.Reading(given(indicator.read(new ShippedView(read.view())))));
    }
    if (request instanceof Request.Fetch fetch) {
      Feed feed = get(fetch.made()).feed().orElseThrow();
      return inContext(fetch.made(), () -> new Answer.Fetched(given(feed.fetch(fetch.request()))));
    }
    if (request instanceof Request.OwnThreads) {
      return new Answer.Threads(
          offers.stream().findFirst().map(Offer::ownThreads).orElse(List.of()));
    }
    return close(((Request.Close) request).made());
  }

  private Answer examine(Request.Examine request) {
    Candidate candidate =
        new Candidate(
            Path.of(request.location()), request.classPath().stream().map(Path::of).toList());
    Examined examined =
        Examined.of(candidate, new Patience(request.deadline(), request.grace()), threads);
    offers = examined.offers();
    return new Answer.Offered(
        offers.stream().map(Workshop::offered).toList(),
        examined.faults(),
        examined.stuckThreads());
  }

  private static Answer.OfferedPlugin offered(Offer offer) {
    return new Answer.OfferedPlugin(
        offer.descriptor(),
        offer.feeds().stream()
            .map(feed -> new Answer.FeedKind(feed.descriptor(), feed.options()))
            .toList(),
        offer.indicators().stream()
            .map(kind -> new Answer.IndicatorKind(kind.descriptor(), kind.options()))
            .toList());
  }

  private Answer make(Request.MakeIndicator request) {
    Offer offer = offer(request.kind());
    Problems problems = new Problems();
    Optional<OfferedIndicator.Made> made =
        offer.indicators().get(request.kind().item()).create(request.config(), problems);
    made.ifPresent(
        indicator ->
            crafted.put(
                request.made(),
                new Crafted(
                    offer,
                    Optional.of(indicator.indicator()),
                    Optional.empty(),
                    "plugin-" + offer.descriptor().id())));
    return new Answer.Made(
        problems.all(),
        problems.warnings(),
        made.map(
            m ->
                new Answer.MadeIndicator(
                    m.config(), m.inputs(), m.scale(), m.uncertainty(), m.level())),
        made.isPresent());
  }

  private Answer make(Request.MakeFeed request) {
    Offer offer = offer(request.kind());
    Problems problems = new Problems();
    FeedContext context = new LentContext(request.made(), request.lent(), questions);
    Optional<Feed> made =
        offer.feeds().get(request.kind().item()).create(request.config(), context, problems);
    made.ifPresent(
        feed ->
            crafted.put(
                request.made(),
                new Crafted(
                    offer, Optional.empty(), Optional.of(feed), "feed-" + context.instance())));
    return new Answer.Made(problems.all(), problems.warnings(), Optional.empty(), made.isPresent());
  }

  private Answer close(int made) throws Exception {
    Crafted before = crafted.get(made);
    if (before != null) {
      inContext(
          made,
          () -> {
            before.feed().ifPresent(Feed::close);
            return true;
          });
      crafted.remove(made);
    }
    return new Answer.Closed();
  }

  private Offer offer(Address kind) {
    return offers.get(kind.offer());
  }

  private Crafted get(int made) {
    Crafted found = crafted.get(made);
    if (found == null) {
      throw new IllegalStateException("there is no feed or indicator with the number " + made);
    }
    return found;
  }

  /** Calls the plugin as its author may expect: loader and name of the thread are as in a host. */
  private <T> T inContext(int made, Callable<T> code) throws Exception {
    Crafted called = get(made);
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    thread.setName(called.thread());
    try {
      return PluginCode.inContext(called.offer().contextLoader(), code);
    } finally {
      thread.setName(name);
    }
  }

  /** What a plugin gave may be null although its type says otherwise. */
  private static <T> Optional<T> given(@Nullable T value) {
    return Optional.ofNullable(value);
  }
}
