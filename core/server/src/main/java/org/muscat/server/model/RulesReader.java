package org.muscat.server.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Model;
import org.muscat.engine.response.StructuralFactor;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.spi.Role;

/**
 * Reads how the pillars are composed: {@code power}, {@code coverage-floor}, {@code minimum-live},
 * {@code structure} and {@code opacity}.
 */
final class RulesReader {

  private final Section model;
  private final BoundInputs inputs;
  private final Problems problems;

  RulesReader(Section model, BoundInputs inputs, Problems problems) {
    this.model = model;
    this.inputs = inputs;
    this.problems = problems;
  }

  /**
   * The rules.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  Model.Rules read() {
    Model.Rules standard = Model.Rules.DEFAULT;
    return standard
        .withPower(model.optionalNumber("power").orElse(standard.power()))
        .withCoverageFloor(model.optionalNumber("coverage-floor").orElse(standard.coverageFloor()))
        .withMinimumLive(model.whole("minimum-live", 1, standard.minimumLive()))
        .withStructure(model.get("structure").map(this::structure).orElse(null))
        .withOpacities(model.get("opacity").map(this::opacities).orElse(List.of()));
  }

  private Model.@Nullable Structure structure(ConfigNode node) {
    Section section =
        Section.of(node, problems, List.of("indicator", "without-framework", "config"));
    double without =
        section
            .optionalNumber("without-framework")
            .orElse(StructuralFactor.DEFAULT.withoutFramework());
    return inputs
        .fresh(section, node.place(), Binder.Takes.only(Role.STRUCTURE))
        .flatMap(
            bound ->
                Attempt.of(
                    () ->
                        new Model.Structure(
                            bound.id(),
                            new StructuralFactor(without),
                            bound.indicator().uncertainty()),
                    section,
                    "without-framework"))
        .orElse(null);
  }

  /** One mapping, or a list of them. */
  private List<Model.Opacity> opacities(ConfigNode node) {
    List<ConfigNode> nodes =
        node instanceof ConfigNode.Sequence list ? list.items() : List.of(node);
    return nodes.stream().flatMap(one -> opacity(one).stream()).toList();
  }

  private Optional<Model.Opacity> opacity(ConfigNode node) {
    Section section = Section.of(node, problems, List.of("indicator", "points", "config"));
    double points = section.optionalNumber("points").orElse(Model.Opacity.DEFAULT_POINTS);
    return inputs
        .fresh(section, node.place(), Binder.Takes.only(Role.OPACITY))
        .flatMap(
            bound ->
                Attempt.of(
                    () -> new Model.Opacity(bound.id(), points, bound.indicator().uncertainty()),
                    section,
                    "points"));
  }
}
