package org.muscat.engine;

import java.time.Instant;

/**
 * An index that was published: what the response goes on from (method, section 5.5).
 *
 * @param index in [0,100]
 * @param at the point of the grid that it was published for
 */
public record Published(double index, Instant at) {}
