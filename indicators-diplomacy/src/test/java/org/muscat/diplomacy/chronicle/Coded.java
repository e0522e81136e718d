package org.muscat.diplomacy.chronicle;

import java.util.ArrayList;
import java.util.List;
import org.muscat.testkit.History;

/** Text of a chronicle file, for the tests. */
final class Coded {

  private final List<String> events = new ArrayList<>();
  private final String from;
  private final String through;

  private Coded(String from, String through) {
    this.from = from;
    this.through = through;
  }

  static Coded days(String from, String through) {
    return new Coded(from, through);
  }

  /** Adds an event by its date and type, with more lines such as {@code level: 1}. */
  Coded event(String date, String type, String... more) {
    return named(date + "-" + type + "-" + (events.size() + 1), date, type, more);
  }

  Coded named(String id, String date, String type, String... more) {
    List<String> lines = new ArrayList<>(List.of("id: " + id, "date: " + date, "type: " + type));
    lines.addAll(List.of("summary: Something happened.", "area: gulf", "confidence: A"));
    lines.addAll(List.of("verified: true", "coder: tester", "coded: 2026-01-01"));
    lines.add(
        "sources: [{title: A page, publisher: A paper, opened: true},"
            + " {title: Another, publisher: B paper, opened: true}]");
    lines.add("actors: [USA, IRN]");
    for (String line : more) {
      String key = line.substring(0, line.indexOf(':') + 1);
      lines.removeIf(given -> given.startsWith(key));
      lines.add(line);
    }
    events.add("  - " + String.join("\n    ", lines) + "\n");
    return this;
  }

  /** A kinetic event whose attribution is claimed. */
  Coded strike(String date, String type, String level, String... more) {
    List<String> lines = new ArrayList<>(List.of("level: " + level, "attribution: claimed"));
    lines.addAll(List.of(more));
    return event(date, type, lines.toArray(String[]::new));
  }

  String text() {
    return "theatre: gulf\ncodedFrom: "
        + from
        + "\ncodedThrough: "
        + through
        + (events.isEmpty() ? "\nevents: []\n" : "\nevents:\n" + String.join("", events));
  }

  /** What the feed makes of the file. */
  History history() {
    return new History().add(ChronicleObservations.of("gulf", List.of(file())));
  }

  CodedFile file() {
    CodedFile file = ChronicleParser.parse("x.yaml", text()).file();
    if (file == null) {
      throw new AssertionError(ChronicleParser.parse("x.yaml", text()).rejections());
    }
    return file;
  }
}
