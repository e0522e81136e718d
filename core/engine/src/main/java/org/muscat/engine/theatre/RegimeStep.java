package org.muscat.engine.theatre;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.regime.Axes;
import org.muscat.engine.regime.AxisPart;
import org.muscat.engine.regime.AxisReading;
import org.muscat.engine.regime.RegimeMachine;
import org.muscat.engine.regime.RegimePosterior;
import org.muscat.engine.regime.RegimeState;
import org.muscat.engine.regime.Strait;
import org.muscat.engine.theatre.RegimeModel.AxisMember;
import org.muscat.engine.theatre.TheatreState.RegimeView;
import org.muscat.spi.Measured;

/** One step of the regime: from readings to axes, from axes to regime and posterior. */
final class RegimeStep {

  private static final double SECONDS_A_DAY = 86_400;

  private final RegimeModel model;

  RegimeStep(RegimeModel model) {
    this.model = model;
  }

  /**
   * The regime at a moment.
   *
   * @param committed whether the moment is the next point of the grid; else a step to it is partial
   */
  RegimeView step(TheatreMemory memory, Instant asOf, Known known, boolean committed) {
    Axes axes = axes(asOf, known);
    RegimeState state = state(memory.regime(), axes, committed);
    RegimePosterior posterior =
        memory.at() == null || committed
            ? memory.posterior().next(axes)
            : memory.posterior().partial(axes, days(memory.at(), asOf));
    Double dialogue = axes.dialogue().level();
    Double pressure = axes.pressure().level();
    return dialogue == null || pressure == null
        ? new RegimeView(state, posterior, null, null)
        : new RegimeView(
            state,
            posterior,
            model.mix().of(dialogue, pressure),
            model.mix().gradient(dialogue, pressure));
  }

  private static RegimeState state(@Nullable RegimeState before, Axes axes, boolean committed) {
    if (before == null) {
      return RegimeMachine.first(axes);
    }
    return committed ? RegimeMachine.next(before, axes) : RegimeMachine.partial(before, axes);
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / (SECONDS_A_DAY * 1e9);
  }

  private Axes axes(Instant asOf, Known known) {
    return new Axes(
        asOf,
        axis(model.dialogue(), known, AxisReading::weightedMean),
        axis(model.pressure(), known, AxisReading::weightedMean),
        axis(model.kinetic(), known, AxisReading::maximum),
        strait(known));
  }

  private static AxisReading axis(
      List<AxisMember> members, Known known, Function<List<AxisPart>, AxisReading> composed) {
    if (members.isEmpty()) {
      return AxisReading.unknown();
    }
    List<AxisPart> parts = new ArrayList<>();
    for (AxisMember member : members) {
      Measured measured = known.fresh(member.id(), member.maxAge());
      Double level =
          measured == null ? null : (Double) Levels.level(member.map(), measured.value());
      parts.add(new AxisPart(member.id(), member.weight(), level));
    }
    return composed.apply(parts);
  }

  private Strait strait(Known known) {
    if (model.strait() == null) {
      return Strait.PASSABLE;
    }
    Measured measured = known.fresh(model.strait());
    String status = measured == null ? null : measured.facts().get("status");
    if (status == null) {
      return Strait.UNKNOWN;
    }
    return status.equals(Strait.EFFECTIVELY_CLOSED.name())
        ? Strait.EFFECTIVELY_CLOSED
        : Strait.PASSABLE;
  }
}
