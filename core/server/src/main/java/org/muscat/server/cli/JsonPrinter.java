package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.index.Assessment;

/** Writes an array of the documents that the API serves. */
final class JsonPrinter implements ScorePrinter {

  private final PrintWriter out;
  private final Documents documents;
  private String before = "[";

  JsonPrinter(PrintWriter out, Documents documents) {
    this.out = out;
    this.documents = documents;
  }

  @Override
  public void print(List<Assessment> assessments) {
    for (Assessment assessment : assessments) {
      out.print(before + Json.compact(documents.index(assessment)));
      before = ",";
    }
  }

  @Override
  public void finish() {
    out.print("]\n");
    out.flush();
  }
}
