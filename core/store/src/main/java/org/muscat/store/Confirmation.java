package org.muscat.store;

import org.muscat.spi.KnownBasis;

/**
 * A stretch of neighbouring identities of one vintage that a delivery told without a gap, and of
 * which at least one was unchanged: "at {@code known}, this is still so".
 *
 * <p>Unchanged observations are not stored. But a version that was known in between may arrive
 * later (the order of arrival must not matter), and then the unchanged one after it says something:
 * {@link Merge} puts it back from here.
 */
record Confirmation(long known, KnownBasis basis, Identity first, Identity last, long delivery) {

  /** Whether this tells that a version, stored at that time, was still so. */
  boolean covers(Identity identity, Version version) {
    return version.delivery() <= delivery
        && first.compareTo(identity) <= 0
        && identity.compareTo(last) <= 0;
  }
}
