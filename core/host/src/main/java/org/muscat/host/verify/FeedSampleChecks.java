package org.muscat.host.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muscat.host.guard.CallResult;
import org.muscat.host.load.OfferedFeed;
import org.muscat.host.load.Patience;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException;
import org.muscat.spi.Observation;

/** What is asked of one kind of feed that there is a source for. */
final class FeedSampleChecks {

  private static final Duration UNTIL_THE_INTERRUPT = Duration.ofMillis(300);

  private static final Duration WHEN_HANGING = Duration.ofSeconds(2);

  private final String subject;
  private final ClassLoader loader;
  private final OfferedFeed feed;
  private final FeedSample sample;
  private final Patience patience;

  FeedSampleChecks(
      String subject, ClassLoader loader, OfferedFeed feed, FeedSample sample, Patience patience) {
    this.subject = subject;
    this.loader = loader;
    this.feed = feed;
    this.sample = sample;
    this.patience = patience;
  }

  /** A trial that fetches. */
  private interface Trial {
    void run(FeedTrial trial, Findings findings) throws PluginFailedException;
  }

  List<ContractCheck> all() {
    List<ContractCheck> checks = new ArrayList<>();
    checks.add(check("observes", "brings observations of its sample", Mood.WELL, this::observes));
    checks.add(
        check("same-answer-same-rows", "reads the same answer the same", Mood.WELL, this::same));
    checks.add(
        check("cursor", "brings nothing twice that did not change", Mood.WELL, this::goesOn));
    checks.add(check("closes", "closes twice and leaves no thread", Mood.WELL, this::closes));
    if (sample.source().isPresent()) {
      checks.add(check("patient", "reads an answer that comes slowly", Mood.SLOW, this::observes));
      for (Mood mood : Mood.values()) {
        if (!mood.reasons().isEmpty()) {
          checks.add(
              check(
                  "source-" + mood.words().replace(' ', '-'),
                  "says why it has nothing: source " + mood.words(),
                  mood,
                  (trial, findings) -> refuses(trial, mood, findings)));
        }
      }
      checks.add(
          check("interruptible", "ends when interrupted", Mood.HANGING, this::interruptible));
    }
    return checks;
  }

  private ContractCheck check(String id, String sentence, Mood mood, Trial body) {
    return new ContractCheck(
        id,
        subject,
        sentence,
        findings -> {
          sample.source().ifPresent(source -> source.play(mood));
          try (FeedTrial trial = FeedTrial.of(feed, sample, loader, patience)) {
            body.run(trial, findings);
          }
        });
  }

  private void observes(FeedTrial trial, Findings findings) throws PluginFailedException {
    FeedTrial.Round round = trial.fetchAll(null);
    if (round.observations().isEmpty()) {
      findings.add(
          "it observes nothing; rejected are " + round.rejections() + ".",
          "Repair the feed, or the answers of the sample.");
    }
    round.observations().stream()
        .filter(one -> one.observedAt().isAfter(sample.now()))
        .forEach(
            one ->
                findings.add(
                    "it observes " + one + ", and it is only " + sample.now() + ".",
                    "Leave out what has not happened; a forecast is another series."));
  }

  private void same(FeedTrial trial, Findings findings) throws PluginFailedException {
    List<Observation> first = trial.fetchAll(null).observations();
    try (FeedTrial other = FeedTrial.of(feed, sample, loader, patience)) {
      List<Observation> second = other.fetchAll(null).observations();
      if (!first.equals(second)) {
        findings.add(
            "the same answer is "
                + first.size()
                + " observations, then others: "
                + difference(first, second),
            "Let what is observed depend on the answer alone.");
      }
    }
  }

  private static String difference(List<Observation> first, List<Observation> second) {
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      if (!first.get(i).equals(second.get(i))) {
        return "row " + (i + 1) + " is " + first.get(i) + ", then " + second.get(i) + ".";
      }
    }
    return second.size() + " of them.";
  }

  /** An observation whatever its known-at: what is told again later is known from then on. */
  private record Said(
      String series,
      String key,
      String type,
      Instant observedAt,
      double value,
      Map<String, String> attributes,
      Optional<String> source) {

    static Said in(Observation one) {
      return new Said(
          one.series(),
          one.key(),
          one.type(),
          one.observedAt(),
          one.value(),
          one.attributes(),
          one.source());
    }
  }

  private void goesOn(FeedTrial trial, Findings findings) throws PluginFailedException {
    FeedTrial.Round first = trial.fetchAll(null);
    Set<Said> known = new HashSet<>();
    first.observations().forEach(one -> known.add(Said.in(one)));
    for (Observation again : trial.fetchAll(first.cursor()).observations()) {
      if (!known.contains(Said.in(again))) {
        findings.add(
            "with the cursor '"
                + first.cursor()
                + "' it brings "
                + again
                + ", which it did not bring at first; the source has not changed.",
            "Bring all that there is at the first fetch, and let the cursor say where that ended.");
      } else if (!feed.descriptor().tellsWholeHistory()) {
        findings.add(
            "with the cursor '" + first.cursor() + "' it brings " + again + " a second time.",
            "Keep in the cursor what was read, or declare tellingWholeHistory().");
      }
    }
  }

  private void closes(FeedTrial trial, Findings findings) throws PluginFailedException {
    PluginThreads threads = new PluginThreads(loader);
    Set<Thread> before = threads.now();
    trial.fetchAll(null);
    trial.closeFeed();
    trial.closeFeed();
    Set<Thread> left = threads.leftSince(before, patience.grace());
    if (!left.isEmpty()) {
      findings.add(
          "after close() there still run " + PluginThreads.names(left) + ".",
          "End in close() every thread that the feed started.");
    }
  }

  private void refuses(FeedTrial trial, Mood mood, Findings findings) throws PluginFailedException {
    FeedTrial.Fetch fetch =
        trial.fetchWithin(mood == Mood.HANGING ? WHEN_HANGING : patience.deadline());
    Optional<FeedException.Reason> reason = fetch.refusal().map(FeedException::reason);
    if (reason.isEmpty() || !mood.reasons().contains(reason.get())) {
      findings.add(
          "it says " + FeedTrial.describe(fetch) + ".",
          "Throw a FeedException with "
              + (mood.reasons().size() == 1 ? "" : "one of ")
              + String.join(", ", mood.reasons().stream().map(Enum::name).sorted().toList())
              + "; what HTTP fails with has one already.");
    }
  }

  private void interruptible(FeedTrial trial, Findings findings) {
    CallResult<FeedTrial.Fetch> end = trial.fetchInterrupted(UNTIL_THE_INTERRUPT);
    if (end instanceof CallResult.Stuck) {
      findings.add(
          "its fetch() went on for " + patience.grace() + " after it was interrupted.",
          "Let InterruptedException pass, and look at Thread.interrupted() in long loops.");
    } else if (end instanceof CallResult.Returned<FeedTrial.Fetch> returned
        && returned.value() != null
        && returned.value().batch().map(Batch::observations).isPresent()) {
      findings.add(
          "it brings a batch while its source hangs.", "Wait for the source, or say why not.");
    }
  }
}
