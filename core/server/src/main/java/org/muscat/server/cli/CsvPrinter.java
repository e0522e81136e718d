package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.muscat.server.archive.ScoreCsv;
import org.muscat.server.index.Assessment;

/** Writes a row of CSV for each score. */
final class CsvPrinter implements ScorePrinter {

  private final PrintWriter out;
  private final ScoreCsv csv;

  CsvPrinter(PrintWriter out) {
    this.out = out;
    this.csv = new ScoreCsv(out);
  }

  @Override
  public void print(List<Assessment> assessments) {
    assessments.forEach(csv::write);
    out.flush();
  }
}
