package org.muscat.store;

import org.muscat.spi.KnownBasis;

/**
 * What a vintage said about one identity from some moment on.
 *
 * @param known in milliseconds
 * @param delivery the delivery that brought it; of a confirmed version that was put back, the one
 *     that first brought what it repeats
 */
record Version(long known, KnownBasis basis, Content content, long delivery) {}
