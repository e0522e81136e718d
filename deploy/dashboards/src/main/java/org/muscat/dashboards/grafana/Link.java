package org.muscat.dashboards.grafana;

/**
 * Where a click leads.
 *
 * @param url may name variables, and fields of what was clicked
 */
public record Link(String title, String url) {}
