package org.muscat.maritime.warnings;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.Observation;

/** Asks for the warnings in force and tells what changed; see {@link NavareaProvider}. */
final class NavareaFeed implements Feed {

  private final URI url;
  private final HttpFetcher http;
  private final Clock clock;

  NavareaFeed(URI url, HttpFetcher http, Clock clock) {
    this.url = url;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    InForce before = InForce.parse(request.cursor());
    HttpQuery query =
        HttpQuery.get(url)
            .parameter("output", "json")
            .parameter("status", "active")
            .accepting("application/json", "text/json", "text/plain");
    Answer answer = Answer.read(http.fetch(query));
    return batch(answer, before, clock.instant());
  }

  private Batch batch(Answer answer, InForce before, Instant now) throws FeedException {
    List<Observation> told = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    Map<String, Observation> inForce = new HashMap<>();
    Set<String> keys = new HashSet<>();
    boolean keysAreWhole = true;
    for (int i = 0; i < answer.warnings().size(); i++) {
      String key = "";
      try {
        key = WarningReader.key(answer.warnings().get(i));
        if (!keys.add(key)) {
          throw new IllegalArgumentException("shape: " + key + " stands in the answer twice");
        }
        Observation warning = WarningReader.read(answer.warnings().get(i), now);
        inForce.put(key, warning);
        if (!before.holds(warning)) {
          told.add(warning);
        }
      } catch (IllegalArgumentException e) {
        keysAreWhole &= !key.isEmpty();
        if (!inForce.containsKey(key)) {
          before.get(key).ifPresent(warning -> inForce.put(warning.key(), warning));
        }
        rejections.add(new Rejection(url.toString(), i + 1, String.valueOf(e.getMessage())));
      }
    }
    if (rejections.size() == answer.warnings().size()) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          "none of %d warnings can be read, the first because of: %s"
              .formatted(rejections.size(), rejections.get(0)));
    }
    if (!keysAreWhole) {
      before.keepInto(inForce); // a warning whose key cannot be read may be any of them
    } else {
      told.addAll(before.ended(keys, now));
    }
    return Batch.last(told, rejections, InForce.of(inForce).toString());
  }
}
