package org.muscat.dashboards.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a dashboard as Grafana 12 reads it. */
public final class DashboardJson {

  /** What Grafana 12.0 writes itself. */
  private static final int SCHEMA_VERSION = 41;

  /** On a change of the range, so that a choice has what is shown. */
  private static final int REFRESH_WITH_RANGE = 2;

  private static final int ALPHABETICALLY = 1;
  private static final int HIDDEN = 2;
  private static final String EVERYTHING = ".+";

  /** As the editor of Grafana calls it. */
  private static final String VARIABLE_QUERY = "PrometheusVariableQueryEditor-VariableQuery";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DashboardJson() {}

  /** The whole file, with a line feed at its end. */
  public static String write(Dashboard dashboard) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node(dashboard))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + dashboard.uid(), e);
    }
  }

  private static ObjectNode node(Dashboard dashboard) {
    ObjectNode node = NODES.objectNode();
    node.putNull("id");
    node.put("uid", dashboard.uid());
    node.put("title", dashboard.title());
    node.put("description", dashboard.description());
    dashboard.tags().forEach(node.putArray("tags")::add);
    node.put("schemaVersion", SCHEMA_VERSION);
    node.put("version", 1);
    node.put("editable", false);
    node.put("timezone", "utc");
    node.put("weekStart", "monday");
    node.put("fiscalYearStartMonth", 0);
    // A cross-hair in all panels at the same moment.
    node.put("graphTooltip", 1);
    node.put("liveNow", false);
    node.put("refresh", dashboard.refresh());
    node.putObject("time").put("from", "now-" + dashboard.range()).put("to", "now");
    node.putObject("timepicker");
    ArrayNode variables = node.putObject("templating").putArray("list");
    dashboard.variables().forEach(variable -> variables.add(variable(variable)));
    ArrayNode annotations = node.putObject("annotations").putArray("list");
    dashboard.annotations().forEach(annotation -> annotations.add(annotation(annotation)));
    ArrayNode links = node.putArray("links");
    dashboard.links().forEach(link -> links.add(link(link)));
    node.set("panels", panels(dashboard.rows()));
    return node;
  }

  private static ArrayNode panels(List<Row> rows) {
    ArrayNode panels = NODES.arrayNode();
    Grid grid = new Grid();
    for (Row row : rows) {
      ObjectNode heading = panels.addObject();
      heading.put("id", panels.size()).put("type", "row").put("title", row.title());
      heading.put("collapsed", false);
      heading.set("gridPos", grid.line());
      heading.putArray("panels");
      for (Panel panel : row.panels()) {
        panels.add(PanelJson.node(panels.size() + 1, panel, grid.place(panel.size())));
      }
    }
    return panels;
  }

  /** The Prometheus that is chosen. */
  static ObjectNode dataSource() {
    return NODES.objectNode().put("type", "prometheus").put("uid", "${datasource}");
  }

  private static ObjectNode variable(Variable variable) {
    ObjectNode node = NODES.objectNode().put("name", variable.name());
    if (variable instanceof Variable.LabelValues values) {
      labelValues(node, values);
    } else if (variable instanceof Variable.Constant constant) {
      node.put("type", "constant").put("query", constant.value()).put("hide", HIDDEN);
      node.put("skipUrlSync", true);
      choice(node, constant.value(), constant.value());
    } else {
      node.put("type", "datasource").put("label", "Data source").put("query", "prometheus");
      node.put("multi", false).put("includeAll", false).put("hide", 0).put("refresh", 1);
      node.put("regex", "");
      node.putArray("options");
      choice(node, "", "");
    }
    return node;
  }

  private static void labelValues(ObjectNode node, Variable.LabelValues values) {
    String query = "label_values(" + values.among().text() + ", " + values.label() + ")";
    node.put("type", "query").put("label", values.title());
    node.set("datasource", dataSource());
    node.put("definition", query);
    // 1 is Grafana's number for label_values.
    node.putObject("query").put("qryType", 1).put("query", query).put("refId", VARIABLE_QUERY);
    node.put("refresh", REFRESH_WITH_RANGE).put("sort", ALPHABETICALLY).put("regex", "");
    Variable.Choice choice = values.choice();
    node.put("multi", choice.several()).put("includeAll", choice.all()).put("hide", 0);
    node.putArray("options");
    if (choice.unlisted()) {
      node.put("allValue", EVERYTHING);
    }
    if (choice.all()) {
      choice(node, "All", "$__all");
    } else {
      choice(node, choice.first(), choice.first());
    }
  }

  private static void choice(ObjectNode node, String text, String value) {
    node.putObject("current").put("selected", true).put("text", text).put("value", value);
  }

  private static ObjectNode annotation(Annotation annotation) {
    ObjectNode node = NODES.objectNode().put("name", annotation.name());
    node.set("datasource", dataSource());
    node.put("enable", true).put("hide", false).put("iconColor", annotation.color().id());
    node.put("titleFormat", annotation.name()).put("textFormat", annotation.title());
    node.put("useValueForTime", annotation.valueIsTime());
    node.putObject("target")
        .put("refId", "Anno")
        .put("expr", annotation.expression().text())
        .put("interval", "");
    return node;
  }

  private static ObjectNode link(Link link) {
    boolean elsewhere = !link.url().startsWith("/d/");
    ObjectNode node = NODES.objectNode().put("title", link.title()).put("type", "link");
    node.put("url", link.url()).put("tooltip", "");
    node.put("icon", elsewhere ? "external link" : "dashboard");
    node.putArray("tags");
    node.put("asDropdown", false).put("includeVars", false);
    node.put("keepTime", !elsewhere).put("targetBlank", elsewhere);
    return node;
  }
}
