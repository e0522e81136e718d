package org.muscat.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where sources told their past anew. Safe for any thread; every method blocks on the disk. */
public final class VintageBreaks {

  private final Database database;

  VintageBreaks(Database database) {
    this.database = database;
  }

  /**
   * Compares a delivery with what is stored of its vintage, without storing anything.
   *
   * @param instance the feed that it comes from
   * @return the breaks of its series, by series; the vintage is the one after that of the delivery
   */
  public List<VintageBreak> seenIn(Delivery delivery, String instance) {
    return database.read(
        "cannot compare a delivery of '" + delivery.source() + "' with ",
        handle -> new Overlap(handle, delivery, instance).breaks());
  }

  /**
   * Writes down breaks, each once: from its moment on, what the source said of the series in
   * earlier vintages is suspect.
   *
   * @param seen at one moment
   */
  public void add(List<VintageBreak> seen) {
    database.write(
        "cannot write down a vintage break in ",
        handle -> {
          new Breaks(handle).add(seen);
          return true;
        });
  }

  /** The newest vintage of each series of each source that has told anything of it. */
  public Map<Origin, Integer> current() {
    return database.read("cannot read vintages from ", handle -> new Vintages(handle).current());
  }

  /** All breaks that a feed saw, the oldest first. */
  public List<VintageBreak> of(String instance) {
    return database.read(
        "cannot read vintage breaks from ", handle -> new Breaks(handle).of(instance));
  }

  /** All breaks that were seen after a moment and at or before another, the oldest first. */
  public List<VintageBreak> seen(Instant after, Instant until) {
    return database.read(
        "cannot read vintage breaks from ",
        handle ->
            new Breaks(handle)
                .all().stream()
                    .filter(one -> one.detectedAt().isAfter(after))
                    .filter(one -> !one.detectedAt().isAfter(until))
                    .toList());
  }

  /** Those breaks that a feed saw after which the series was not read whole yet. */
  public List<VintageBreak> openOf(String instance) {
    return open().stream().filter(seen -> seen.instance().equals(instance)).toList();
  }

  /** All breaks after which the series was not read whole yet, whichever feed saw them. */
  public List<VintageBreak> open() {
    return database.read(
        "cannot read vintage breaks from ",
        handle -> {
          List<VintageBreak> all = new Breaks(handle).all();
          if (all.isEmpty()) {
            // Every scrape asks, and there are thousands of vintages.
            return all;
          }
          Map<Origin, Integer> current = new Vintages(handle).current();
          return all.stream()
              .filter(seen -> current.getOrDefault(seen.origin(), 0) < seen.number())
              .toList();
        });
  }

  /** What a vintage is about, from its first observation to its last; empty if there is none. */
  public Optional<Span> span(Origin origin, int vintage) {
    return database.read(
        "cannot read a vintage from ", handle -> new Vintages(handle).span(origin, vintage));
  }

  /** How many observations a vintage has, each counted once however often it was revised. */
  public long size(Origin origin, int vintage) {
    return database.read(
        "cannot count a vintage in ", handle -> new Vintages(handle).size(origin, vintage));
  }
}
