package org.muscat.server.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muscat.host.BoundIndicator;
import org.muscat.host.IndicatorHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Substitution;
import org.muscat.host.config.Suggestion;
import org.muscat.server.config.Section;
import org.muscat.server.index.BoundMember;
import org.muscat.spi.Role;

/** Binds an indicator that a plugin offers to what a model says of it. */
final class Binder {

  private final LoadedPlugins plugins;
  private final Problems problems;

  /**
   * What a place in a model takes.
   *
   * @param roles of indicators
   * @param orLevel whether it takes any other that gives a level, too
   */
  record Takes(Set<Role> roles, boolean orLevel) {

    static Takes only(Role role) {
      return new Takes(Set.of(role), false);
    }
  }

  Binder(LoadedPlugins plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /**
   * An input of a model.
   *
   * @param id of the input
   * @param indicator of a plugin
   * @param section whose key {@code config} has the options of the indicator
   * @param place to blame for what is wrong with the choice of the indicator
   * @param bindings of the theatre
   * @param takes which indicators may stand here
   */
  Optional<BoundMember> bind(
      String id,
      String indicator,
      Section section,
      Place place,
      Map<String, ConfigNode> bindings,
      Takes takes) {
    Optional<IndicatorHandle> handle = plugins.indicator(indicator);
    if (handle.isEmpty()) {
      problems.add(
          place,
          "no loaded plugin offers an indicator '"
              + indicator
              + "'"
              + Suggestion.of(indicator, plugins.indicatorIds()));
      return Optional.empty();
    }
    Role role = handle.get().descriptor().role();
    boolean fits = takes.roles().contains(role);
    if (!fits && !takes.orLevel()) {
      return misplaced(indicator, role, place);
    }
    Optional<BoundIndicator> bound = bound(handle.get(), section, place, bindings);
    if (!fits && bound.isPresent() && bound.get().level().isEmpty()) {
      return misplaced(indicator, role, place);
    }
    return bound.map(made -> new BoundMember(id, place, handle.get().descriptor(), made));
  }

  private Optional<BoundMember> misplaced(String indicator, Role role, Place place) {
    problems.add(
        place,
        "indicator '"
            + indicator
            + "' has the role "
            + role.name().toLowerCase(Locale.ROOT)
            + " and cannot stand here");
    return Optional.empty();
  }

  private Optional<BoundIndicator> bound(
      IndicatorHandle handle, Section section, Place place, Map<String, ConfigNode> bindings) {
    int before = problems.size();
    ConfigNode config =
        Substitution.apply(
            section.get("config").orElseGet(() -> ConfigNode.emptyMapping(place)),
            bindings,
            problems);
    return problems.size() > before ? Optional.empty() : handle.bind(config, problems);
  }
}
