package org.muscat.server.deliver;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.muscat.server.metrics.MetricFamily;

/** Labels that somebody adds to metrics, which have others of their own. */
public final class MoreLabels {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private MoreLabels() {}

  /**
   * What is wrong with the first name that cannot be added.
   *
   * @param taken names that are in use besides those of the metrics
   */
  public static Optional<String> mistake(Collection<String> names, String... taken) {
    Set<String> own = new TreeSet<>(List.of(taken));
    MetricFamily.all().forEach(family -> own.addAll(family.labels()));
    for (String name : new TreeSet<>(names)) {
      if (!NAME.matcher(name).matches() || name.startsWith("__")) {
        return Optional.of("'" + name + "' is no name of a label");
      }
      if (own.contains(name) || name.startsWith("muscat_")) {
        return Optional.of("the label '" + name + "' is taken; choose another");
      }
    }
    return Optional.empty();
  }
}
