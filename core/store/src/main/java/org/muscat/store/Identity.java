package org.muscat.store;

/**
 * What a later observation of the same vintage revises: an observed-at, and the key of an event.
 *
 * @param observed in milliseconds
 * @param key empty for a point
 */
record Identity(long observed, String key) implements Comparable<Identity> {

  @Override
  public int compareTo(Identity other) {
    int byTime = Long.compare(observed, other.observed);
    return byTime != 0 ? byTime : key.compareTo(other.key);
  }
}
