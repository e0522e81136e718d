package org.muscat.host.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OfferedFeed;
import org.muscat.host.load.Patience;

/** What is asked of one kind of feed. */
final class FeedChecks {

  private final Offer offer;
  private final OfferedFeed feed;
  private final Patience patience;
  private final String subject;
  private final List<ContractCheck> checks = new ArrayList<>();

  private FeedChecks(Offer offer, OfferedFeed feed, Patience patience) {
    this.offer = offer;
    this.feed = feed;
    this.patience = patience;
    this.subject = "feed '" + feed.descriptor().id() + "'";
  }

  static List<ContractCheck> of(
      Offer offer, OfferedFeed feed, List<FeedSample> samples, Patience patience) {
    FeedChecks checks = new FeedChecks(offer, feed, patience);
    checks.addWithoutOptions();
    if (samples.isEmpty()) {
      Options.toTry(List.of(), feed.options())
          .map(config -> withoutSource(feed.descriptor().id(), config))
          .ifPresent(checks::addWithOptions);
    }
    for (FeedSample sample : samples) {
      checks.addWithOptions(sample);
      checks.checks.addAll(
          new FeedSampleChecks(checks.subject, offer.contextLoader(), feed, sample, patience)
              .all());
    }
    return checks.checks;
  }

  private void addWithoutOptions() {
    add(
        "describes-itself",
        "has a title of one line",
        findings -> LoadChecks.title(feed.descriptor().title(), findings));
    add(
        "options-documented",
        "documents each of its options",
        findings -> Options.documented(feed.options(), findings));
    add(
        "secrets-are-secret",
        "takes no secret as a text",
        findings -> Options.secret(feed.options(), findings));
  }

  private void addWithOptions(FeedSample sample) {
    add(
        "made-quietly",
        "starts no thread and asks nothing of the network when it is made",
        findings -> quiet(sample, findings));
    add(
        "unknown-option-refused",
        "refuses an option that it does not have",
        findings -> unknown(sample, findings));
  }

  private void add(String id, String sentence, ContractCheck.Trial trial) {
    checks.add(new ContractCheck(id, subject, sentence, trial));
  }

  private void quiet(FeedSample sample, Findings findings) throws PluginFailedException {
    PluginThreads threads = new PluginThreads(offer.contextLoader());
    Set<Thread> before = threads.now();
    try (FeedTrial trial = FeedTrial.of(feed, sample, offer.contextLoader(), patience)) {
      Set<Thread> started = threads.since(before);
      if (!started.isEmpty()) {
        findings.add(
            "create() started " + PluginThreads.names(started) + ".",
            "Start threads in fetch(), if at all, and end them in close().");
      }
      if (trial.asked() > 0) {
        findings.add(
            "create() asked the network " + trial.asked() + " times.",
            "Ask the source in fetch(): a host makes feeds that it may never fetch from.");
      }
      trial.closeFeed();
    }
  }

  private void unknown(FeedSample sample, Findings findings) {
    Problems problems = new Problems();
    Optional<ConfigNode> node = Options.parse(sample.config(), problems).map(Options::withUnknown);
    try (PlayedNetwork network = PlayedNetwork.of(sample)) {
      if (node.isPresent()
          && feed.create(node.get(), TrialContext.of(sample, network), problems).isPresent()) {
        findings.add("it was made with the option 'no-such-option'.", "Take options by a record.");
      }
    }
  }

  private static FeedSample withoutSource(String id, String config) {
    return new FeedSample(id, config, Optional.empty(), Path.of("."), Instant.EPOCH);
  }
}
