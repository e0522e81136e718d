package org.muscat.dashboards.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes how the answers of several targets become one table. */
final class TableJson {

  private static final String ONLY_VALUE = "Value";

  private TableJson() {}

  /** Joins what has the same labels, then orders and names the columns. */
  static ArrayNode transformations(Kind.Table table, List<Target> targets) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    node.addObject().put("id", "merge").putObject("options");
    ObjectNode options = node.addObject().put("id", "organize").putObject("options");
    ObjectNode left = options.putObject("excludeByName");
    left.put("Time", true);
    hidden(table, targets).forEach(name -> left.put(name, true));
    ObjectNode order = options.putObject("indexByName");
    ObjectNode names = options.putObject("renameByName");
    for (Column column : table.columns()) {
      String field = field(column, targets);
      order.put(field, order.size());
      names.put(field, column.title());
      // Grafana leaves the letter out as well when no other target answers.
      if (column.target() == 0 && targets.size() > 1) {
        order.put(ONLY_VALUE, order.size());
        names.put(ONLY_VALUE, column.title());
      }
    }
    options.putObject("includeByName");
    return node;
  }

  /** The labels and values that no column shows. */
  private static Set<String> hidden(Kind.Table table, List<Target> targets) {
    Set<String> hidden = new TreeSet<>();
    for (Target target : targets) {
      hidden.addAll(target.expression().labels());
    }
    for (int i = 0; i < targets.size(); i++) {
      hidden.add(value(i, targets));
    }
    Set<String> shown =
        table.columns().stream().map(column -> field(column, targets)).collect(Collectors.toSet());
    hidden.removeAll(shown);
    return hidden;
  }

  private static String field(Column column, List<Target> targets) {
    boolean known =
        column.isLabel()
            ? targets.stream().anyMatch(target -> target.expression().has(column.label()))
            : column.target() < targets.size();
    if (!known) {
      throw new IllegalArgumentException(
          "no target answers the column " + column.title() + " of a table");
    }
    return column.isLabel() ? column.label() : value(column.target(), targets);
  }

  /** Grafana names the value of the only target without its letter. */
  private static String value(int target, List<Target> targets) {
    return targets.size() == 1 ? ONLY_VALUE : ONLY_VALUE + " #" + PanelJson.refId(target);
  }
}
