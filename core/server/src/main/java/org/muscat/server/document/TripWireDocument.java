package org.muscat.server.document;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.TripWire;
import org.muscat.engine.TripWire.Reachable;
import org.muscat.engine.TripWire.Unreachable;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Theatre;

/**
 * The smallest move of one indicator that takes the mean of the pillars to the next-worse band, as
 * JSON (method, section 7).
 *
 * @param unit of the readings
 * @param stability of the indicator, in points; null when no move of it alone gets there
 * @param trippingStability that it would have at the threshold
 * @param reading in the unit
 * @param trippingReading that it would have at the threshold
 * @param reason why no move of it alone gets there; empty when one does
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
  static List<TripWireDocument> nearestFirst(Assessment assessment) {
    return assessment.theatreState().tripWires().stream()
        .sorted(Comparator.comparingDouble(TripWireDocument::move))
        .map(wire -> of(assessment.theatre(), wire))
        .toList();
  }

  private static double move(TripWire wire) {
    return wire instanceof Reachable reachable
        ? -reachable.stabilityMove()
        : Double.POSITIVE_INFINITY;
  }

  private static TripWireDocument of(Theatre theatre, TripWire wire) {
    String unit = theatre.member(wire.member()).descriptor().unit();
    if (wire instanceof Reachable reachable) {
      return new TripWireDocument(
          reachable.pillar(),
          reachable.member(),
          unit,
          reachable.stability(),
          reachable.trippingStability(),
          reachable.reading(),
          reachable.trippingReading(),
          "");
    }
    String reason = ((Unreachable) wire).reason();
    return new TripWireDocument(wire.pillar(), wire.member(), unit, null, null, null, null, reason);
  }
}
