package org.muscat.host.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.Examined;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OfferedFeed;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.host.load.Patience;

/**
 * The contract as it is tried on one candidate, which is loaded as a host loads it. Without samples
 * it tries what needs neither data nor a source; what a plugin needs options for, and nobody gives,
 * is left out. For one thread at a time.
 */
public final class Contract implements AutoCloseable {

  /** 30 s for each call, on a busy machine, and 1 s to end when interrupted. */
  public static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));

  private final Examined examined;
  private final List<ContractCheck> checks;

  private Contract(Examined examined, List<ContractCheck> checks) {
    this.examined = examined;
    this.checks = checks;
  }

  /** Loads a candidate, to be tried without samples. */
  public static Contract of(Candidate candidate) {
    return of(candidate, List.of(), List.of(), PATIENCE);
  }

  /**
   * Loads a candidate. Waits for its code.
   *
   * @param patience for each call of its code
   * @throws IllegalArgumentException if a sample is for something that the candidate does not offer
   */
  public static Contract of(
      Candidate candidate,
      List<IndicatorSample> indicators,
      List<FeedSample> feeds,
      Patience patience) {
    Examined examined = Examined.of(candidate, patience);
    List<ContractCheck> checks = new ArrayList<>();
    checks.add(LoadChecks.loads(candidate, examined));
    for (Offer offer : examined.offers()) {
      checks.addAll(LoadChecks.of(offer));
      for (OfferedFeed feed : feedsById(offer)) {
        String id = feed.descriptor().id();
        List<FeedSample> samples = feeds.stream().filter(s -> s.feed().equals(id)).toList();
        checks.addAll(FeedChecks.of(offer, feed, samples, patience));
      }
      for (OfferedIndicator indicator : indicatorsById(offer)) {
        String id = indicator.descriptor().id();
        List<IndicatorSample> samples =
            indicators.stream().filter(s -> s.indicator().equals(id)).toList();
        checks.addAll(IndicatorChecks.of(offer, indicator, samples, patience));
      }
    }
    Contract contract = new Contract(examined, List.copyOf(checks));
    if (!examined.offers().isEmpty()) {
      contract.requireOffered("feed", contract.feedIds(), feeds.stream().map(FeedSample::feed));
      contract.requireOffered(
          "indicator",
          contract.indicatorIds(),
          indicators.stream().map(IndicatorSample::indicator));
    }
    return contract;
  }

  /** All that can be tried, in the order in which a reader wants to see it. */
  public List<ContractCheck> checks() {
    return checks;
  }

  /** The ids of all feeds on offer, sorted. */
  public List<String> feedIds() {
    return examined.offers().stream()
        .flatMap(offer -> feedsById(offer).stream())
        .map(feed -> feed.descriptor().id())
        .sorted()
        .toList();
  }

  /** The ids of all indicators on offer, sorted. */
  public List<String> indicatorIds() {
    return examined.offers().stream()
        .flatMap(offer -> indicatorsById(offer).stream())
        .map(indicator -> indicator.descriptor().id())
        .sorted()
        .toList();
  }

  /** Lets the code of the candidate go. Idempotent. */
  @Override
  public void close() {
    examined.offers().forEach(Offer::close);
  }

  private void requireOffered(String kind, List<String> offered, Stream<String> sampled) {
    sampled
        .filter(id -> !offered.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              close();
              throw new IllegalArgumentException(
                  "there is a sample for the "
                      + kind
                      + " '"
                      + id
                      + "', which the plugin does not offer; it offers "
                      + offered);
            });
  }

  private static List<OfferedFeed> feedsById(Offer offer) {
    return offer.feeds().stream()
        .sorted(Comparator.comparing(feed -> feed.descriptor().id()))
        .toList();
  }

  private static List<OfferedIndicator> indicatorsById(Offer offer) {
    return offer.indicators().stream()
        .sorted(Comparator.comparing(indicator -> indicator.descriptor().id()))
        .toList();
  }
}
