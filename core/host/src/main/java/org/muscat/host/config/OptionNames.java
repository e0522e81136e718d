package org.muscat.host.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names in Java are written in YAML. */
final class OptionNames {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private OptionNames() {}

  /** {@code lookBack} is written {@code look-back}. */
  static String ofComponent(String name) {
    return HUMP.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** {@code LOG_LOGISTIC} is written {@code log-logistic}. */
  static String ofConstant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
