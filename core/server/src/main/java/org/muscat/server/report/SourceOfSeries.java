package org.muscat.server.report;

import java.util.List;
import java.util.Optional;
import org.muscat.store.Provenance;

/**
 * Where a series that a theatre reads comes from. Immutable.
 *
 * @param series its name
 * @param provenance of what is shown of it; empty if nothing was known inside its look-back
 * @param terms of the feeds that bring it, each once; none if no feed is known that does
 * @param withheld whether its values may not be passed on
 */
public record SourceOfSeries(
    String series, Optional<Provenance> provenance, List<Terms> terms, boolean withheld) {

  /**
   * What a kind of feed says of its data.
   *
   * @param feed its id
   * @param address where they come from
   * @param licence their terms
   */
  public record Terms(String feed, String title, String address, String licence) {}

  public SourceOfSeries {
    terms = List.copyOf(terms);
  }
}
