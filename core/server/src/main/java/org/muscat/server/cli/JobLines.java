package org.muscat.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what the API tells of jobs for people. */
final class JobLines {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JobLines() {}

  static JsonNode read(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what answers is no Muscat of this version: " + e, e);
    }
  }

  /** What a problem says, if it is one. */
  static Optional<String> detail(String body) {
    try {
      return Optional.ofNullable(MAPPER.readTree(body).get("detail")).map(JsonNode::asText);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static String text(JsonNode node) {
    return node.isNull() ? "-" : node.asText();
  }

  /** How the oldest run fares that has not ended. */
  static String now(JsonNode open) {
    if (open.isEmpty()) {
      return "-";
    }
    JsonNode run = open.get(0);
    String state = run.get("state").asText();
    long total = run.get("total").asLong();
    if (total == 0) {
      return state;
    }
    String far = state + " " + 100 * run.get("done").asLong() / total + " %";
    return run.get("endsAt").isNull() ? far : far + " until " + run.get("endsAt").asText();
  }

  /** In columns, the last as wide as it is. */
  static void print(List<List<String>> rows, PrintWriter out) {
    int columns = rows.get(0).size();
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int column = i;
      widths.add(rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths.get(i) - cell.length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
