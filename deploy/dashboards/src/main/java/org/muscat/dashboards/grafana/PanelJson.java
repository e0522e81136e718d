package org.muscat.dashboards.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muscat.dashboards.grafana.Target.Over;

/** Writes a panel as Grafana 12 reads it. */
final class PanelJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String UNKNOWN = "-";

  private PanelJson() {}

  static ObjectNode node(int id, Panel panel, ObjectNode place) {
    ObjectNode node = NODES.objectNode().put("id", id).put("type", panel.kind().type());
    node.put("title", panel.title()).put("description", panel.description());
    node.set("gridPos", place);
    node.set("datasource", DashboardJson.dataSource());
    node.set("targets", targets(panel));
    ObjectNode field = node.putObject("fieldConfig");
    field.set("defaults", defaults(panel));
    field.set("overrides", overrides(panel));
    node.set("options", KindJson.options(panel.kind()));
    if (panel.kind() instanceof Kind.Table table) {
      node.set("transformations", TableJson.transformations(table, panel.targets()));
    }
    return node;
  }

  private static ArrayNode targets(Panel panel) {
    ArrayNode targets = NODES.arrayNode();
    boolean asTable = panel.kind() instanceof Kind.Table || isText(panel.kind());
    for (Target target : panel.targets()) {
      ObjectNode node = targets.addObject().put("refId", refId(targets.size() - 1));
      node.set("datasource", DashboardJson.dataSource());
      node.put("expr", target.expression().text());
      node.put("legendFormat", target.legend());
      node.put("instant", target.over() == Over.END).put("range", target.over() == Over.RANGE);
      node.put("format", asTable ? "table" : "time_series");
      node.put("editorMode", "code").put("exemplar", false);
    }
    return targets;
  }

  private static boolean isText(Kind kind) {
    return kind instanceof Kind.Stat stat && !stat.field().isEmpty();
  }

  /** A, B, C. */
  static String refId(int target) {
    return String.valueOf((char) ('A' + target));
  }

  private static ObjectNode defaults(Panel panel) {
    ObjectNode defaults = NODES.objectNode().put("unit", panel.unit().id());
    defaults.put("noValue", panel.absent());
    defaults.putObject("color").put("mode", colouring(panel));
    defaults.set("thresholds", thresholds(panel.thresholds()));
    defaults.set("mappings", mappings(panel.mappings()));
    defaults.set("links", links(panel.links()));
    if (panel.smallest() != null) {
      defaults.put("min", panel.smallest());
    }
    if (panel.largest() != null) {
      defaults.put("max", panel.largest());
    }
    defaults.set("custom", KindJson.custom(panel));
    return defaults;
  }

  /** Lines are told apart by their colours, all else by what it means. */
  private static String colouring(Panel panel) {
    return panel.kind() instanceof Kind.TimeSeries ? "palette-classic" : "thresholds";
  }

  static ObjectNode thresholds(Thresholds thresholds) {
    ObjectNode node = NODES.objectNode().put("mode", "absolute");
    ArrayNode steps = node.putArray("steps");
    steps.addObject().put("color", thresholds.base().id()).putNull("value");
    for (Thresholds.Step step : thresholds.steps()) {
      steps.addObject().put("color", step.color().id()).put("value", step.from());
    }
    return node;
  }

  static ArrayNode mappings(List<Mapping> mappings) {
    ArrayNode node = NODES.arrayNode();
    if (mappings.isEmpty()) {
      return node;
    }
    ObjectNode options = node.addObject().put("type", "value").putObject("options");
    for (Mapping mapping : mappings) {
      options
          .putObject(mapping.value())
          .put("text", mapping.text())
          .put("color", mapping.color().id())
          .put("index", options.size() - 1);
    }
    return node;
  }

  static ArrayNode links(List<Link> links) {
    ArrayNode node = NODES.arrayNode();
    for (Link link : links) {
      boolean elsewhere = !link.url().startsWith("/d/");
      node.addObject()
          .put("title", link.title())
          .put("url", link.url())
          .put("targetBlank", elsewhere);
    }
    return node;
  }

  private static ArrayNode overrides(Panel panel) {
    ArrayNode overrides = NODES.arrayNode();
    for (Line line : panel.lines()) {
      ArrayNode properties = override(overrides, line.series());
      property(properties, "color")
          .putObject("value")
          .put("mode", "fixed")
          .put("fixedColor", line.color().id());
      property(properties, "custom.lineWidth").put("value", line.width());
      if (line.dashed()) {
        ObjectNode style = property(properties, "custom.lineStyle").putObject("value");
        style.put("fill", "dash").putArray("dash").add(8).add(6);
      }
      if (!line.fillTo().isEmpty()) {
        property(properties, "custom.fillBelowTo").put("value", line.fillTo());
        property(properties, "custom.fillOpacity").put("value", KindJson.BAND_OPACITY);
      }
    }
    if (panel.kind() instanceof Kind.Table table) {
      table.columns().forEach(column -> column(override(overrides, column.title()), column));
    }
    return overrides;
  }

  private static void column(ArrayNode properties, Column column) {
    property(properties, "unit").put("value", column.unit().id());
    // Else each empty cell would say what an empty table means.
    property(properties, "noValue").put("value", UNKNOWN);
    boolean coloured = column.thresholds() != null || !column.mappings().isEmpty();
    if (column.thresholds() != null) {
      property(properties, "thresholds").set("value", thresholds(column.thresholds()));
    }
    if (!column.mappings().isEmpty()) {
      property(properties, "mappings").set("value", mappings(column.mappings()));
    }
    if (coloured) {
      property(properties, "custom.cellOptions").putObject("value").put("type", "color-text");
    }
    if (!column.links().isEmpty()) {
      property(properties, "links").set("value", links(column.links()));
    }
  }

  private static ArrayNode override(ArrayNode overrides, String name) {
    ObjectNode override = overrides.addObject();
    override.putObject("matcher").put("id", "byName").put("options", name);
    return override.putArray("properties");
  }

  private static ObjectNode property(ArrayNode properties, String id) {
    return properties.addObject().put("id", id);
  }
}
