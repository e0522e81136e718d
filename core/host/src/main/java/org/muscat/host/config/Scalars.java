package org.muscat.host.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muscat.spi.config.Secret;

/**
 * Reads single values of the types that {@link org.muscat.spi.Option} lists: texts, booleans,
 * numbers, dates and times, addresses, paths, secrets and enums.
 */
public final class Scalars {

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  private interface Parser {
    Object parse(String text) throws URISyntaxException;
  }

  private record Kind(String wanted, Parser parser) {}

  private static final Map<Class<?>, Kind> KINDS =
      Map.ofEntries(
          Map.entry(String.class, new Kind("a text", text -> text)),
          Map.entry(boolean.class, new Kind("true or false", Scalars::parseBoolean)),
          Map.entry(int.class, new Kind("a whole number", Integer::valueOf)),
          Map.entry(long.class, new Kind("a whole number", Long::valueOf)),
          Map.entry(double.class, new Kind("a number", Scalars::parseDouble)),
          Map.entry(Duration.class, new Kind("an ISO duration such as P7D", Duration::parse)),
          Map.entry(LocalDate.class, new Kind("a date such as 2024-01-31", LocalDate::parse)),
          Map.entry(
              Instant.class, new Kind("a moment such as 2024-01-31T00:00:00Z", Instant::parse)),
          Map.entry(URI.class, new Kind("an address", URI::new)),
          Map.entry(Path.class, new Kind("a path", Path::of)));

  private static final Map<Class<?>, Class<?>> PRIMITIVES =
      Map.of(
          Boolean.class, boolean.class,
          Integer.class, int.class,
          Long.class, long.class,
          Double.class, double.class);

  private Scalars() {}

  /** Whether values of this type can be read. */
  static boolean supports(Class<?> type) {
    return type.isEnum()
        || type == Secret.class
        || KINDS.containsKey(PRIMITIVES.getOrDefault(type, type));
  }

  /** What a type of options is called, for people: {@code duration}, {@code text}. */
  static String nameOf(Class<?> type) {
    if (type == Secret.class) {
      return "secret";
    }
    if (type.isEnum()) {
      return "choice";
    }
    Class<?> single = PRIMITIVES.getOrDefault(type, type);
    if (single == int.class || single == long.class) {
      return "integer";
    }
    if (single == double.class) {
      return "number";
    }
    if (single == String.class) {
      return "text";
    }
    if (single == LocalDate.class) {
      return "date";
    }
    return single.getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a value.
   *
   * @param type a type that {@link org.muscat.spi.Option} lists, for primitives also its wrapper
   * @return the value; empty if it is none of this type, which is then among the problems
   * @throws IllegalArgumentException if there are no options of this type
   */
  public static <T> Optional<T> read(ConfigNode node, Class<T> type, Problems problems) {
    return readAny(node, type, problems).map(value -> boxed(type).cast(value));
  }

  static Optional<Object> readAny(ConfigNode node, Class<?> type, Problems problems) {
    if (!supports(type)) {
      throw new IllegalArgumentException("options cannot be of type " + type.getName());
    }
    if (type.isEnum()) {
      return readEnum(node, type, problems);
    }
    if (type == Secret.class) {
      return SecretReference.read(node, problems).map(secret -> secret);
    }
    Kind kind = kind(type);
    if (node instanceof ConfigNode.Scalar scalar && !scalar.absent()) {
      try {
        return Optional.of(kind.parser().parse(scalar.text()));
      } catch (NumberFormatException
          | DateTimeException
          | URISyntaxException
          | InvalidPathException e) {
        return refused(node, kind.wanted(), problems);
      }
    }
    return refused(node, kind.wanted(), problems);
  }

  private static Optional<Object> refused(ConfigNode node, String wanted, Problems problems) {
    problems.add(node.place(), node.describe() + " is not " + wanted);
    return Optional.empty();
  }

  private static Optional<Object> readEnum(ConfigNode node, Class<?> type, Problems problems) {
    List<Enum<?>> constants =
        Arrays.stream(type.getEnumConstants()).<Enum<?>>map(c -> (Enum<?>) c).toList();
    List<String> names = constants.stream().map(OptionNames::ofConstant).toList();
    if (node instanceof ConfigNode.Scalar scalar && names.contains(scalar.text())) {
      return Optional.of(constants.get(names.indexOf(scalar.text())));
    }
    return refused(node, "one of: " + String.join(", ", names), problems);
  }

  private static Kind kind(Class<?> type) {
    Kind kind = KINDS.get(PRIMITIVES.getOrDefault(type, type));
    if (kind == null) {
      throw new IllegalArgumentException("options cannot be of type " + type.getName());
    }
    return kind;
  }

  @SuppressWarnings("unchecked") // the wrapper of a primitive is the type of its boxed values
  private static <T> Class<T> boxed(Class<T> type) {
    return PRIMITIVES.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .map(entry -> (Class<T>) entry.getKey())
        .findFirst()
        .orElse(type);
  }

  private static Object parseBoolean(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new NumberFormatException(text);
  }

  /** Java would also take NaN, 1d and 0x1p3. */
  private static Object parseDouble(String text) {
    double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }
}
