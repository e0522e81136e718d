package org.muscat.server.document;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.TripWire;
import org.muscat.engine.TripWire.Reachable;
import org.muscat.engine.TripWire.Unreachable;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Restricted;

/**
 * The smallest move of one indicator that takes the mean of the pillars to the next-worse band, as
 * JSON (method, section 7).
 *
 * @param unit of the readings
 * @param stability of the indicator, in points; null when no move of it alone gets there
 * @param trippingStability that it would have at the threshold
 * @param reading in the unit; null when it may not be passed on
 * @param trippingReading that it would have at the threshold; null when it may not be passed on
 * @param reason why no move of it alone gets there, or why readings are withheld; else empty
 */
public record TripWireDocument(
    String pillar,
    String indicator,
    String unit,
    @Nullable Double stability,
    @Nullable Double trippingStability,
    @Nullable Double reading,
    @Nullable Double trippingReading,
    String reason) {

  /** The smallest move in points of stability first; those that do not get there last. */
  static List<TripWireDocument> nearestFirst(Assessment assessment, Restricted withheld) {
    return assessment.theatreState().tripWires().stream()
        .sorted(Comparator.comparingDouble(TripWireDocument::move))
        .map(wire -> of(assessment.theatre().member(wire.member()), wire, withheld))
        .toList();
  }

  private static double move(TripWire wire) {
    return wire instanceof Reachable reachable
        ? -reachable.stabilityMove()
        : Double.POSITIVE_INFINITY;
  }

  private static TripWireDocument of(BoundMember member, TripWire wire, Restricted withheld) {
    String unit = member.descriptor().unit();
    if (wire instanceof Reachable reachable) {
      boolean isTold = !withheld.covers(member);
      return new TripWireDocument(
          reachable.pillar(),
          reachable.member(),
          unit,
          reachable.stability(),
          reachable.trippingStability(),
          isTold ? (Double) reachable.reading() : null,
          isTold ? (Double) reachable.trippingReading() : null,
          isTold ? "" : Words.WITHHELD);
    }
    String reason = ((Unreachable) wire).reason();
    return new TripWireDocument(wire.pillar(), wire.member(), unit, null, null, null, null, reason);
  }
}
