package org.muscat.store;

import java.time.Instant;

/**
 * What a source had told about a series by some moment.
 *
 * @param series logical name
 * @param source who said it
 * @param vintage the latest epoch of the source that was known
 * @param count points and events in that vintage, each once however often it was revised
 * @param firstObservedAt the earliest of them
 * @param lastObservedAt the latest of them
 * @param lastKnownAt the known-at of the latest stored change
 */
public record SeriesSummary(
    String series,
    String source,
    int vintage,
    long count,
    Instant firstObservedAt,
    Instant lastObservedAt,
    Instant lastKnownAt) {}
