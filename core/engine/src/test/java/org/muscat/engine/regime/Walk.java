package org.muscat.engine.regime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A fold of the regime machine over a daily grid, for tests. */
final class Walk {

  static final Instant START = Instant.parse("2019-01-01T00:00:00Z");

  private final List<RegimeState> states = new ArrayList<>();

  /** The moment of a step, the first being 0. */
  static Instant day(int step) {
    return START.plus(Duration.ofDays(step));
  }

  /** Axes at any moment; the fold sets its own. */
  static Axes axes(double dialogue, double pressure, double kinetic) {
    return Axes.of(START, dialogue, pressure, kinetic);
  }

  static Axes without(Axes axes, String axis) {
    return new Axes(
        axes.asOf(),
        axis.equals("dialogue") ? AxisReading.unknown() : axes.dialogue(),
        axis.equals("pressure") ? AxisReading.unknown() : axes.pressure(),
        axis.equals("kinetic") ? AxisReading.unknown() : axes.kinetic(),
        axes.strait());
  }

  static Axes under(Axes axes, Strait strait) {
    return new Axes(axes.asOf(), axes.dialogue(), axes.pressure(), axes.kinetic(), strait);
  }

  static Axes at(Instant asOf, Axes axes) {
    return new Axes(asOf, axes.dialogue(), axes.pressure(), axes.kinetic(), axes.strait());
  }

  /** Adds equal steps. */
  Walk steps(int count, Axes axes) {
    for (int i = 0; i < count; i++) {
      Axes dated = at(day(states.size()), axes);
      states.add(states.isEmpty() ? RegimeMachine.first(dated) : RegimeMachine.next(last(), dated));
    }
    return this;
  }

  RegimeState last() {
    return states.get(states.size() - 1);
  }

  List<RegimeState> states() {
    return states;
  }

  List<Regime> regimes() {
    return states.stream().map(RegimeState::regime).toList();
  }

  /** Levels that dwell near each other for days and jump at times; now and then one is missing. */
  static Walk random(int steps, RandomGenerator random) {
    Walk walk = new Walk();
    Axes axes = randomAxes(random);
    while (walk.states.size() < steps) {
      axes = random.nextInt(12) == 0 ? randomAxes(random) : nudged(axes, random);
      Axes seen = axes;
      for (String axis : List.of("dialogue", "pressure", "kinetic")) {
        seen = random.nextInt(60) == 0 ? without(seen, axis) : seen;
      }
      walk.steps(1, seen);
    }
    return walk;
  }

  private static Axes randomAxes(RandomGenerator random) {
    double kinetic = random.nextInt(6) == 0 ? random.nextDouble() : 0.5 * random.nextDouble();
    Strait strait =
        switch (random.nextInt(8)) {
          case 0 -> Strait.EFFECTIVELY_CLOSED;
          case 1 -> Strait.UNKNOWN;
          default -> Strait.PASSABLE;
        };
    return under(axes(random.nextDouble(), random.nextDouble(), kinetic), strait);
  }

  private static Axes nudged(Axes axes, RandomGenerator random) {
    return under(
        axes(
            nudged(axes.dialogue().atLeast(), random),
            nudged(axes.pressure().atLeast(), random),
            nudged(axes.kinetic().atLeast(), random)),
        axes.strait());
  }

  private static double nudged(double level, RandomGenerator random) {
    return Math.max(0, Math.min(1, level + 0.1 * (random.nextDouble() - 0.5)));
  }
}
