package org.muscat.bench.validation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;

/**
 * What each indicator of a pillar said before, on and after the dates of labelled events, with what
 * was known then. "Before" is as of 00:00 UTC of the day, "on" of the next day, "after" of five
 * days after that.
 */
public final class LabelTable {

  private static final List<Integer> DAYS = List.of(0, 1, 6);
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

  private record Label(LocalDate day, String event, int severity) {}

  private LabelTable() {}

  /**
   * Prints a table in Markdown for each label.
   *
   * @param arguments muscat.yaml, the data folder, the file of labels, a theatre with all
   *     indicators, the theatre whose pillar is told, the pillar, which is the domain of the labels
   *     too
   */
  public static void main(String[] arguments) throws IOException {
    List<Label> labels = labels(Path.of(arguments[2]), arguments[5]);
    try (Session session = Replays.open(Path.of(arguments[0]), Path.of(arguments[1]))) {
      Assessor assessor = session.injector().getInstance(Assessor.class);
      Theatre all = Replays.theatre(session, arguments[3]);
      Theatre own = Replays.theatre(session, arguments[4]);
      for (Label label : labels) {
        print(
            label,
            pillars(assessor, all, label.day(), arguments[5]),
            pillars(assessor, own, label.day(), arguments[5]));
      }
    }
  }

  private static List<PillarState> pillars(
      Assessor assessor, Theatre theatre, LocalDate day, String pillar) {
    return DAYS.stream()
        .map(days -> assessor.assess(theatre, start(day.plusDays(days))).state())
        .map(state -> pillar(state, pillar))
        .toList();
  }

  private static List<Label> labels(Path file, String domain) throws IOException {
    List<Label> labels = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser rows = format.parse(reader)) {
      for (CSVRecord row : rows) {
        LocalDate day = LocalDate.parse(row.get("date"));
        if (row.get("domain").equals(domain) && !day.isBefore(FIRST) && !day.isAfter(LAST)) {
          labels.add(new Label(day, row.get("event"), Integer.parseInt(row.get("severity"))));
        }
      }
    }
    return labels;
  }

  private static void print(Label label, List<PillarState> pillars, List<PillarState> own) {
    System.out.printf(
        "%n**%s, %s** (severity %d)%n%n", label.day(), label.event(), label.severity());
    System.out.println("| | day before | on the day | five days after |");
    System.out.println("|---|---|---|---|");
    for (int m = 0; m < pillars.get(0).members().size(); m++) {
      StringBuilder row = new StringBuilder("| `" + pillars.get(0).members().get(m).id() + "` |");
      for (PillarState state : pillars) {
        row.append(' ').append(words(state.members().get(m))).append(" |");
      }
      System.out.println(row);
    }
    StringBuilder last = new StringBuilder("| stability of the pillar |");
    for (PillarState state : own) {
      last.append(
          state.stability() == null
              ? " none |"
              : String.format(Locale.ROOT, " %.1f |", state.stability()));
    }
    System.out.println(last);
  }

  private static PillarState pillar(IndexState state, String id) {
    return state.pillars().stream()
        .filter(pillar -> pillar.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no pillar '" + id + "'"));
  }

  /** Reading and risk, such as {@code 31.42 (risk 54)}. */
  private static String words(MemberState member) {
    if (member.value() == null || member.risk() == null) {
      return "-";
    }
    String held = member.held() ? ", held" : "";
    return String.format(Locale.ROOT, "%.4g (risk %.0f%s)", member.value(), member.risk(), held);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
