package org.muscat.server.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.engine.Model;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.server.index.BoundMember;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;

/**
 * Reads one indicator of a pillar or of the status: {@code oil-fear: 2} for its weight alone, or a
 * mapping with {@code weight}, {@code indicator} (when its id differs from the key), {@code scale}
 * and {@code config}.
 */
final class MemberReader {

  private static final List<String> KEYS = List.of("weight", "indicator", "scale", "config");

  private final Binder binder;
  private final Problems problems;

  /** An indicator bound, and its part in the arithmetic. */
  record Read(BoundMember bound, Model.Member member) {}

  MemberReader(Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
  }

  Optional<Read> read(ConfigNode.Entry entry, Map<String, ConfigNode> bindings, Role role) {
    Section section = section(entry, problems, KEYS);
    int before = problems.size();
    double weight =
        section.positive("weight", "weight of indicator '" + entry.key() + "'").orElse(1);
    boolean isWeighty = problems.size() == before;
    Optional<BoundMember> bound = bind(entry, section, bindings, role);
    return isWeighty
        ? bound.flatMap(
            one -> member(entry, section, weight, one).map(member -> new Read(one, member)))
        : Optional.empty();
  }

  private Optional<BoundMember> bind(
      ConfigNode.Entry entry, Section section, Map<String, ConfigNode> bindings, Role role) {
    return binder.bind(
        entry.key(),
        section.text("indicator", entry.key()),
        section,
        entry.place(),
        bindings,
        Binder.Takes.only(role));
  }

  /** A mapping with just these keys, or the short form: a value that is the weight. */
  static Section section(ConfigNode.Entry entry, Problems problems, List<String> keys) {
    if (entry.value() instanceof ConfigNode.Scalar) {
      return Section.open(
          new ConfigNode.Mapping(
              entry.place(), List.of(new ConfigNode.Entry("weight", entry.place(), entry.value()))),
          problems);
    }
    return Section.of(entry.value(), problems, keys);
  }

  private Optional<Model.Member> member(
      ConfigNode.Entry entry, Section section, double weight, BoundMember bound) {
    int before = problems.size();
    Scale scale = section.get("scale").map(this::scale).orElse(bound.indicator().scale());
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Model.Member(entry.key(), weight, scale, bound.indicator().uncertainty()));
    } catch (IllegalArgumentException e) {
      problems.add(entry.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** {@code {shape: logistic | log-logistic, calm: 15, stressed: 48}}. */
  private Scale scale(ConfigNode node) {
    int before = problems.size();
    Section section = Section.of(node, problems, List.of("shape", "calm", "stressed"));
    String shape = section.text("shape", "logistic");
    double calm = section.number("calm");
    double stressed = section.number("stressed");
    if (problems.size() > before) {
      return Scale.normal();
    }
    try {
      if (shape.equals("logistic")) {
        return Scale.logistic(calm, stressed);
      }
      if (shape.equals("log-logistic")) {
        return Scale.logLogistic(calm, stressed);
      }
      section.problem("shape", "'" + shape + "' is not logistic or log-logistic");
    } catch (IllegalArgumentException e) {
      problems.add(node.place(), String.valueOf(e.getMessage()));
    }
    return Scale.normal();
  }
}
