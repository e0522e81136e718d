package org.muscat.engine.theatre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.regime.CalibratedMix;
import org.muscat.spi.LevelMap;

/**
 * What the regime of a theatre is judged by (method, section 6). An axis without parts is missing,
 * and the regime says so. The parts of an axis are kept in the order of their ids.
 *
 * @param dialogue parts of the axis D
 * @param pressure parts of the axis P
 * @param kinetic parts of the axis K
 * @param strait whose fact {@code status} tells whether the strait is closed; null if the theatre
 *     has no strait
 * @param ultimatum the clock U1 in [0,1]; null if nobody watches it
 * @param mediation above 0 while a mediator is active; null if nobody watches it
 * @param agreement whose fact {@code agreement-in-force} is {@code yes} while one is; null if
 *     nobody watches it
 * @param mix of dialogue and pressure
 */
public record RegimeModel(
    List<AxisMember> dialogue,
    List<AxisMember> pressure,
    List<AxisMember> kinetic,
    @Nullable Watched strait,
    @Nullable Watched ultimatum,
    @Nullable Watched mediation,
    @Nullable Watched agreement,
    CalibratedMix mix) {

  /**
   * An input in its place on an axis.
   *
   * @param id of the input
   * @param weight relative to the other parts of the axis, positive
   * @param map from reading to level
   * @param maxAge past which a reading is missing
   */
  public record AxisMember(String id, double weight, LevelMap map, Duration maxAge) {

    public AxisMember {
      if (!(weight > 0 && Double.isFinite(weight))) {
        throw new IllegalArgumentException(
            "weight of '" + id + "' on its axis is not positive: " + weight);
      }
    }
  }

  /**
   * An input that is taken as it is.
   *
   * @param id of the input
   * @param maxAge past which a reading is missing
   */
  public record Watched(String id, Duration maxAge) {}

  public RegimeModel {
    dialogue = inOrder(dialogue);
    pressure = inOrder(pressure);
    kinetic = inOrder(kinetic);
  }

  /** Sums in one order give the same bits however a file lists the parts. */
  private static List<AxisMember> inOrder(List<AxisMember> parts) {
    return parts.stream().sorted(Comparator.comparing(AxisMember::id)).toList();
  }

  /** The ids of all inputs, each once. */
  List<String> inputs() {
    List<String> ids = new ArrayList<>();
    for (List<AxisMember> axis : List.of(dialogue, pressure, kinetic)) {
      axis.forEach(part -> ids.add(part.id()));
    }
    add(ids, strait);
    add(ids, ultimatum);
    add(ids, mediation);
    add(ids, agreement);
    return ids.stream().distinct().toList();
  }

  private static void add(List<String> ids, @Nullable Watched watched) {
    Optional.ofNullable(watched).ifPresent(input -> ids.add(input.id()));
  }
}
