package org.muscat.dashboards.grafana;

import org.muscat.dashboards.promql.Expression;

/**
 * Moments that are marked in all panels.
 *
 * @param expression above 0 at those moments; or their times in milliseconds
 * @param valueIsTime whether its values are times
 * @param title of a mark, such as {@code {{muscat_regime}}}
 */
public record Annotation(
    String name, Color color, Expression expression, boolean valueIsTime, String title) {}
