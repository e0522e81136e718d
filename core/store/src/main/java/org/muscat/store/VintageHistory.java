package org.muscat.store;

/** All that was known of one vintage. Immutable. */
record VintageHistory(Vintage vintage, Sheets sheets, EventVersions events) {

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
        });
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
