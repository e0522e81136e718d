package org.muscat.dashboards.grafana;

/**
 * A value that is shown as a word.
 *
 * @param value as text, such as {@code 1}
 */
public record Mapping(String value, String text, Color color) {}
