package org.muscat.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a stored state, without its document. Immutable.
 *
 * @param model id of the model
 * @param asOf the moment that it speaks of
 * @param stability the score; null if there is none
 * @param lower the lower end of its interval; null if there is no score
 * @param upper the upper end of its interval; null if there is no score
 */
public record StoredScore(
    String model,
    Instant asOf,
    @Nullable Double stability,
    @Nullable Double lower,
    @Nullable Double upper) {}
