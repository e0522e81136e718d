package org.muscat.bench.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;

/** Every change of the word of {@code chokepoint-status} at a strait, as it was read day by day. */
final class StatusTable {

  /**
   * A new word.
   *
   * @param day the newest day that was known when it was first said
   * @param since from when on, as the word itself says
   * @param ratio transit ratio of the day
   */
  record Change(LocalDate day, String word, LocalDate since, double ratio) {}

  private final Strait strait;
  private final List<Change> changes;

  StatusTable(Strait strait, Series record) {
    this.strait = strait;
    this.changes = changes(TransitIndicator.of("chokepoint-status", strait), record);
  }

  /** The first word and each that differs from the one before. */
  static List<Change> changes(TransitIndicator status, Series record) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < record.size(); i++) {
      Optional<Measured> said = status.read(record.first(i + 1));
      if (said.isPresent()) {
        Change now = change(LocalDate.ofEpochDay(record.epochDay(i)), said.get());
        if (changes.isEmpty() || !changes.get(changes.size() - 1).word().equals(now.word())) {
          changes.add(now);
        }
      }
    }
    return List.copyOf(changes);
  }

  private static Change change(LocalDate day, Measured said) {
    return new Change(
        day,
        Objects.requireNonNull(said.facts().get("status")),
        LocalDate.parse(Objects.requireNonNull(said.facts().get("since"))),
        said.value());
  }

  static void printHead() {
    System.out.println(
        "| strait | word | since | day of the word | as published | ratio that day |");
    System.out.println("|---|---|---|---|---|---|");
  }

  void print() {
    for (Change change : changes) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %s | %s | %.2f |%n",
          strait.title(),
          change.word(),
          change.since(),
          change.day(),
          change.day().plusDays(TransitIndicator.LAG.toDays()),
          change.ratio());
    }
  }
}
