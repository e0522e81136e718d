package org.muscat.store;

/**
 * Which observations of one vintage, and which version of each: those observed in ({@code after},
 * {@code upTo}] of which anything was known at {@code heldAt}, as last known at {@code knownAt}.
 * All in milliseconds; {@code heldAt <= knownAt}.
 */
record Cut(long after, long upTo, long heldAt, long knownAt) {

  /** What a view shows. */
  static Cut asOf(long after, long asOf) {
    return new Cut(after, asOf, asOf, asOf);
  }
}
