package org.muscat.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;

/**
 * The ASEM example (51 units, 49 indicators, 11 aggregates), read from {@code golden/00_inputs} of
 * the recorded data when a benchmark starts. The system property {@code muscat.shared} says where
 * these lie.
 *
 * @param panel the raw indicators
 * @param denominators the sizes of the units
 * @param groups the group of each unit
 */
record Asem(Panel panel, Panel denominators, Map<String, String> groups, Hierarchy hierarchy) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * Reads the example.
   *
   * @throws IllegalStateException if it is absent
   */
  static Asem read() {
    Path inputs = Path.of(System.getProperty("muscat.shared", "../shared"), "golden", "00_inputs");
    Hierarchy hierarchy =
        Hierarchy.of(
            rows(inputs.resolve("asem_iMeta.csv")).stream()
                .filter(row -> !row.get("Level").equals("NA"))
                .map(Asem::node)
                .toList());
    List<CSVRecord> data = rows(inputs.resolve("asem_iData.csv"));
    Map<String, String> groups = new HashMap<>();
    data.forEach(row -> groups.put(row.get("uCode"), row.get("EurAsia_group")));
    return new Asem(
        panel(data, hierarchy.indicators().stream().map(PanelNode::id).toList()),
        panel(data, List.of("Area", "Energy", "GDP", "Population")),
        groups,
        hierarchy);
  }

  private static List<CSVRecord> rows(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          "this benchmark needs the recorded example '"
              + file.toAbsolutePath().normalize()
              + "', which is not there: set MUSCAT_SHARED to the folder that holds 'golden'");
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Panel panel(List<CSVRecord> rows, List<String> columns) {
    double[][] values = new double[columns.size()][rows.size()];
    for (int c = 0; c < columns.size(); c++) {
      for (int u = 0; u < rows.size(); u++) {
        String cell = rows.get(u).get(columns.get(c));
        values[c][u] = cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
      }
    }
    return Panel.of(rows.stream().map(row -> row.get("uCode")).toList(), columns, values);
  }

  private static PanelNode node(CSVRecord row) {
    return new PanelNode(
        row.get("iCode"),
        Integer.parseInt(row.get("Level")),
        row.get("Direction").equals("-1") ? Direction.DOWN : Direction.UP,
        Double.parseDouble(row.get("Weight")),
        orNull(row.get("Parent")),
        OptionalDouble.empty(),
        orNull(row.get("Denominator")));
  }

  private static @Nullable String orNull(String cell) {
    return cell.equals("NA") ? null : cell;
  }
}
