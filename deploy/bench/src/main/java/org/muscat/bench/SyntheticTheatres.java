package org.muscat.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.muscat.engine.Model;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.regime.CalibratedMix;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.response.StructuralFactor;
import org.muscat.engine.theatre.Grid;
import org.muscat.engine.theatre.MarginModel;
import org.muscat.engine.theatre.RegimeModel;
import org.muscat.engine.theatre.RegimeModel.AxisMember;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Theatres with four pillars of ten indicators on logistic scales, a structural factor, an opacity
 * and three axes, and made-up readings from a seed.
 */
final class SyntheticTheatres {

  /** A moment between two points of the grid. */
  static final Instant NOW = Instant.parse("2024-01-01T15:30:00Z");

  private static final Duration MAX_AGE = Duration.ofDays(10);
  private static final Uncertainty UNCERTAINTY =
      new Uncertainty(5, 20, Duration.ofDays(1), MAX_AGE);
  private static final String FRAMEWORK = "framework";
  private static final String OPACITY = "opacity";

  private final SplittableRandom random;

  SyntheticTheatres(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The fold of one theatre. */
  static TheatreFold fold() {
    return fold("theatre");
  }

  /** The fold of a theatre with an id. */
  static TheatreFold fold(String theatre) {
    List<Pillar> pillars = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      List<Member> members = new ArrayList<>();
      for (int m = 0; m < 10; m++) {
        members.add(new Member(id(p, m), 1 + m, Scale.logistic(15, 48), UNCERTAINTY));
      }
      pillars.add(new Pillar("pillar" + p, 1 + p, members));
    }
    Model.Rules rules =
        Model.Rules.DEFAULT
            .withStructure(new Model.Structure(FRAMEWORK, StructuralFactor.DEFAULT, UNCERTAINTY))
            .withOpacities(
                List.of(new Model.Opacity(OPACITY, Model.Opacity.DEFAULT_POINTS, UNCERTAINTY)));
    return new TheatreFold(
        new TheatreModel(
            theatre,
            new Model("synthetic", 1, "hash", pillars, rules),
            AsymmetricResponse.DEFAULT,
            regime(),
            MarginModel.DEFAULT,
            TheatreModel.History.WHOLE));
  }

  private static RegimeModel regime() {
    return new RegimeModel(
        List.of(axis(0), axis(1)),
        List.of(axis(2), axis(3)),
        List.of(axis(4)),
        null,
        null,
        null,
        null,
        CalibratedMix.DEFAULT);
  }

  private static AxisMember axis(int m) {
    return new AxisMember(id(0, m), 1, LevelMap.linear(0, 60), MAX_AGE);
  }

  private static String id(int p, int m) {
    return "pillar" + p + "-indicator" + m;
  }

  /** Fresh readings of everything as of a moment. */
  Map<String, Reading> readings(TheatreFold fold, Instant asOf) {
    Map<String, Reading> readings = new HashMap<>();
    for (String id : fold.model().inputs()) {
      boolean share = id.equals(FRAMEWORK) || id.equals(OPACITY);
      double value = share ? random.nextDouble() : 10 + 40 * random.nextDouble();
      readings.put(id, Measured.of(value, asOf.minusSeconds(random.nextInt(80_000))));
    }
    return readings;
  }

  /** The memory of a theatre after 100 days up to {@link #NOW}. */
  TheatreMemory remembered(TheatreFold fold) {
    Instant last = Grid.before(NOW);
    TheatreMemory memory = TheatreMemory.NONE;
    for (int day = 99; day >= 0; day--) {
      Instant point = last.minus(Duration.ofDays(day));
      memory = fold.step(memory, point, readings(fold, point)).memory();
    }
    return memory;
  }
}
