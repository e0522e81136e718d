package org.muscat.host.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.muscat.spi.Option;
import org.muscat.spi.config.Secret;

/** What an option allows of the values of its type. For a list: of each of its items. */
final class Limits {

  private Limits() {}

  /**
   * Why a value is not allowed; empty if it is.
   *
   * @param value what was read from the node
   * @throws PatternSyntaxException if the pattern of the option is none
   */
  static Optional<String> refusal(ConfigNode node, Object value, Option option) {
    if (value instanceof Secret) {
      // Its text is a reference; the secret itself is looked up late.
      return Optional.empty();
    }
    Optional<String> outside = value instanceof Number number ? outside(number, option) : none();
    return outside.isPresent() || !(node instanceof ConfigNode.Scalar scalar)
        ? outside
        : notAllowed(scalar, option).or(() -> unlikePattern(scalar, option));
  }

  private static Optional<String> outside(Number value, Option option) {
    if (value.doubleValue() < option.min()) {
      return Optional.of(value + " is less than the smallest allowed, " + plain(option.min()));
    }
    return value.doubleValue() > option.max()
        ? Optional.of(value + " is more than the largest allowed, " + plain(option.max()))
        : none();
  }

  private static Optional<String> notAllowed(ConfigNode.Scalar scalar, Option option) {
    List<String> allowed = List.of(option.allowed());
    return allowed.isEmpty() || allowed.contains(scalar.text())
        ? none()
        : Optional.of(scalar.describe() + " is not one of: " + String.join(", ", allowed));
  }

  private static Optional<String> unlikePattern(ConfigNode.Scalar scalar, Option option) {
    if (option.pattern().isEmpty() || Pattern.matches(option.pattern(), scalar.text())) {
      return none();
    }
    String example = option.example().isEmpty() ? "" : "; an example is " + option.example();
    return Optional.of(
        scalar.describe() + " does not match the pattern " + option.pattern() + example);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }
}
