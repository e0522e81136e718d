package org.muscat.server.index;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.muscat.spi.Inputs;
import org.muscat.store.History;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;

/**
 * What the store knows of the series that were asked for, in memory: one history for each ranking
 * of sources. Only series for which something arrived are read again, so that a tick does not pay
 * for the length of its look-backs. Safe for any thread.
 */
final class Histories {

  private static final Instant FOR_EVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final Store store;
  private final OptionalLong stamp;
  private Instant since;
  private final Map<SourceRanking, History> bySources = new HashMap<>();

  Histories(Store store) {
    this(store, OptionalLong.empty(), Instant.MIN);
  }

  /**
   * Histories of the store as it is, from a moment on until an earlier one is wanted.
   *
   * @param since the earliest moment that is surely wanted
   */
  Histories(Store store, Instant since) {
    this(store, OptionalLong.empty(), since);
  }

  /**
   * Histories of the store as it was.
   *
   * @param stamp the delivery that was the newest then; empty for the store as it is
   */
  Histories(Store store, OptionalLong stamp) {
    this(store, stamp, Instant.MIN);
  }

  private Histories(Store store, OptionalLong stamp, Instant since) {
    this.store = store;
    this.stamp = stamp;
    this.since = since;
  }

  /** A history of these series at least. */
  synchronized History of(SourceRanking sources, Collection<Inputs.Input> inputs) {
    History known = bySources.get(sources);
    History fresh = known == null ? read(inputs, sources) : store.refreshed(known, inputs);
    bySources.put(sources, fresh);
    return fresh;
  }

  /** The same history for any moment; so are those that are asked for from now on. */
  synchronized History whole(History part) {
    since = Instant.MIN;
    bySources.clear();
    return store.whole(part);
  }

  private History read(Collection<Inputs.Input> inputs, SourceRanking sources) {
    return stamp.isPresent()
        ? store.historyAt(stamp.getAsLong(), inputs, sources, FOR_EVER)
        : store.historySince(since, inputs, sources, FOR_EVER);
  }
}
