package org.muscat.server.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.load.PlainText;

/**
 * A mapping of a configuration, read key by key. What is wrong goes to the problems with its line,
 * and reading goes on with a value that nobody will use. For one thread.
 */
public final class Section {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration CENTURY = Duration.ofDays(36_525);

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
    Optional<ConfigNode.Scalar> scalar = scalar(key);
    if (scalar.isPresent() && scalar.get().text().isBlank()) {
      problems.add(scalar.get().place(), "the value is blank");
    }
    return scalar.map(ConfigNode.Scalar::text).orElseGet(() -> missing(key, ""));
  }

  public String text(String key, String otherwise) {
    return mapping.get(key).isEmpty() ? otherwise : text(key);
  }

  /** An id that can stand in a path, a label, the name of a thread and that of a file. */
  public String id(String key, String otherwise) {
    String id = text(key, otherwise);
    if (mapping.get(key).isPresent() && !id.isBlank() && !ID.matcher(id).matches()) {
      problem(
          key,
          "'"
              + PlainText.line(id)
              + "' is not lower-case words joined by hyphens, such as 'oil-prices'");
    }
    return id;
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

  /**
   * A number above 0, or none.
   *
   * @param what it is, for messages
   */
  public OptionalDouble positive(String key, String what) {
    int before = problems.size();
    OptionalDouble number = optionalNumber(key);
    if (problems.size() == before && number.isPresent() && number.getAsDouble() <= 0) {
      problem(key, what + " is not positive: " + number.getAsDouble());
    }
    return number;
  }

  /** A number above 0 that must be there. */
  public double requiredPositive(String key, String what) {
    return positive(key, what).orElseGet(() -> missing(key, 0.0));
  }

  /** A whole number that must be there, at least {@code least}. */
  public int whole(String key, int least) {
    return whole(key, least, Integer.MAX_VALUE, () -> missing(key, least));
  }

  public int whole(String key, int least, int otherwise) {
    return whole(key, least, Integer.MAX_VALUE, () -> otherwise);
  }

  /** A port to listen on: a whole number from 0 to 65535. */
  public int port(String key, int otherwise) {
    return whole(key, 0, 65_535, () -> otherwise);
  }

  public Duration duration(String key, Duration otherwise) {
    return duration(key, otherwise, SHORTEST, LONGEST, "from a millisecond to a year");
  }

  /** A duration of up to a century, or none. */
  public Duration span(String key, Duration otherwise) {
    return duration(key, otherwise, Duration.ZERO, CENTURY, "from PT0S to a century");
  }

  private Duration duration(
      String key, Duration otherwise, Duration least, Duration most, String range) {
    Optional<ConfigNode.Scalar> scalar = scalar(key);
    if (scalar.isEmpty()) {
      return otherwise;
    }
    try {
      Duration duration = Duration.parse(scalar.get().text());
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      // told below, with the place
    }
    problems.add(
        scalar.get().place(),
        scalar.get().describe() + " is not an ISO duration such as PT1M or P1D, " + range);
    return otherwise;
  }

  /** Yes or no: true or false. */
  public boolean flag(String key, boolean otherwise) {
    Optional<ConfigNode.Scalar> scalar = scalar(key);
    if (scalar.isEmpty()) {
      return otherwise;
    }
    return switch (scalar.get().text()) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        problems.add(scalar.get().place(), scalar.get().describe() + " is not true or false");
        yield otherwise;
      }
    };
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

  /** Whether the list of a key is missing or empty; something else than a list is not. */
  public boolean isEmptyList(String key) {
    Optional<ConfigNode> node = mapping.get(key);
    return node.isEmpty()
        || (node.get() instanceof ConfigNode.Sequence sequence && sequence.items().isEmpty());
  }

  /** Adds a problem with the value of a key. */
  public void problem(String key, String message) {
    problems.add(mapping.get(key).map(ConfigNode::place).orElse(mapping.place()), message);
  }

  private int whole(String key, int least, int most, IntSupplier otherwise) {
    Optional<ConfigNode.Scalar> scalar = scalar(key);
    return scalar.isPresent() ? whole(scalar.get(), least, most) : otherwise.getAsInt();
  }

  private int whole(ConfigNode.Scalar scalar, int least, int most) {
    try {
      int number = Integer.parseInt(scalar.text());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, with the place
    }
    String range = most == Integer.MAX_VALUE ? " on" : " to " + most;
    problems.add(
        scalar.place(), scalar.describe() + " is not a whole number from " + least + range);
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
    return Optional.empty();
  }

  private <T> T missing(String key, T otherwise) {
    // What is there but of no use was told when it was read.
    if (mapping.get(key).isEmpty()) {
      problems.add(mapping.place(), "option '" + key + "' is missing");
    }
    return otherwise;
  }
}
