package org.muscat.server.metrics;

import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Restricted;

/** Of which indicators readings are told in their natural units. Immutable. */
public final class IndicatorValues {

  /** Of none. */
  public static final IndicatorValues NONE = new IndicatorValues(false, Restricted.NOTHING);

  private final boolean wanted;
  private final Restricted restricted;

  private IndicatorValues(boolean wanted, Restricted restricted) {
    this.wanted = wanted;
    this.restricted = restricted;
  }

  /** Of none, nor numbers beside the index that rest on a restricted series. */
  public static IndicatorValues none(Restricted restricted) {
    return new IndicatorValues(false, restricted);
  }

  /** Of all but those that read a restricted series. */
  public static IndicatorValues except(Restricted restricted) {
    return new IndicatorValues(true, restricted);
  }

  boolean areTold() {
    return wanted;
  }

  boolean areToldOf(BoundMember member) {
    return wanted && mayBeToldOf(member);
  }

  /** Whether its number may leave beside the index, where it stands without being asked for. */
  boolean mayBeToldOf(BoundMember member) {
    return !restricted.covers(member);
  }
}
