package org.muscat.server.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.regime.CalibratedMix;
import org.muscat.engine.theatre.RegimeModel;
import org.muscat.engine.theatre.RegimeModel.AxisMember;
import org.muscat.engine.theatre.RegimeModel.Watched;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.server.index.BoundMember;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Role;

/** Reads {@code axes} and {@code regime}: what the regime of a theatre is judged by. */
final class RegimeReader {

  private static final Binder.Takes AXIS = new Binder.Takes(Set.of(Role.AXIS), true);
  private static final Binder.Takes STRAIT = new Binder.Takes(Set.of(Role.STATUS, Role.AXIS), true);
  private static final Binder.Takes CLOCK = new Binder.Takes(Set.of(Role.CLOCK), true);
  private static final List<String> AXES = List.of("dialogue", "pressure", "kinetic");
  private static final List<String> PART = List.of("weight", "indicator", "map", "config");
  private static final List<String> KEYS =
      List.of("thresholds", "rho", "strait", "agreement", "ultimatum", "mediation");

  private final Section model;
  private final BoundInputs inputs;
  private final Problems problems;

  RegimeReader(Section model, BoundInputs inputs, Problems problems) {
    this.model = model;
    this.inputs = inputs;
    this.problems = problems;
  }

  /** Empty if the model has no axes. */
  Optional<RegimeModel> read() {
    Optional<ConfigNode> axes = model.get("axes");
    Optional<ConfigNode> regime = model.get("regime");
    if (axes.isEmpty()) {
      regime.ifPresent(
          node ->
              problems.add(
                  node.place(),
                  "a regime is judged by axes; give the model 'axes' with "
                      + String.join(", ", AXES)
                      + ", or leave 'regime' out"));
      return Optional.empty();
    }
    Section parts = Section.of(axes.get(), problems, AXES);
    Section judged =
        Section.of(
            regime.orElseGet(() -> ConfigNode.emptyMapping(axes.get().place())), problems, KEYS);
    if (!judged.text("thresholds", "default").equals("default")) {
      judged.problem(
          "thresholds",
          "'" + judged.text("thresholds") + "' is not default, the only thresholds there are");
    }
    return Optional.of(
        new RegimeModel(
            axis(parts, "dialogue"),
            axis(parts, "pressure"),
            axis(parts, "kinetic"),
            watched(judged, "strait", STRAIT),
            watched(judged, "ultimatum", CLOCK),
            watched(judged, "mediation", AXIS),
            watched(judged, "agreement", AXIS),
            mix(judged)));
  }

  private static CalibratedMix mix(Section judged) {
    double rho = judged.optionalNumber("rho").orElse(CalibratedMix.DEFAULT.rho());
    return Attempt.of(() -> new CalibratedMix(rho), judged, "rho").orElse(CalibratedMix.DEFAULT);
  }

  private List<AxisMember> axis(Section axes, String name) {
    List<AxisMember> members = new ArrayList<>();
    axes.get(name)
        .ifPresent(
            node -> {
              for (ConfigNode.Entry entry : Section.open(node, problems).entries()) {
                part(entry).ifPresent(members::add);
              }
            });
    return members;
  }

  private Optional<AxisMember> part(ConfigNode.Entry entry) {
    int before = problems.size();
    Section section = MemberReader.section(entry, problems, PART);
    double weight = section.optionalNumber("weight").orElse(1);
    Optional<LevelMap> given = section.get("map").flatMap(node -> LevelMaps.read(node, problems));
    Optional<BoundMember> bound = inputs.named(entry.key(), section, entry.place(), AXIS);
    if (problems.size() > before || bound.isEmpty()) {
      return Optional.empty();
    }
    Optional<LevelMap> map = given.or(() -> bound.get().indicator().level());
    if (map.isEmpty()) {
      problems.add(
          entry.place(),
          "indicator '"
              + bound.get().descriptor().id()
              + "' does not say how its readings become a level from 0 to 1; give it a map, such as"
              + " {shape: linear, zero: 0, one: 10}");
      return Optional.empty();
    }
    return Attempt.of(
        () ->
            new AxisMember(
                entry.key(), weight, map.get(), bound.get().indicator().uncertainty().maxAge()),
        section,
        "weight");
  }

  /** {@code strait: chokepoint-status}, or a mapping with an indicator and its options. */
  private @Nullable Watched watched(Section judged, String key, Binder.Takes takes) {
    Optional<ConfigNode> node = judged.get(key);
    if (node.isEmpty()) {
      return null;
    }
    return input(judged, key, node.get(), takes)
        .map(bound -> new Watched(bound.id(), bound.indicator().uncertainty().maxAge()))
        .orElse(null);
  }

  private Optional<BoundMember> input(
      Section judged, String key, ConfigNode node, Binder.Takes takes) {
    if (node instanceof ConfigNode.Mapping) {
      Section section = Section.of(node, problems, List.of("indicator", "config"));
      return inputs.fresh(section, node.place(), takes);
    }
    int before = problems.size();
    String id = judged.text(key);
    Section nothing = Section.open(ConfigNode.emptyMapping(node.place()), problems);
    return problems.size() > before
        ? Optional.empty()
        : inputs.named(id, nothing, node.place(), takes);
  }
}
