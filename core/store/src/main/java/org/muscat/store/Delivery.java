package org.muscat.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Observation;

/**
 * What one fetch or import brings to the store. Immutable.
 *
 * @param source who says what names no {@link Observation#source()} of its own, such as the id of
 *     the feed; not blank
 * @param vintage the epoch that all of it belongs to, of each source in it, from 1
 * @param recordedAt the moment of the fetch; an observation without a known-at was known from then
 * @param observations in any order
 * @param cursor where the feed goes on, kept in the same transaction; null for an import
 * @param fetch that brought it, as {@link Fetches#begin} numbered it; null for an import
 */
public record Delivery(
    String source,
    int vintage,
    Instant recordedAt,
    List<Observation> observations,
    @Nullable FeedCursor cursor,
    @Nullable Long fetch) {

  public Delivery {
    if (source.isBlank()) {
      throw new IllegalArgumentException("source of a delivery is blank");
    }
    if (vintage < 1) {
      throw new IllegalArgumentException(
          "vintage of a delivery from '" + source + "' is " + vintage + "; they count from 1");
    }
    observations = List.copyOf(observations);
  }

  /** The same with other observations. */
  public Delivery with(List<Observation> others) {
    return new Delivery(source, vintage, recordedAt, others, cursor, fetch);
  }

  /** A delivery that no fetch brought. */
  public Delivery(
      String source,
      int vintage,
      Instant recordedAt,
      List<Observation> observations,
      @Nullable FeedCursor cursor) {
    this(source, vintage, recordedAt, observations, cursor, null);
  }
}
