package org.muscat.server.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.ExplanationDocument;
import org.muscat.server.document.ExplanationDocument.CauseDocument;
import org.muscat.server.document.ExplanationDocument.EndDocument;
import org.muscat.server.document.ExplanationDocument.PartDocument;

/** Writes what moved an index for a terminal. */
final class ExplanationTable {

  private static final int WIDTH = 100;
  private static final String ROW = "%-11s %-12s %-28s %+9.3f";

  private final StringBuilder text = new StringBuilder();

  private ExplanationTable() {}

  static String of(ExplanationDocument move) {
    ExplanationTable table = new ExplanationTable();
    table.line(
        "%s (%s), model %s version %d%s",
        move.theatre().title(),
        move.theatre().id(),
        move.model().id(),
        move.model().version(),
        move.demo() ? ", DEMO" : "");
    table.line("Stability %s", table.end(move.from()));
    table.line("       to %s", table.end(move.to()));
    table.line("   change %+.3f", move.change());
    table.line("");
    table.paragraph(move.text());
    table.line("");
    table.line("%-11s %-12s %-28s %9s", "cause", "pillar", "indicator", "points");
    for (PartDocument part : move.parts()) {
      table.line(ROW, part.cause(), or(part.pillar()), or(part.indicator()), part.change());
    }
    table.line("");
    for (CauseDocument cause : move.causes()) {
      table.line(ROW, cause.cause(), "all", "", cause.change());
    }
    table.line(ROW, "sum", "", "", move.sum());
    table.line("The parts differ from the change by %.1e.", Math.abs(move.sum() - move.change()));
    return table.text.toString();
  }

  /** Broken between words, so that a terminal shows it whole. */
  private void paragraph(String words) {
    int width = 0;
    for (String word : words.split(" ")) {
      if (width > 0 && width + 1 + word.length() > WIDTH) {
        text.append('\n');
        width = 0;
      }
      text.append(width == 0 ? "" : " ").append(word);
      width += (width == 0 ? 0 : 1) + word.length();
    }
    text.append('\n');
  }

  private String end(EndDocument end) {
    return String.format(
        Locale.ROOT, "%.1f as of %s (%s)", end.stability(), end.asOf(), end.status());
  }

  private static String or(String name) {
    return name.isEmpty() ? "-" : name;
  }

  private void line(String format, @Nullable Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments).stripTrailing()).append('\n');
  }
}
