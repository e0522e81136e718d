package org.muscat.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.muscat.testkit.Recorded;

/**
 * Reads the golden outputs; a test that needs them is skipped when they are absent. This is the one
 * door to them in this module: it remembers what was read, and {@link GoldenWalkTest} fails when
 * there is a file that no test has asked for.
 */
public final class Golden {

  public static final double TOLERANCE = 1e-12;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final Set<String> READ = new TreeSet<>();

  private Golden() {}

  /** The files read since they were last forgotten. */
  static Set<String> read() {
    return Set.copyOf(READ);
  }

  static void forget() {
    READ.clear();
  }

  public static List<CSVRecord> rows(String file) {
    READ.add(file);
    try (Reader reader = Files.newBufferedReader(Recorded.golden(file), StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file whose first column names the unit and whose other columns are numbers. */
  public static Panel panel(String file) {
    return panel(rows(file), List.of());
  }

  /** Just these columns of a file; all but the first when none is named. */
  public static Panel panel(List<CSVRecord> rows, List<String> only) {
    List<String> header = rows.get(0).getParser().getHeaderNames();
    List<String> columns = only.isEmpty() ? header.subList(1, header.size()) : only;
    List<String> units = rows.stream().map(row -> row.get("uCode")).toList();
    double[][] values = new double[columns.size()][rows.size()];
    for (int c = 0; c < columns.size(); c++) {
      for (int u = 0; u < rows.size(); u++) {
        values[c][u] = number(rows.get(u).get(columns.get(c)));
      }
    }
    return Panel.of(units, columns, values);
  }

  /** The example's hierarchy. */
  public static Hierarchy hierarchy() {
    return Hierarchy.of(
        rows("00_inputs/asem_iMeta.csv").stream()
            .filter(row -> !row.get("Level").equals("NA"))
            .map(Golden::node)
            .toList());
  }

  /** Weights of a file of the weights. */
  public static Map<String, Double> weights(String file, String column) {
    Map<String, Double> weights = new HashMap<>();
    rows(file).forEach(row -> weights.put(row.get("iCode"), number(row.get(column))));
    return weights;
  }

  /** NA and NaN are NaN, Inf is infinite. */
  public static double number(String cell) {
    return switch (cell) {
      case "NA", "NaN" -> Double.NaN;
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(cell);
    };
  }

  /** Fails unless all columns of the expected panel are there with its values. */
  public static void assertSame(Panel actual, Panel expected) {
    for (String column : expected.columns()) {
      for (String unit : expected.units()) {
        assertClose(unit + " " + column, actual.value(unit, column), expected.value(unit, column));
      }
    }
  }

  /** Equal within the tolerance of closed forms, relative; missing only where missing. */
  public static void assertClose(String what, double actual, double expected) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) {
      assertThat(Double.valueOf(actual)).as(what).isEqualTo(Double.valueOf(expected));
    } else {
      assertThat(Math.abs(actual - expected))
          .as("%s: %s against %s", what, actual, expected)
          .isLessThanOrEqualTo(TOLERANCE * Math.max(Math.abs(expected), 1e-3));
    }
  }

  private static PanelNode node(CSVRecord row) {
    String target = row.get("Target");
    return new PanelNode(
        row.get("iCode"),
        Integer.parseInt(row.get("Level")),
        row.get("Direction").equals("-1") ? Direction.DOWN : Direction.UP,
        Double.parseDouble(row.get("Weight")),
        orNull(row.get("Parent")),
        target.equals("NA")
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(target)),
        orNull(row.get("Denominator")));
  }

  private static String orNull(String cell) {
    return cell.equals("NA") ? null : cell;
  }
}
