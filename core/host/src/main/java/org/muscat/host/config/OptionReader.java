package org.muscat.host.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    if (given.isPresent()) {
      return value(given.get(), option);
    }
    if (option.defaultValue().isEmpty()) {
      problems.add(mapping.place(), "the option '" + name + "' is missing: " + option.doc());
      return Optional.empty();
    }
    return defaultValue(mapping, option);
  }

  private Optional<Object> defaultValue(ConfigNode.Mapping mapping, Option option) {
    Problems inDefault = new Problems();
    Optional<Object> value =
        ConfigReader.parse("default", option.defaultValue(), inDefault)
            .flatMap(node -> new OptionReader(component, inDefault).value(node, option));
    inDefault
        .all()
        .forEach(
            problem ->
                problems.add(
                    mapping.place(), inPlugin("has an unusable default: " + problem.message())));
    return value;
  }

  private Optional<Object> value(ConfigNode node, Option option) {
    Class<?> type = component.getType();
    if (type != List.class) {
      return scalar(node, type, option);
    }
    Class<?> itemType = itemType();
    if (itemType == null) {
      return unsupported(node);
    }
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
    if (!Scalars.supports(type)) {
      return unsupported(node);
    }
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

  private @Nullable Class<?> itemType() {
    return component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> item
        ? item
        : null;
  }

  private Optional<Object> unsupported(ConfigNode node) {
    problems.add(
        node.place(),
        inPlugin("has the type " + component.getGenericType() + ", which options cannot have"));
    return Optional.empty();
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
