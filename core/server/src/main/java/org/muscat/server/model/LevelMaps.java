package org.muscat.server.model;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.spi.LevelMap;

/**
 * Reads how readings become a level: {@code {shape: linear, zero: 0, one: 10}}, {@code {shape:
 * normal}} or {@code {shape: intensity, mean: 3}}.
 */
final class LevelMaps {

  private LevelMaps() {}

  static Optional<LevelMap> read(ConfigNode node, Problems problems) {
    int before = problems.size();
    Section any = Section.open(node, problems);
    String shape = any.text("shape");
    if (problems.size() > before) {
      return Optional.empty();
    }
    Optional<LevelMap> map =
        switch (shape) {
          case "linear" -> {
            Section linear = Section.of(node, problems, List.of("shape", "zero", "one"));
            double zero = linear.number("zero");
            double one = linear.number("one");
            yield problems.size() > before
                ? Optional.empty()
                : Attempt.of(() -> LevelMap.linear(zero, one), linear, "one");
          }
          case "normal" -> {
            Section.of(node, problems, List.of("shape"));
            yield Optional.of(LevelMap.normal());
          }
          case "intensity" -> {
            Section intensity = Section.of(node, problems, List.of("shape", "mean"));
            double mean = intensity.number("mean");
            yield problems.size() > before
                ? Optional.empty()
                : Attempt.of(() -> LevelMap.intensity(mean), intensity, "mean");
          }
          default -> {
            any.problem("shape", "'" + shape + "' is not linear, normal or intensity");
            yield Optional.empty();
          }
        };
    return problems.size() > before ? Optional.empty() : map;
  }
}
