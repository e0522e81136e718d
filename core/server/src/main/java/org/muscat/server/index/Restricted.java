package org.muscat.server.index;

import java.util.Set;
import org.muscat.spi.Inputs;

/**
 * The series that may be used and not passed on. Immutable.
 *
 * @param names of series; one that ends in {@code /} means all that begin with it
 */
public record Restricted(Set<String> names) {

  /** Everything may be passed on. */
  public static final Restricted NOTHING = new Restricted(Set.of());

  public Restricted {
    names = Set.copyOf(names);
  }

  /** Whether the values of a series may not be passed on. */
  public boolean covers(String series) {
    return names.stream()
        .anyMatch(name -> name.endsWith("/") ? series.startsWith(name) : series.equals(name));
  }

  /**
   * Whether readings of an indicator may not be passed on: it reads such a series, be it among
   * others. Nobody can tell what of it shows in the reading.
   */
  public boolean covers(BoundMember member) {
    return member.indicator().inputs().all().stream()
        .map(Inputs.Input::series)
        .anyMatch(this::covers);
  }
}
