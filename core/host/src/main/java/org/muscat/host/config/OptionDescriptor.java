package org.muscat.host.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Option;

/**
 * One option as people and editors see it.
 *
 * @param name as written in YAML
 * @param type what kind of value it takes
 * @param values the only ones that it takes; empty if any of its type will do
 * @param list whether it takes a list of them
 * @param optional whether it may be left out although it has no default
 * @param doc one sentence: meaning and unit
 * @param defaultValue as it would be written; empty if there is none
 * @param example as it would be written; empty if the author gave none
 * @param pattern a regular expression that its whole text matches; empty for any
 * @param min smallest number allowed
 * @param max largest number allowed
 * @param formerNames what it was called in earlier versions
 */
public record OptionDescriptor(
    String name,
    String type,
    List<String> values,
    boolean list,
    boolean optional,
    String doc,
    String defaultValue,
    String example,
    String pattern,
    double min,
    double max,
    List<String> formerNames) {

  public OptionDescriptor {
    values = List.copyOf(values);
    formerNames = List.copyOf(formerNames);
  }

  /**
   * The options of a configuration record, in its order. A component without {@link Option}, or of
   * a type that options cannot have, is left out: binding tells of it.
   */
  public static List<OptionDescriptor> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(component -> of(component).stream())
        .toList();
  }

  /** Whether something must be given. */
  public boolean required() {
    return defaultValue.isEmpty() && !optional;
  }

  private static Optional<OptionDescriptor> of(RecordComponent component) {
    Option option = component.getAnnotation(Option.class);
    if (option == null) {
      return Optional.empty();
    }
    return OptionType.of(component.getGenericType())
        .map(
            type ->
                new OptionDescriptor(
                    OptionNames.ofComponent(component.getName()),
                    Scalars.nameOf(type.single()),
                    values(type.single(), option),
                    type.list(),
                    type.optional(),
                    option.doc(),
                    option.defaultValue(),
                    option.example(),
                    option.pattern(),
                    option.min(),
                    option.max(),
                    List.of(option.formerNames())));
  }

  private static List<String> values(Class<?> type, Option option) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> OptionNames.ofConstant((Enum<?>) constant))
            .toList()
        : List.of(option.allowed());
  }
}
