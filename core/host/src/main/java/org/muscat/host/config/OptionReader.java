package org.muscat.host.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
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

  /** What it was called in earlier versions. */
  List<String> formerNames() {
    Option option = component.getAnnotation(Option.class);
    return option == null ? List.of() : List.of(option.formerNames());
  }

  /**
   * The value from a mapping, under its name or a former one, or else the default.
   *
   * @return empty if there is none or it is not allowed, which is then among the problems
   */
  Optional<Object> read(ConfigNode.Mapping mapping) {
    Option option = component.getAnnotation(Option.class);
    if (option == null) {
      problems.add(mapping.place(), inPlugin("carries no @Option"));
      return Optional.empty();
    }
    List<ConfigNode.Entry> entries = entries(mapping);
    if (entries.size() > 1) {
      addAmbiguous(entries);
      return Optional.empty();
    }
    Optional<ConfigNode> given = entries.stream().map(ConfigNode.Entry::value).findFirst();
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

  /** What the mapping says of this option; at most one entry makes sense. */
  private List<ConfigNode.Entry> entries(ConfigNode.Mapping mapping) {
    List<ConfigNode.Entry> entries = new ArrayList<>();
    mapping.entry(name).ifPresent(entries::add);
    for (String former : formerNames()) {
      mapping
          .entry(former)
          .ifPresent(
              entry -> {
                entries.add(entry);
                problems.warn(
                    entry.place(), "'" + former + "' is now called '" + name + "'; rename it");
              });
    }
    return entries;
  }

  private void addAmbiguous(List<ConfigNode.Entry> entries) {
    List<String> names = entries.stream().map(entry -> "'" + entry.key() + "'").toList();
    problems.add(
        entries.get(entries.size() - 1).place(),
        OptionCodes.BAD_VALUE,
        String.join(" and ", names) + " are the same option; keep '" + name + "' alone");
  }

  private Optional<Object> absent(ConfigNode.Mapping mapping, OptionType type, Option option) {
    if (!option.defaultValue().isEmpty()) {
      return defaultValue(mapping, type, option);
    }
    if (type.optional()) {
      return Optional.of(Optional.empty());
    }
    problems.add(
        mapping.place(),
        OptionCodes.BAD_VALUE,
        "the option '" + name + "' is missing: " + option.doc());
    return Optional.empty();
  }

  private Optional<Object> defaultValue(
      ConfigNode.Mapping mapping, OptionType type, Option option) {
    Problems inDefault = problems.another();
    Optional<Object> value =
        ConfigReader.parse("default", option.defaultValue(), inDefault)
            .flatMap(node -> new OptionReader(component, inDefault).value(node, type, option));
    inDefault
        .warnings()
        .forEach(warning -> problems.warn(mapping.place(), name + ": " + warning.message()));
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
      problems.add(
          node.place(),
          OptionCodes.BAD_VALUE,
          node.describe() + " is not a list; write it in brackets");
      return Optional.empty();
    }
    List<Object> items = new ArrayList<>();
    sequence.items().forEach(item -> scalar(item, itemType, option).ifPresent(items::add));
    return items.size() == sequence.items().size()
        ? Optional.of(List.copyOf(items))
        : Optional.empty();
  }

  private Optional<Object> scalar(ConfigNode node, Class<?> type, Option option) {
    Problems found = problems.another();
    Optional<Object> value = Scalars.readAny(node, type, found);
    problems.addAll(found, OptionCodes.BAD_VALUE);
    return value.filter(given -> isAllowed(node, given, option));
  }

  private boolean isAllowed(ConfigNode node, Object value, Option option) {
    try {
      Optional<String> refusal = Limits.refusal(node, value, option);
      refusal.ifPresent(why -> problems.add(node.place(), OptionCodes.BAD_VALUE, why));
      return refusal.isEmpty();
    } catch (PatternSyntaxException e) {
      problems.add(node.place(), inPlugin("has an unusable pattern: " + e.getDescription()));
      return false;
    }
  }

  private String inPlugin(String message) {
    return "mistake in the plugin, tell its author: component '"
        + component.getName()
        + "' of "
        + component.getDeclaringRecord().getName()
        + " "
        + message;
  }
}
