package org.muscat.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Event;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Series;

/**
 * Folds the versions of one vintage, ordered by identity and known-at, to the last of each. A
 * version that repeats the one before is no new version: it was known since that one.
 */
final class KnownVersions {

  private static final Comparator<Event> EVENT_ORDER =
      Comparator.comparing(Event::observedAt).thenComparing(Event::key);

  private final List<Identity> pointIdentities = new ArrayList<>();
  private final List<Content> pointContents = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final Map<KnownBasis, Integer> bases = new EnumMap<>(KnownBasis.class);
  private long newestObserved = Long.MIN_VALUE;
  private long newestKnown = Long.MIN_VALUE;
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

  /** What is known of the series; call it once, after the last version. */
  AsOfView.Known known(Vintage vintage) {
    finish();
    events.sort(EVENT_ORDER);
    Series points =
        Series.of(
            vintage.series(),
            pointIdentities.stream().mapToLong(Identity::observed).toArray(),
            pointContents.stream().mapToDouble(Content::value).toArray());
    return new AsOfView.Known(points, List.copyOf(events), provenance(vintage));
  }

  private Optional<Provenance> provenance(Vintage vintage) {
    int count = pointIdentities.size() + events.size();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Provenance(
                vintage.source(),
                vintage.number(),
                Instant.ofEpochMilli(newestObserved),
                Instant.ofEpochMilli(newestKnown),
                bases,
                count));
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
    bases.merge(last.basis(), 1, Integer::sum);
    newestObserved = Math.max(newestObserved, identity.observed());
    newestKnown = Math.max(newestKnown, last.known());
  }
}
