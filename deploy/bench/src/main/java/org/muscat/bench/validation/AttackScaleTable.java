package org.muscat.bench.validation;

import static org.muscat.bench.validation.AttackFitTables.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muscat.engine.Scales;
import org.muscat.engine.theatre.Levels;
import org.muscat.maritime.attack.AttackIntensityConfig;
import org.muscat.maritime.attack.AttackIntensityProvider;
import org.muscat.maritime.geo.Position;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;
import org.muscat.spi.Observation;
import org.muscat.spi.Scale;
import org.muscat.testkit.History;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.Quantiles;

/** What scales make of attacks in the middle of a strait, and of the years that were recorded. */
final class AttackScaleTable {

  private static final AttackIntensityProvider M4 = new AttackIntensityProvider();
  private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");
  private static final String SERIES = RecordedIncidents.SERIES;

  private AttackScaleTable() {}

  /** Risk on the scale of percentiles of the strait's own and on the one in use, and the level. */
  static List<String> scenes(RecordedIncidents incidents) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| strait | on one day, in its middle | intensity | risk by its own p10, p90 | risk in use"
            + " | level in use |");
    lines.add("|---|---|---|---|---|---|");
    for (Strait strait : AttackFitTables.STRAITS) {
      double[] readings = incidents.readings(strait, AttackFit.FROM, AttackFit.TO);
      Scale own = own(readings);
      scenes()
          .forEach(
              (scene, weights) -> {
                double reading = read(strait, weights);
                lines.add(
                    line(
                        "| %s | %s | %.4f | %.0f | %.0f | %.2f |",
                        strait.title(),
                        scene,
                        reading,
                        Scales.risk(own, reading),
                        Scales.risk(M4.scale(config(strait)), reading),
                        Levels.level(level(strait), reading)));
              });
    }
    return lines;
  }

  /** The recorded years: the spread of the risk, and how long the level was high. */
  static List<String> years(RecordedIncidents incidents) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| strait | sigma by its own p10, p90 | sigma on the scale in use | level .70 or more, share"
            + " of readings | below .45 |");
    lines.add("|---|---|---|---|---|");
    for (Strait strait : AttackFitTables.STRAITS) {
      double[] readings = incidents.readings(strait, AttackFit.FROM, AttackFit.TO);
      double[] levels = Arrays.stream(readings).map(l -> Levels.level(level(strait), l)).toArray();
      lines.add(
          line(
              "| %s | %.1f | %.1f | %.0f %% | %.0f %% |",
              strait.title(),
              Risk.spread(own(readings), readings),
              Risk.spread(M4.scale(config(strait)), readings),
              100.0 * Arrays.stream(levels).filter(k -> k >= 0.70).count() / levels.length,
              100.0 * Arrays.stream(levels).filter(k -> k < 0.45).count() / levels.length));
    }
    return lines;
  }

  private static Map<String, double[]> scenes() {
    Map<String, double[]> scenes = new LinkedHashMap<>();
    scenes.put("nothing", new double[] {});
    scenes.put("one suspicious approach", new double[] {0.3});
    scenes.put("one attack", new double[] {1});
    scenes.put("one hit", new double[] {2});
    scenes.put("two hits", new double[] {2, 2});
    return scenes;
  }

  private static Scale own(double... readings) {
    return Scale.logLogistic(Quantiles.quantile(0.1, readings), Quantiles.quantile(0.9, readings));
  }

  /** What M4 reads at a strait on a day with attacks of these weights in its middle. */
  static double read(Strait strait, double... weights) {
    History history = new History().add(report("far", new Position(0, 0), 0));
    for (int i = 0; i < weights.length; i++) {
      history.add(report("near" + i, strait.position(), weights[i]));
    }
    return ((Measured) history.read(M4, config(strait), DAY)).value();
  }

  private static Observation report(String key, Position place, double weight) {
    return Observation.event(
        SERIES,
        key,
        DAY,
        "attack",
        weight,
        Map.of(
            "latitude", Double.toString(place.latitude()),
            "longitude", Double.toString(place.longitude())));
  }

  private static LevelMap level(Strait strait) {
    return Objects.requireNonNull(M4.level(config(strait)).orElse(null), "M4 has a level");
  }

  private static AttackIntensityConfig config(Strait strait) {
    return new AttackIntensityConfig(strait.word(), List.of(SERIES));
  }
}
