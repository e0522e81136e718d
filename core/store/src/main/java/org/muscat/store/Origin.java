package org.muscat.store;

import java.util.Comparator;

/**
 * A series as one source tells it. Immutable; in order by series, then source.
 *
 * @param series its name
 * @param source who tells it
 */
public record Origin(String series, String source) implements Comparable<Origin> {

  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::series).thenComparing(Origin::source);

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }
}
