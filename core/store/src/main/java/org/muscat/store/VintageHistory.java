package org.muscat.store;

import java.util.Optional;

/**
 * All that was known of one vintage. Immutable.
 *
 * @param brokenBy what made it suspect, at any time
 */
record VintageHistory(
    Vintage vintage, Sheets sheets, EventVersions events, Optional<VintageBreak> brokenBy) {

  AsOfView.Known known(Cut cut) {
    Sheets.Points points = sheets.points(cut);
    int[] selected = events.select(cut);
    return new AsOfView.Known(
        points.series(),
        events.events(selected),
        () -> {
          Grounds grounds = new Grounds();
          points.tell(grounds);
          events.tell(selected, grounds);
          return grounds.provenance(vintage);
        },
        brokenBy.filter(seen -> Times.atOrAfter(seen.detectedAt()) <= cut.knownAt()));
  }

  /** The latest observed-at that a view of a moment shows; far in the past if it shows nothing. */
  long newestObserved(long asOf) {
    Cut all = Cut.asOf(Long.MIN_VALUE, asOf);
    Sheets.Points points = sheets.points(all);
    long newestPoint =
        points.to() == points.from() ? Long.MIN_VALUE : points.sheet().observed(points.to() - 1);
    return Math.max(newestPoint, events.newestObserved(events.select(all)));
  }
}
