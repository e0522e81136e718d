package org.muscat.engine.theatre;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.Model;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Opacity;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Model.Rules;
import org.muscat.engine.Model.Structure;
import org.muscat.engine.regime.CalibratedMix;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.response.StructuralFactor;
import org.muscat.engine.theatre.RegimeModel.AxisMember;
import org.muscat.engine.theatre.RegimeModel.Watched;
import org.muscat.engine.theatre.TheatreModel.History;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/** A theatre of three pillars whose readings are risks and of axes whose readings are levels. */
final class Theatres {

  static final Instant START = Instant.parse("2019-01-01T00:00:00Z");
  static final Duration MAX_AGE = Duration.ofDays(10);
  static final Uncertainty UNCERTAINTY = new Uncertainty(5, 20, Duration.ofDays(1), MAX_AGE);
  static final List<String> MEMBERS = List.of("d1", "d2", "d3", "e1", "e2", "e3", "m1", "m2", "m3");

  private Theatres() {}

  /** Everything that a theatre can have. */
  static TheatreModel whole() {
    Rules rules =
        Rules.DEFAULT
            .withStructure(new Structure("framework", StructuralFactor.DEFAULT, UNCERTAINTY))
            .withOpacities(List.of(new Opacity("opacity", Opacity.DEFAULT_POINTS, UNCERTAINTY)));
    return theatre(model(rules), regime(), MarginModel.DEFAULT, History.WHOLE);
  }

  /** Pillars and regime, without a structural factor and opacity. */
  static TheatreModel plain() {
    return theatre(model(Rules.DEFAULT), regime(), MarginModel.DEFAULT, History.WHOLE);
  }

  static TheatreModel theatre(
      Model model, RegimeModel regime, MarginModel margin, History history) {
    return new TheatreModel("gulf", model, AsymmetricResponse.DEFAULT, regime, margin, history);
  }

  static Model model(Rules rules) {
    return new Model(
        "test",
        1,
        "hash",
        List.of(
            pillar("energy", 0.3, "e1", "e2", "e3"),
            pillar("maritime", 0.3, "m1", "m2", "m3"),
            pillar("diplomacy", 0.4, "d1", "d2", "d3")),
        rules);
  }

  static Pillar pillar(String id, double weight, String... members) {
    Scale risk = Scale.linear(0, 0, 100, 100);
    return new Pillar(
        id,
        weight,
        List.of(members).stream().map(name -> new Member(name, 1, risk, UNCERTAINTY)).toList());
  }

  static RegimeModel regime() {
    return new RegimeModel(
        List.of(part("dialogue", 0.7), part("cooperation", 0.3)),
        List.of(part("posture", 0.5), part("signalling", 0.2), part("sanctions", 0.3)),
        List.of(part("strikes", 1), part("attacks", 1)),
        watched("strait"),
        watched("ultimatum"),
        watched("mediation"),
        watched("agreement"),
        CalibratedMix.DEFAULT);
  }

  static AxisMember part(String id, double weight) {
    return new AxisMember(id, weight, LevelMap.identity(), MAX_AGE);
  }

  static Watched watched(String id) {
    return new Watched(id, MAX_AGE);
  }

  static Instant day(int step) {
    return START.plus(Duration.ofDays(step));
  }

  static Measured measured(double value, Instant asOf) {
    return Measured.of(value, asOf.minus(Duration.ofHours(6)));
  }

  static Reading none() {
    return new NoData("source is down");
  }

  /** Readings of one moment; all pillars at one risk, all parts of an axis at one level. */
  static Map<String, Reading> readings(
      Instant asOf, double risk, double dialogue, double pressure, double kinetic) {
    Map<String, Reading> readings = new HashMap<>();
    MEMBERS.forEach(id -> readings.put(id, measured(risk, asOf)));
    for (String id : List.of("dialogue", "cooperation")) {
      readings.put(id, measured(dialogue, asOf));
    }
    for (String id : List.of("posture", "signalling", "sanctions")) {
      readings.put(id, measured(pressure, asOf));
    }
    for (String id : List.of("strikes", "attacks")) {
      readings.put(id, measured(kinetic, asOf));
    }
    readings.put("strait", measured(1, asOf).fact("status", "OPEN"));
    readings.put("ultimatum", measured(0, asOf));
    readings.put("mediation", measured(0, asOf));
    readings.put("agreement", measured(0, asOf).fact("agreement-in-force", "no"));
    readings.put("framework", measured(0.15, asOf));
    readings.put("opacity", measured(0.2, asOf));
    return readings;
  }

  /** All quiet: stability 60, axes that make DRIFT. */
  static Map<String, Reading> quiet(Instant asOf) {
    return readings(asOf, 40, 0.2, 0.2, 0.05);
  }
}
