package org.muscat.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muscat.server.archive.MetricHistory;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Restricted;

/** Writes the metrics of many moments as OpenMetrics with timestamps. */
final class HistoryPrinter implements ScorePrinter {

  private final PrintWriter out;
  private final Restricted withheld;
  private final Path folder;
  private final Path file;
  private final MetricHistory history;

  HistoryPrinter(PrintWriter out, Restricted withheld) {
    this.out = out;
    this.withheld = withheld;
    try {
      this.folder = Files.createTempDirectory("muscat-score");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
    this.file = folder.resolve("history.om");
    this.history = new MetricHistory(file);
  }

  @Override
  public void print(List<Assessment> assessments) {
    history.add(assessments.get(0).state().asOf(), OpenMetricsText.of(assessments, withheld));
  }

  @Override
  public void finish() {
    history.finish();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      reader.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    out.flush();
  }

  @Override
  public void close() {
    history.close();
    try {
      Files.deleteIfExists(file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
