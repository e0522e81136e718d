package org.muscat.server.compose;

import java.util.ArrayList;
import java.util.List;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;

/** The method of a stage and what stands beside it. For one thread. */
final class Parameters {

  private final String kind;
  private final ConfigNode node;
  private final Section section;
  private final Problems problems;

  Parameters(String kind, ConfigNode node, Section section, Problems problems) {
    this.kind = kind;
    this.node = node;
    this.section = section;
    this.problems = problems;
  }

  Section section() {
    return section;
  }

  Place place() {
    return node.place();
  }

  /**
   * The method of the stage, one of those known; another is a problem, and so is a parameter that
   * is not known.
   */
  String method(List<String> methods, List<String> known) {
    requireKnown(known);
    String method = section.text(kind);
    requireMethod(method, methods);
    return method;
  }

  /** One method, or one for each level. */
  List<String> methods(List<String> methods, List<String> known) {
    requireKnown(known);
    boolean list = section.get(kind).filter(ConfigNode.Sequence.class::isInstance).isPresent();
    List<String> named = list ? section.texts(kind) : List.of(section.text(kind));
    named.forEach(method -> requireMethod(method, methods));
    return named;
  }

  /** A parameter has a meaning with some methods only. */
  void onlyWith(String parameter, String method, String... methods) {
    if (section.get(parameter).isPresent() && !List.of(methods).contains(method)) {
      section.problem(
          parameter, "'" + parameter + "' has no meaning for the method '" + method + "'");
    }
  }

  boolean truth(String key, boolean otherwise) {
    String text = section.text(key, Boolean.toString(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      section.problem(key, "'" + text + "' is neither true nor false");
    }
    return text.equals("true");
  }

  private void requireKnown(List<String> known) {
    List<String> keys = new ArrayList<>(known);
    keys.add(kind);
    Section.of(node, problems, keys);
  }

  private void requireMethod(String method, List<String> methods) {
    if (!methods.contains(method)) {
      section.problem(
          kind, "there is no method '" + method + "' to " + kind + "; there are " + methods);
    }
  }
}
