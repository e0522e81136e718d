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
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.Observation;

/** Asks for the list of today; see {@link OfacProvider}. */
final class OfacWeb implements Feed {

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

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    // Entries of other programmes cannot be compared: that is a beginning.
    Optional<Seen> before =
        Seen.parse(request.cursor())
            .filter(seen -> seen.programmes().equals(programmes.toString()));
    HttpQuery query = HttpQuery.get(url).atMost(SdnListReader.MOST_BYTES);
    String validator = before.map(Seen::validator).orElse("");
    HttpAnswer answer = http.fetch(validator.isEmpty() ? query : query.ifChangedSince(validator));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (answer.isUnchanged() && before.isPresent()) {
      return unchanged(before.get(), today);
    }
    SdnList list = SdnListReader.read(answer.url(), answer.bytes(), programmes);
    LocalDate published = list.published().orElse(today);
    requireInOrder(published, before, today);
    return batch(before, list, published, today, answer.validator().orElse(""));
  }

  private Batch unchanged(Seen before, LocalDate today) {
    List<Observation> told =
        before.day().equals(today)
            ? List.of()
            : List.of(changes.sighting(today, before.entries().size()));
    return Batch.last(
        told,
        List.of(),
        seen(before.published(), today, before.validator(), before.entries()).toString());
  }

  private Batch batch(
      Optional<Seen> before, SdnList list, LocalDate published, LocalDate today, String validator)
      throws FeedException {
    List<Observation> told = new ArrayList<>();
    Map<Long, SdnEntry> entries =
        SdnChanges.entries(before.map(Seen::entries).orElse(Map.of()), list);
    if (before.isEmpty()) {
      told.add(changes.baseline(list, programmes.toString(), published, today));
    } else {
      told.addAll(changes.since(before.get(), list, published));
    }
    boolean isTold =
        before
            .filter(seen -> seen.day().equals(today) && seen.entries().size() == entries.size())
            .isPresent();
    if (!isTold) {
      told.add(changes.sighting(today, entries.size()));
    }
    // The whole list is wanted again while part of it could not be read.
    Seen now = seen(published, today, list.isWhole() ? validator : "", entries);
    return Batch.last(told, list.rejections(), now.toString());
  }

  private Seen seen(
      LocalDate published, LocalDate day, String validator, Map<Long, SdnEntry> entries) {
    return new Seen(programmes.toString(), published, day, validator, false, 0, entries);
  }

  private void requireInOrder(LocalDate published, Optional<Seen> before, LocalDate today)
      throws FeedException {
    if (published.isAfter(today)) {
      throw new FeedException(
          Reason.BAD_DATA, url + " is a list of " + published + ", and it is only " + today);
    }
    if (before.isPresent() && published.isBefore(before.get().published())) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          "%s is the list of %s, older than that of %s, which was read already"
              .formatted(url, published, before.get().published()));
    }
  }
}
