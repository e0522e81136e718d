package org.muscat.dashboards.grafana;

import java.util.List;

/**
 * A dashboard: one question. Immutable.
 *
 * @param uid the end of its address, for ever
 * @param description the question that it answers
 * @param range how far back it looks when it is opened, such as {@code 30d}
 * @param refresh how often it asks again, such as {@code 1m}
 */
public record Dashboard(
    String uid,
    String title,
    String description,
    List<String> tags,
    String range,
    String refresh,
    List<Variable> variables,
    List<Annotation> annotations,
    List<Link> links,
    List<Row> rows) {

  public Dashboard {
    tags = List.copyOf(tags);
    variables = List.copyOf(variables);
    annotations = List.copyOf(annotations);
    links = List.copyOf(links);
    rows = List.copyOf(rows);
  }
}
