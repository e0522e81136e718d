package org.muscat.server.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.PanelNode;

/**
 * What the columns of a panel are, from a file with the columns Level, iCode, Direction, Weight,
 * Parent and Type and, where wanted, Target, Denominator and parameters of normalisers.
 */
final class Meta {

  private static final List<String> REQUIRED =
      List.of("Level", "iCode", "Direction", "Weight", "Parent", "Type");

  private final Hierarchy hierarchy;
  private final List<String> groups;
  private final List<String> denominators;
  private final Map<String, Table.Row> rows;
  private final Table table;

  private Meta(Table table, Hierarchy hierarchy, Map<String, Table.Row> rows) {
    this.table = table;
    this.hierarchy = hierarchy;
    this.rows = rows;
    this.groups = ofType(table, "Group");
    this.denominators = ofType(table, "Denominator");
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if a cell is bad or the hierarchy is none
   */
  static Meta read(Path file) {
    Table table = Table.read(file, REQUIRED);
    List<PanelNode> nodes = new ArrayList<>();
    Map<String, Table.Row> rows = new HashMap<>();
    for (Table.Row row : table.rows()) {
      rows.put(row.required("iCode"), row);
      switch (row.text("Type")) {
        case "Indicator", "Aggregate" -> add(row, nodes);
        case "Group", "Denominator", "Other" -> {}
        default -> row.bad("Type", "is none of Indicator, Aggregate, Group, Denominator and Other");
      }
    }
    table.throwIfBad();
    try {
      return new Meta(table, Hierarchy.of(nodes), rows);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** The columns that put units into groups. */
  List<String> groups() {
    return groups;
  }

  /** The columns that indicators are divided by. */
  List<String> denominators() {
    return denominators;
  }

  List<String> indicators() {
    return hierarchy.indicators().stream().map(PanelNode::id).toList();
  }

  /**
   * A parameter of an indicator.
   *
   * @throws IllegalArgumentException if its cell is no number
   */
  double number(PanelNode indicator, String column) {
    table.requireColumns(List.of(column));
    OptionalDouble number = row(indicator).number(column);
    table.throwIfBad();
    return number.orElseThrow(
        () ->
            new IllegalArgumentException(
                "the indicator '" + indicator.id() + "' has no " + column));
  }

  private Table.Row row(PanelNode indicator) {
    Table.Row row = rows.get(indicator.id());
    if (row == null) {
      throw new IllegalArgumentException("there is no indicator '" + indicator.id() + "'");
    }
    return row;
  }

  private static void add(Table.Row row, List<PanelNode> nodes) {
    double level = row.number("Level").orElse(0);
    boolean indicator = row.text("Type").equals("Indicator");
    if (level != Math.rint(level) || (indicator ? level != 1 : level < 2)) {
      row.bad("Level", "must be 1 for an indicator and a whole number from 2 on for an aggregate");
      return;
    }
    double weight = row.number("Weight").orElse(-1);
    if (weight < 0) {
      row.bad("Weight", "must be a number from 0 on");
      return;
    }
    nodes.add(
        new PanelNode(
            row.required("iCode"),
            (int) level,
            direction(row),
            weight,
            orNull(row.text("Parent")),
            row.number("Target"),
            orNull(row.text("Denominator"))));
  }

  private static Direction direction(Table.Row row) {
    double sign = row.number("Direction").orElse(0);
    if (Math.abs(sign) != 1) {
      row.bad("Direction", "must be 1 or -1");
    }
    return sign < 0 ? Direction.DOWN : Direction.UP;
  }

  private static List<String> ofType(Table table, String type) {
    return table.rows().stream()
        .filter(row -> row.text("Type").equals(type))
        .map(row -> row.text("iCode"))
        .toList();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
