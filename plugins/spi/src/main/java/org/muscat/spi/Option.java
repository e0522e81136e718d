package org.muscat.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents and bounds one component of a configuration record. In YAML a component {@code
 * lookBack} is written {@code look-back}.
 *
 * <p>Component types: {@code String}, {@code boolean}, {@code int}, {@code long}, {@code double},
 * {@link java.time.Duration} (ISO, {@code P7D}), {@link java.time.LocalDate}, {@link
 * java.time.Instant}, {@link java.net.URI}, {@link java.nio.file.Path}, {@link
 * org.muscat.spi.config.Secret} (a reference, <code>${env:NAME}</code> or <code>${file:PATH}</code>
 * ), enums (in lower case with hyphens) and {@link java.util.List} of these. Any of them may stand
 * in an {@link java.util.Optional}: then nothing needs to be given, and empty says that nothing
 * was. Write {@code Optional<Integer>}, not {@code OptionalInt}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {

  /** One sentence for people: meaning and unit. */
  String doc();

  /**
   * The value when none is given, as it would be written in YAML. Empty means that there is none:
   * the option is required, unless the component is an {@link java.util.Optional}, which then is
   * empty.
   */
  String defaultValue() default "";

  /** A value as it would be written in YAML, for people. */
  String example() default "";

  /**
   * A regular expression that the whole text of each value matches, in a list that of each item;
   * empty means any. Not for secrets.
   */
  String pattern() default "";

  /**
   * Names that this option had in earlier versions of the plugin, as written in YAML. They still
   * work, with a warning.
   */
  String[] formerNames() default {};

  /** Smallest number allowed; numbers only, not durations. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest number allowed; numbers only, not durations. */
  double max() default Double.POSITIVE_INFINITY;

  /** The only texts allowed; empty means any. */
  String[] allowed() default {};
}
