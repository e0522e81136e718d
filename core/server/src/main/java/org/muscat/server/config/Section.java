package org.muscat.server.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;

/**
 * A mapping of a configuration, read key by key. What is wrong goes to the problems with its line,
 * and reading goes on with a value that nobody will use. For one thread.
 */
public final class Section {

  private final ConfigNode.Mapping mapping;
  private final Problems problems;

  private Section(ConfigNode.Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** A node as a section with just these keys; something else than a mapping is a problem. */
  public static Section of(ConfigNode node, Problems problems, List<String> keys) {
    Section section = open(node, problems);
    problems.addUnknownKeys(section.mapping, keys);
    return section;
  }

  /** A node as a section with keys of the user's choice. */
  public static Section open(ConfigNode node, Problems problems) {
    if (node instanceof ConfigNode.Mapping mapping) {
      return new Section(mapping, problems);
    }
    problems.add(node.place(), node.describe() + " is not a mapping of options");
    return new Section(ConfigNode.emptyMapping(node.place()), problems);
  }

  public List<ConfigNode.Entry> entries() {
    return mapping.entries();
  }

  public Optional<ConfigNode> get(String key) {
    return mapping.get(key);
  }

  /** A text that must be there. */
  public String text(String key) {
    return scalar(key).map(ConfigNode.Scalar::text).orElseGet(() -> missing(key, ""));
  }

  public String text(String key, String otherwise) {
    return mapping.get(key).isEmpty() ? otherwise : text(key);
  }

  /** A number that must be there. */
  public double number(String key) {
    return optionalNumber(key).orElseGet(() -> missing(key, 0.0));
  }

  public OptionalDouble optionalNumber(String key) {
    Optional<ConfigNode.Scalar> scalar = scalar(key);
    if (scalar.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(scalar.get().text());
      if (Double.isFinite(number)) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException e) {
      // told below, with the place
    }
    problems.add(scalar.get().place(), scalar.get().describe() + " is not a number");
    return OptionalDouble.of(0);
  }

  /** A whole number that must be there, at least {@code least}. */
  public int whole(String key, int least) {
    return scalar(key).map(scalar -> whole(scalar, least)).orElseGet(() -> missing(key, least));
  }

  public int whole(String key, int least, int otherwise) {
    return mapping.get(key).isEmpty() ? otherwise : whole(key, least);
  }

  public Duration duration(String key, Duration otherwise) {
    Optional<ConfigNode.Scalar> scalar = scalar(key);
    if (scalar.isEmpty()) {
      return otherwise;
    }
    try {
      Duration duration = Duration.parse(scalar.get().text());
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeException e) {
      // told below, with the place
    }
    problems.add(
        scalar.get().place(),
        scalar.get().describe() + " is not a positive ISO duration such as PT1M or P1D");
    return otherwise;
  }

  /** A list of nodes; nothing is an empty list. */
  public List<ConfigNode> list(String key) {
    Optional<ConfigNode> node = mapping.get(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof ConfigNode.Sequence sequence) {
      return sequence.items();
    }
    problems.add(node.get().place(), node.get().describe() + " is not a list");
    return List.of();
  }

  /** A list of texts; nothing is an empty list. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (ConfigNode node : list(key)) {
      if (node instanceof ConfigNode.Scalar scalar && !scalar.absent()) {
        texts.add(scalar.text());
      } else {
        problems.add(node.place(), node.describe() + " is not a text");
      }
    }
    return texts;
  }

  /** Adds a problem with the value of a key. */
  public void problem(String key, String message) {
    problems.add(mapping.get(key).map(ConfigNode::place).orElse(mapping.place()), message);
  }

  private int whole(ConfigNode.Scalar scalar, int least) {
    try {
      int number = Integer.parseInt(scalar.text());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, with the place
    }
    problems.add(
        scalar.place(), scalar.describe() + " is not a whole number from " + least + " on");
    return least;
  }

  private Optional<ConfigNode.Scalar> scalar(String key) {
    Optional<ConfigNode> node = mapping.get(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof ConfigNode.Scalar scalar && !scalar.absent()) {
      return Optional.of(scalar);
    }
    problems.add(node.get().place(), node.get().describe() + " is not a single value");
    return Optional.of(new ConfigNode.Scalar(node.get().place(), "0", false));
  }

  private <T> T missing(String key, T otherwise) {
    problems.add(mapping.place(), "option '" + key + "' is missing");
    return otherwise;
  }
}
