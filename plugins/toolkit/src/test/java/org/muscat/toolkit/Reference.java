package org.muscat.toolkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Inputs and outputs of the scripts in deploy/reference. */
record Reference(List<String> header, List<List<String>> rows) {

  static Reference of(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + file), file)) {
      List<List<String>> lines =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> List.of(line.split(",", -1)))
              .toList();
      return new Reference(lines.get(0), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double[] column(String name) {
    int index = header.indexOf(name);
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(index))).toArray();
  }

  double[][] columns(String... names) {
    double[][] columns = new double[names.length][];
    for (int i = 0; i < names.length; i++) {
      columns[i] = column(names[i]);
    }
    return columns;
  }

  /** The value of a table of names and values. */
  double value(String name) {
    return rows.stream()
        .filter(row -> row.get(0).equals(name))
        .mapToDouble(row -> Double.parseDouble(row.get(1)))
        .findFirst()
        .orElseThrow();
  }
}
