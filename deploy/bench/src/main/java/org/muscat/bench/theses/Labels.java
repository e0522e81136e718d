package org.muscat.bench.theses;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The dated events that the developers keep beside the tree. */
final class Labels {

  /**
   * One of them.
   *
   * @param kind {@code escalation} or {@code deescalation}
   * @param severity 1 to 5
   */
  record Label(LocalDate date, String event, String kind, int severity) {

    boolean isSetback() {
      return kind.equals("escalation");
    }
  }

  private Labels() {}

  static List<CSVRecord> rows(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser rows = format.parse(reader)) {
      return rows.getRecords();
    }
  }

  static List<Label> read(Path file) throws IOException {
    List<Label> labels = new ArrayList<>();
    for (CSVRecord row : rows(file)) {
      labels.add(
          new Label(
              LocalDate.parse(row.get("date")),
              row.get("event"),
              row.get("kind"),
              Integer.parseInt(row.get("severity"))));
    }
    return List.copyOf(labels);
  }
}
