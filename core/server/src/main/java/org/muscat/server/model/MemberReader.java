package org.muscat.server.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muscat.engine.Model;
import org.muscat.host.BoundIndicator;
import org.muscat.host.IndicatorHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Substitution;
import org.muscat.server.config.Section;
import org.muscat.server.index.BoundMember;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;

/**
 * Reads one indicator of a model: {@code oil-fear: 2} for its weight alone, or a mapping with
 * {@code weight}, {@code indicator} (when its id differs from the key), {@code scale} and {@code
 * config}.
 */
final class MemberReader {

  private static final List<String> KEYS = List.of("weight", "indicator", "scale", "config");

  private final LoadedPlugins plugins;
  private final Problems problems;

  /** An indicator bound, and its part in the arithmetic. */
  record Read(BoundMember bound, Model.Member member) {}

  MemberReader(LoadedPlugins plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  Optional<Read> read(ConfigNode.Entry entry, Map<String, ConfigNode> bindings, Role role) {
    Section section = section(entry);
    String id = section.text("indicator", entry.key());
    Optional<IndicatorHandle> handle = plugins.indicator(id);
    if (handle.isEmpty()) {
      problems.add(
          entry.place(),
          "no loaded plugin offers an indicator '"
              + id
              + "'; there are: "
              + String.join(", ", plugins.indicatorIds().stream().sorted().toList()));
      return Optional.empty();
    }
    IndicatorDescriptor descriptor = handle.get().descriptor();
    if (descriptor.role() != role) {
      problems.add(
          entry.place(),
          "indicator '"
              + id
              + "' has the role "
              + descriptor.role().name().toLowerCase(Locale.ROOT)
              + " and cannot stand here");
      return Optional.empty();
    }
    return bind(handle.get(), entry, section, bindings)
        .flatMap(
            indicator ->
                member(entry, section, indicator)
                    .map(
                        member ->
                            new Read(new BoundMember(entry.key(), descriptor, indicator), member)));
  }

  private Optional<BoundIndicator> bind(
      IndicatorHandle handle,
      ConfigNode.Entry entry,
      Section section,
      Map<String, ConfigNode> bindings) {
    int before = problems.size();
    ConfigNode config =
        Substitution.apply(
            section.get("config").orElseGet(() -> ConfigNode.emptyMapping(entry.place())),
            bindings,
            problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    return handle.bind(config, problems);
  }

  private Section section(ConfigNode.Entry entry) {
    if (entry.value() instanceof ConfigNode.Scalar) {
      // The short form: the value is the weight.
      return Section.open(
          new ConfigNode.Mapping(
              entry.place(), List.of(new ConfigNode.Entry("weight", entry.place(), entry.value()))),
          problems);
    }
    return Section.of(entry.value(), problems, KEYS);
  }

  private Optional<Model.Member> member(
      ConfigNode.Entry entry, Section section, BoundIndicator indicator) {
    int before = problems.size();
    Scale scale = section.get("scale").map(this::scale).orElse(indicator.scale());
    double weight = section.optionalNumber("weight").orElse(1);
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Model.Member(entry.key(), weight, scale, indicator.uncertainty()));
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
