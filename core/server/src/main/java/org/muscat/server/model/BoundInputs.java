package org.muscat.server.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.server.index.BoundMember;

/** The inputs of one theatre while its model is read: an id names one input wherever it stands. */
final class BoundInputs {

  private final Binder binder;
  private final Problems problems;
  private final Map<String, ConfigNode> bindings;
  private final Map<String, BoundMember> byId = new LinkedHashMap<>();

  BoundInputs(Binder binder, Problems problems, Map<String, ConfigNode> bindings) {
    this.binder = binder;
    this.problems = problems;
    this.bindings = bindings;
  }

  /** Adds an input; an id that is there keeps the first. */
  void add(BoundMember input) {
    byId.putIfAbsent(input.id(), input);
  }

  /** The inputs with these ids, in their order. */
  List<BoundMember> all(List<String> ids) {
    return ids.stream().flatMap(id -> Optional.ofNullable(byId.get(id)).stream()).toList();
  }

  /**
   * The input that an id names already, else a new one.
   *
   * @param id of the input, and of the indicator unless the section names another
   * @param section with {@code indicator} and {@code config}, if it has them
   */
  Optional<BoundMember> named(String id, Section section, Place place, Binder.Takes takes) {
    BoundMember known = byId.get(id);
    if (known == null) {
      Optional<BoundMember> bound =
          binder.bind(id, section.text("indicator", id), section, place, bindings, takes);
      bound.ifPresent(this::add);
      return bound;
    }
    for (String own : List.of("indicator", "config")) {
      if (section.get(own).isPresent()) {
        section.problem(
            own,
            "'"
                + id
                + "' is an input of this model already; leave '"
                + own
                + "' out, or give this one another key");
        return Optional.empty();
      }
    }
    return Optional.of(known);
  }

  /** A new input, {@code {indicator: .., config: ..}}, whose id is that of its indicator. */
  Optional<BoundMember> fresh(Section section, Place place, Binder.Takes takes) {
    int before = problems.size();
    String id = section.text("indicator");
    if (problems.size() > before) {
      return Optional.empty();
    }
    if (byId.containsKey(id)) {
      problems.add(
          place,
          "'" + id + "' is an input of this model already; name it by its id alone: '" + id + "'");
      return Optional.empty();
    }
    Optional<BoundMember> bound = binder.bind(id, id, section, place, bindings, takes);
    bound.ifPresent(this::add);
    return bound;
  }
}
