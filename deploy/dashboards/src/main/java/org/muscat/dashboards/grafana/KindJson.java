package org.muscat.dashboards.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Writes what differs from one kind of panel to the other. */
final class KindJson {

  static final int BAND_OPACITY = 18;

  /** The longest gap that is bridged: more than a day, less than two. */
  private static final Duration CONNECTED = Duration.ofHours(25);

  private static final int STACK_OPACITY = 60;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private KindJson() {}

  static ObjectNode options(Kind kind) {
    if (kind instanceof Kind.Stat stat) {
      return stat(stat);
    }
    if (kind instanceof Kind.TimeSeries) {
      return timeSeries();
    }
    if (kind instanceof Kind.BarGauge) {
      return barGauge();
    }
    return kind instanceof Kind.Table table ? table(table) : stateTimeline();
  }

  private static ObjectNode stat(Kind.Stat stat) {
    ObjectNode node = NODES.objectNode();
    node.put("colorMode", stat.filled() ? "background" : "value");
    node.put("graphMode", "none").put("justifyMode", "auto").put("orientation", "auto");
    node.put("textMode", "auto").put("wideLayout", true).put("showPercentChange", false);
    node.put("percentChangeColorMode", "standard");
    node.set("reduceOptions", reduce(stat.field()));
    return node;
  }

  /** Of a text all values, of numbers the last one. */
  private static ObjectNode reduce(String field) {
    ObjectNode node = NODES.objectNode();
    node.putArray("calcs").add("lastNotNull");
    node.put("fields", field.isEmpty() ? "" : "/^" + field + "$/");
    node.put("values", !field.isEmpty());
    return node;
  }

  private static ObjectNode timeSeries() {
    ObjectNode node = NODES.objectNode();
    legend(node, true);
    node.putObject("tooltip").put("mode", "multi").put("sort", "desc").put("hideZeros", false);
    return node;
  }

  private static ObjectNode stateTimeline() {
    ObjectNode node = NODES.objectNode();
    node.put("mergeValues", true).put("showValue", "auto").put("alignValue", "left");
    node.put("rowHeight", 0.85).put("perPage", 40);
    legend(node, false);
    node.putObject("tooltip").put("mode", "single").put("sort", "none").put("hideZeros", false);
    return node;
  }

  private static ObjectNode barGauge() {
    ObjectNode node = NODES.objectNode();
    node.put("displayMode", "basic").put("orientation", "horizontal").put("valueMode", "color");
    node.put("namePlacement", "left").put("showUnfilled", false).put("sizing", "auto");
    node.put("minVizHeight", 12).put("minVizWidth", 8).put("maxVizHeight", 300);
    node.set("reduceOptions", reduce(""));
    legend(node, false);
    return node;
  }

  private static ObjectNode table(Kind.Table table) {
    ObjectNode node = NODES.objectNode().put("frameIndex", 0);
    node.put("showHeader", true).put("cellHeight", "sm");
    ArrayNode sort = node.putArray("sortBy");
    sort.addObject().put("displayName", table.sortBy()).put("desc", table.largestFirst());
    ObjectNode footer = node.putObject("footer");
    footer.put("show", false).put("countRows", false);
    footer.putArray("reducer").add("sum");
    return node;
  }

  private static void legend(ObjectNode node, boolean shown) {
    ObjectNode legend = node.putObject("legend");
    legend.put("showLegend", shown).put("displayMode", "list").put("placement", "bottom");
    legend.putArray("calcs");
  }

  static ObjectNode custom(Panel panel) {
    ObjectNode node = NODES.objectNode();
    if (panel.kind() instanceof Kind.TimeSeries series) {
      lines(node, series, panel);
    } else if (panel.kind() instanceof Kind.StateTimeline states) {
      node.put("lineWidth", 0).put("fillOpacity", 80);
      gaps(node, states.gaps());
      node.put("insertNulls", false);
      hideFrom(node);
    } else if (panel.kind() instanceof Kind.Table) {
      node.put("align", "auto").put("inspect", false).put("filterable", false);
      node.putObject("cellOptions").put("type", "auto");
    }
    return node;
  }

  private static void lines(ObjectNode node, Kind.TimeSeries series, Panel panel) {
    node.put("drawStyle", "line").put("lineInterpolation", "linear").put("lineWidth", 1);
    node.put("fillOpacity", series.stacked() ? STACK_OPACITY : 0).put("gradientMode", "none");
    node.put("showPoints", "never").put("pointSize", 4);
    gaps(node, series.gaps());
    node.put("insertNulls", false);
    node.putObject("stacking").put("mode", series.stacked() ? "normal" : "none").put("group", "A");
    boolean cuts = !panel.thresholds().steps().isEmpty();
    node.putObject("thresholdsStyle").put("mode", cuts ? "dashed" : "off");
    node.put("axisPlacement", "auto").put("axisLabel", "").put("axisColorMode", "text");
    node.put("axisBorderShow", false).put("axisCenteredZero", false);
    node.putObject("scaleDistribution").put("type", "linear");
    hideFrom(node);
  }

  /** Grafana takes a number of milliseconds, or whether gaps are bridged at all. */
  private static void gaps(ObjectNode node, Gaps gaps) {
    switch (gaps) {
      case DAILY -> node.put("spanNulls", CONNECTED.toMillis());
      case SHOWN -> node.put("spanNulls", false);
    }
  }

  private static void hideFrom(ObjectNode node) {
    node.putObject("hideFrom").put("legend", false).put("tooltip", false).put("viz", false);
  }
}
