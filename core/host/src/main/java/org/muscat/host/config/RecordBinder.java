package org.muscat.host.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fills a configuration record, whose components carry {@link org.muscat.spi.Option}, from a
 * mapping. The class may come from any class loader and need not be public.
 */
public final class RecordBinder {

  private RecordBinder() {}

  /**
   * Binds a mapping to a record.
   *
   * @param node a mapping, or nothing if no option is required
   * @param type the record
   * @param problems gets everything that is wrong, each with the line of the option
   * @return the record with its text; empty if there was a problem
   */
  public static <C extends Record> Optional<Bound<C>> bind(
      ConfigNode node, Class<C> type, Problems problems) {
    Optional<ConfigNode.Mapping> mapping = mapping(node, problems);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    List<OptionReader> readers =
        Arrays.stream(type.getRecordComponents())
            .map(component -> new OptionReader(component, problems))
            .toList();
    int before = problems.size();
    addUnknown(mapping.get(), readers, problems);
    List<Object> values = new ArrayList<>();
    readers.forEach(reader -> reader.read(mapping.get()).ifPresent(values::add));
    if (problems.size() > before) {
      return Optional.empty();
    }
    return construct(type, values.toArray(), mapping.get().place(), problems)
        .map(value -> new Bound<>(value, text(readers, values)));
  }

  private static void addUnknown(
      ConfigNode.Mapping mapping, List<OptionReader> readers, Problems problems) {
    Problems unknown = new Problems();
    unknown.addUnknownKeys(
        mapping,
        readers.stream().map(OptionReader::name).toList(),
        readers.stream().flatMap(reader -> reader.formerNames().stream()).toList());
    problems.addAll(unknown, OptionCodes.UNKNOWN_OPTION);
  }

  private static Optional<ConfigNode.Mapping> mapping(ConfigNode node, Problems problems) {
    if (node instanceof ConfigNode.Mapping mapping) {
      return Optional.of(mapping);
    }
    if (node instanceof ConfigNode.Scalar scalar && scalar.absent()) {
      return Optional.of(ConfigNode.emptyMapping(scalar.place()));
    }
    problems.add(
        node.place(), OptionCodes.BAD_VALUE, node.describe() + " is not a mapping of options");
    return Optional.empty();
  }

  private static <C extends Record> Optional<C> construct(
      Class<C> type, Object[] values, Place place, Problems problems) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<C> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(values));
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      problems.add(
          place,
          OptionCodes.BAD_VALUE,
          cause instanceof IllegalArgumentException && cause.getMessage() != null
              ? cause.getMessage()
              : "the options were refused by " + type.getName() + ": " + cause);
    } catch (InaccessibleObjectException | ReflectiveOperationException e) {
      problems.add(
          place,
          "mistake in the plugin, tell its author: the record "
              + type.getName()
              + " is not accessible, make it public: "
              + e.getMessage());
    }
    return Optional.empty();
  }

  private static String text(List<OptionReader> readers, List<Object> values) {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      options.add(readers.get(i).name() + ": " + text(values.get(i)));
    }
    return "{" + String.join(", ", options) + "}";
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(RecordBinder::text).orElse("~");
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(RecordBinder::text).toList()) + "]";
    }
    if (value instanceof Enum<?> constant) {
      return OptionNames.ofConstant(constant);
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return '"'
        + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + '"';
  }
}
