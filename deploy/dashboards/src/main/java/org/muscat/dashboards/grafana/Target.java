package org.muscat.dashboards.grafana;

import java.util.regex.Pattern;
import org.muscat.dashboards.promql.Expression;

/**
 * A question to Prometheus.
 *
 * @param legend what its series are called, such as {@code {{theatre}}}
 * @param over whether it is asked over the range that is shown, or at its end only
 */
public record Target(Expression expression, String legend, Over over) {

  private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

  public Target {
    LABEL
        .matcher(legend)
        .results()
        .map(label -> label.group(1))
        .filter(label -> !expression.has(label))
        .findFirst()
        .ifPresent(
            label -> {
              throw new IllegalArgumentException(
                  "legend " + legend + ": there is no " + label + " in " + expression.text());
            });
  }

  /** The moments at which it is asked. */
  public enum Over {
    RANGE,
    END
  }

  /** Asked over the range that is shown. */
  public static Target range(Expression expression, String legend) {
    return new Target(expression, legend, Over.RANGE);
  }

  /** Asked at the end of the range that is shown. */
  public static Target end(Expression expression, String legend) {
    return new Target(expression, legend, Over.END);
  }
}
