package org.muscat.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Event;
import org.muscat.spi.Series;

/**
 * Folds the versions of one vintage, ordered by identity and known-at, to the last of each. A
 * version that repeats the one before is no new version: it was known since that one.
 */
final class KnownVersions {

  /** Of the events of a view. */
  static final Comparator<Event> EVENT_ORDER =
      Comparator.comparing(Event::observedAt).thenComparing(Event::key);

  private final List<Identity> pointIdentities = new ArrayList<>();
  private final List<Content> pointContents = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final Grounds grounds = new Grounds();
  private @Nullable Identity identity;
  private @Nullable Version last;

  void next(Identity of, Version version) {
    if (!of.equals(identity)) {
      finish();
      identity = of;
      last = version;
    } else if (last == null || !last.content().equals(version.content())) {
      last = version;
    }
  }

  /**
   * What is known of the series; call it once, after the last version.
   *
   * @param suspicion why it is not to be believed
   */
  AsOfView.Known known(Vintage vintage, Optional<VintageBreak> suspicion) {
    finish();
    events.sort(EVENT_ORDER);
    Series points =
        Series.of(
            vintage.series(),
            pointIdentities.stream().mapToLong(Identity::observed).toArray(),
            pointContents.stream().mapToDouble(Content::value).toArray());
    Optional<Provenance> provenance = grounds.provenance(vintage);
    return new AsOfView.Known(points, List.copyOf(events), () -> provenance, suspicion);
  }

  private void finish() {
    if (identity == null || last == null) {
      return;
    }
    Content content = last.content();
    if (identity.key().isEmpty()) {
      pointIdentities.add(identity);
      pointContents.add(content);
    } else {
      events.add(
          new Event(
              identity.key(),
              Instant.ofEpochMilli(identity.observed()),
              Instant.ofEpochMilli(last.known()),
              content.type(),
              content.value(),
              Text.decodeAttributes(content.attributes())));
    }
    grounds.add(identity.observed(), last.known(), last.basis());
  }
}
