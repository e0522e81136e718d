package org.muscat.bench.theses;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.muscat.bench.theses.Labels.Label;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Installation;
import org.muscat.server.runtime.Session;

/**
 * Prints the tables of docs/theses.md from a replay of the recorded history: the index as of 00:00
 * UTC of each day, with what was known then. Nothing is tuned here.
 */
public final class ThesisTables {

  static final LocalDate FIRST = LocalDate.of(2018, 5, 2);
  static final LocalDate LAST = LocalDate.of(2025, 7, 1);

  private ThesisTables() {}

  /**
   * Prints.
   *
   * @param arguments muscat.yaml, the data folder, the file of labels, the file of coded months,
   *     the theatre
   */
  public static void main(String[] arguments) throws IOException {
    List<Label> labels = Labels.read(Path.of(arguments[2]));
    try (Session session =
        Session.open(
            Path.of(arguments[0]),
            Installation.running().plugins(),
            Path.of(arguments[1]),
            "muscat.db")) {
      Theatre theatre =
          session
              .theatres()
              .find(arguments[4])
              .orElseThrow(
                  () -> new IllegalArgumentException("there is no theatre '" + arguments[4] + "'"));
      List<Day> days = replay(session, theatre);
      head("The eve of 2025-06-13");
      EveTable.print(days, LocalDate.of(2025, 6, 5), LocalDate.of(2025, 7, 1));
      head("What the events did");
      new MarketTable(session, Chronicle.of(session, "gulf", start(LAST))).print();
      head("What the axes did");
      new AxesTable(days, Chronicle.of(session, "gulf", start(LAST))).print();
      head("Agreement");
      RegimeAgreement.print(days, Path.of(arguments[3]));
      head("Labelled events");
      LabelTable.print(days, labels);
      head("Regime timeline");
      RegimeTimeline.print(days, labels);
    }
  }

  private static List<Day> replay(Session session, Theatre theatre) {
    List<Day> days = new ArrayList<>();
    session
        .injector()
        .getInstance(Assessor.class)
        .replay(
            theatre,
            start(FIRST),
            start(LAST),
            2,
            point -> days.add(new Day(point.assessment().theatreState())));
    return days;
  }

  private static void head(String title) {
    System.out.printf("%n## %s%n%n", title);
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
