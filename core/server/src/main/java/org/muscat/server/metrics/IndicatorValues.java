package org.muscat.server.metrics;

import java.util.Set;
import org.muscat.server.index.BoundMember;
import org.muscat.spi.Inputs;

/** Of which indicators readings are told in their natural units. Immutable. */
public final class IndicatorValues {

  /** Of none. */
  public static final IndicatorValues NONE = new IndicatorValues(false, Set.of());

  private final boolean wanted;
  private final Set<String> restricted;

  private IndicatorValues(boolean wanted, Set<String> restricted) {
    this.wanted = wanted;
    this.restricted = Set.copyOf(restricted);
  }

  /**
   * Of all but those that read a restricted series, be it among others: nobody can tell what of it
   * shows in the reading.
   *
   * @param restricted names; one that ends in {@code /} means all that begin with it
   */
  public static IndicatorValues except(Set<String> restricted) {
    return new IndicatorValues(true, restricted);
  }

  boolean areTold() {
    return wanted;
  }

  boolean areToldOf(BoundMember member) {
    return wanted
        && member.indicator().inputs().all().stream()
            .map(Inputs.Input::series)
            .noneMatch(this::isRestricted);
  }

  private boolean isRestricted(String series) {
    return restricted.stream()
        .anyMatch(name -> name.endsWith("/") ? series.startsWith(name) : series.equals(name));
  }
}
