package org.muscat.host.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Option;

/** Reads the value of one component of a configuration record. */
final class OptionReader {

  private final RecordComponent component;
  private final Problems problems;
  private final String name;

  OptionReader(RecordComponent component, Problems problems) {
    this.component = component;
    this.problems = problems;
    this.name = OptionNames.ofComponent(component.getName());
  }

  String name() {
    return name;
  }

  /**
   * The value from a mapping or else the default.
   *
   * @return empty if there is none or it is not allowed, which is then among the problems
   */
  Optional<Object> read(ConfigNode.Mapping mapping) {
    Option option = component.getAnnotation(Option.class);
    if (option == null) {
      problems.add(mapping.place(), inPlugin("carries no @Option"));
      return Optional.empty();
    }
    Optional<ConfigNode> given = mapping.get(name);
    Optional<OptionType> type = OptionType.of(component.getGenericType());
    if (type.isEmpty()) {
      problems.add(
          given.orElse(mapping).place(),
          inPlugin("has the type " + component.getGenericType() + ", which options cannot have"));
      return Optional.empty();
    }
    return given.isPresent()
        ? value(given.get(), type.get(), option)
        : absent(mapping, type.get(), option);
  }

  private Optional<Object> absent(ConfigNode.Mapping mapping, OptionType type, Option option) {
    if (!option.defaultValue().isEmpty()) {
      return defaultValue(mapping, type, option);
    }
    if (type.optional()) {
      return Optional.of(Optional.empty());
    }
    problems.add(mapping.place(), "the option '" + name + "' is missing: " + option.doc());
    return Optional.empty();
  }

  private Optional<Object> defaultValue(
      ConfigNode.Mapping mapping, OptionType type, Option option) {
    Problems inDefault = new Problems();
    Optional<Object> value =
        ConfigReader.parse("default", option.defaultValue(), inDefault)
            .flatMap(node -> new OptionReader(component, inDefault).value(node, type, option));
    inDefault
        .all()
        .forEach(
            problem ->
                problems.add(
                    mapping.place(), inPlugin("has an unusable default: " + problem.message())));
    return value;
  }

  private Optional<Object> value(ConfigNode node, OptionType type, Option option) {
    if (type.optional() && node instanceof ConfigNode.Scalar scalar && scalar.absent()) {
      return Optional.of(Optional.empty());
    }
    Optional<Object> value =
        type.list() ? list(node, type.single(), option) : scalar(node, type.single(), option);
    return type.optional() ? value.map(Optional::of) : value;
  }

  private Optional<Object> list(ConfigNode node, Class<?> itemType, Option option) {
    if (!(node instanceof ConfigNode.Sequence sequence)) {
      problems.add(node.place(), node.describe() + " is not a list; write it in brackets");
      return Optional.empty();
    }
    List<Object> items = new ArrayList<>();
    sequence.items().forEach(item -> scalar(item, itemType, option).ifPresent(items::add));
    return items.size() == sequence.items().size()
        ? Optional.of(List.copyOf(items))
        : Optional.empty();
  }

  private Optional<Object> scalar(ConfigNode node, Class<?> type, Option option) {
    return Scalars.readAny(node, type, problems).filter(value -> isAllowed(node, value, option));
  }

  private boolean isAllowed(ConfigNode node, Object value, Option option) {
    if (value instanceof Number number) {
      double magnitude = number.doubleValue();
      if (magnitude < option.min()) {
        problems.add(
            node.place(), value + " is less than the smallest allowed, " + plain(option.min()));
        return false;
      }
      if (magnitude > option.max()) {
        problems.add(
            node.place(), value + " is more than the largest allowed, " + plain(option.max()));
        return false;
      }
    }
    List<String> allowed = Arrays.asList(option.allowed());
    if (!allowed.isEmpty()
        && node instanceof ConfigNode.Scalar scalar
        && !allowed.contains(scalar.text())) {
      problems.add(node.place(), node.describe() + " is not one of: " + String.join(", ", allowed));
      return false;
    }
    return true;
  }

  private String inPlugin(String message) {
    return "mistake in the plugin, tell its author: component '"
        + component.getName()
        + "' of "
        + component.getDeclaringRecord().getName()
        + " "
        + message;
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }
}
