package org.muscat.diplomacy.sanctions;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.Observation;

/** Asks for the list of today. */
final class OfacWeb {

  private final URI url;
  private final Programmes programmes;
  private final SdnChanges changes;
  private final HttpFetcher http;
  private final Clock clock;

  OfacWeb(URI url, Programmes programmes, SdnChanges changes, HttpFetcher http, Clock clock) {
    this.url = url;
    this.programmes = programmes;
    this.changes = changes;
    this.http = http;
    this.clock = clock;
  }

  /**
   * Compares the list of today with the last one. If other programmes were watched then, they
   * cannot be compared: that is a beginning.
   *
   * @param last what was seen last, under whatever programmes
   * @param rejections what was told before, to be told with it
   */
  Batch fetch(Optional<Seen> last, List<Rejection> rejections)
      throws FeedException, InterruptedException {
    Optional<Seen> before = last.filter(seen -> seen.watched(programmes));
    int passed = last.map(Seen::passed).orElse(0);
    HttpQuery query = HttpQuery.get(url).atMost(SdnListReader.MOST_BYTES);
    String validator = before.map(Seen::validator).orElse("");
    HttpAnswer answer = http.fetch(validator.isEmpty() ? query : query.ifChangedSince(validator));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Observation> told = new ArrayList<>();
    Seen now;
    if (answer.isUnchanged() && before.isPresent()) {
      Seen same = before.get();
      now = seen(same.published(), today, same.validator(), passed, same.entries());
    } else {
      SdnList list = SdnListReader.read(answer.url(), answer.bytes(), programmes);
      rejections.addAll(list.rejections());
      LocalDate published = list.published().orElse(today);
      requireInOrder(published, last, today);
      told.addAll(changes(before, list, published, today));
      // The whole list is wanted again while part of it could not be read.
      String next = list.isWhole() ? answer.validator().orElse("") : "";
      now = seen(published, today, next, passed, SdnChanges.entries(entries(before), list));
    }
    // A list of which a part was refused was read all the same: the host must not take it for none.
    if (!isTold(before, now) || !rejections.isEmpty()) {
      told.add(changes.sighting(today, now.entries().size()));
    }
    return Batch.last(told, rejections, now.toString());
  }

  private List<Observation> changes(
      Optional<Seen> before, SdnList list, LocalDate published, LocalDate today)
      throws FeedException {
    return before.isPresent()
        ? changes.since(before.get(), list, published)
        : List.of(changes.baseline(list, programmes.toString(), published, today));
  }

  /** A sighting is told once a day, unless it says something else. */
  private static boolean isTold(Optional<Seen> before, Seen now) {
    return before
        .filter(last -> last.day().equals(now.day()))
        .filter(last -> last.entries().size() == now.entries().size())
        .isPresent();
  }

  private static Map<Long, SdnEntry> entries(Optional<Seen> before) {
    return before.map(Seen::entries).orElse(Map.of());
  }

  private Seen seen(
      LocalDate published,
      LocalDate day,
      String validator,
      int passed,
      Map<Long, SdnEntry> entries) {
    return new Seen(programmes.toString(), published, day, validator, false, passed, entries);
  }

  private void requireInOrder(LocalDate published, Optional<Seen> last, LocalDate today)
      throws FeedException {
    if (published.isAfter(today)) {
      throw new FeedException(
          Reason.BAD_DATA, url + " is a list of " + published + ", and it is only " + today);
    }
    if (last.isPresent() && published.isBefore(last.get().published())) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          "%s is the list of %s, older than that of %s, which was read already"
              .formatted(url, published, last.get().published()));
    }
  }
}
