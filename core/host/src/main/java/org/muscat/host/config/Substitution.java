package org.muscat.host.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what a theatre binds in the place of <code>${name}</code>.
 *
 * <p>A text that is nothing but <code>${name}</code> is replaced by the bound node, so that lists
 * and mappings survive; inside a longer text the bound scalar is inserted. Names with a colon, such
 * as <code>${env:TOKEN}</code>, belong to somebody else and stay.
 */
public final class Substitution {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]*)}");

  private final Map<String, ConfigNode> bindings;
  private final Problems problems;

  private Substitution(Map<String, ConfigNode> bindings, Problems problems) {
    this.bindings = bindings;
    this.problems = problems;
  }

  /**
   * A node with every reference replaced. What comes from a binding keeps the file and line where
   * it is written, and has the path of the place where it is used.
   *
   * @param bindings the bound nodes by name; a reference inside one of them is not followed
   * @param problems gets each name that is not bound, with those that are
   */
  public static ConfigNode apply(
      ConfigNode node, Map<String, ConfigNode> bindings, Problems problems) {
    return new Substitution(Map.copyOf(bindings), problems).node(node);
  }

  private ConfigNode node(ConfigNode node) {
    if (node instanceof ConfigNode.Mapping mapping) {
      return new ConfigNode.Mapping(
          mapping.place(),
          mapping.entries().stream()
              .map(e -> new ConfigNode.Entry(e.key(), e.place(), node(e.value())))
              .toList());
    }
    if (node instanceof ConfigNode.Sequence sequence) {
      return new ConfigNode.Sequence(
          sequence.place(), sequence.items().stream().map(this::node).toList());
    }
    return scalar((ConfigNode.Scalar) node);
  }

  private ConfigNode scalar(ConfigNode.Scalar scalar) {
    Matcher matcher = REFERENCE.matcher(scalar.text());
    if (matcher.matches()) {
      return bound(matcher.group(1), scalar)
          .map(found -> found.withPath(scalar.place().path()))
          .orElse(scalar);
    }
    String text = matcher.replaceAll(match -> Matcher.quoteReplacement(inserted(match, scalar)));
    return new ConfigNode.Scalar(scalar.place(), text, scalar.absent());
  }

  private String inserted(MatchResult match, ConfigNode.Scalar scalar) {
    String name = match.group(1);
    Optional<ConfigNode> found = bound(name, scalar);
    if (found.isPresent() && found.get() instanceof ConfigNode.Scalar value) {
      return value.text();
    }
    found.ifPresent(
        other ->
            problems.add(
                scalar.place(),
                "'" + name + "' is " + other.describe() + " and cannot stand inside a text"));
    return match.group();
  }

  private Optional<ConfigNode> bound(String name, ConfigNode.Scalar scalar) {
    ConfigNode found = bindings.get(name);
    if (found == null) {
      problems.add(scalar.place(), "nothing is bound to '" + name + "'" + names(name));
    }
    return Optional.ofNullable(found);
  }

  private String names(String name) {
    if (bindings.isEmpty()) {
      return "; no names are bound here";
    }
    String all = "; bound are: " + String.join(", ", bindings.keySet().stream().sorted().toList());
    return Suggestion.nearest(name, bindings.keySet())
        .map(near -> all + "; did you mean '" + near + "'?")
        .orElse(all);
  }
}
