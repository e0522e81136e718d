package org.muscat.server.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.margin.StabilityBand;
import org.muscat.server.document.FlagDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.StatusDocument;
import org.muscat.server.document.Words;

/**
 * What was said otherwise than on the day before. Immutable.
 *
 * @param at the first day of which it was said
 * @param what changed, such as {@code FLAG BRINK}
 * @param from what was said before
 * @param to what was said then
 * @param why as it was said then; empty if nothing was
 */
record Change(String at, String what, String from, String to, String why) {

  private static final String BAND = "Band";

  /** From the calmest to the worst. */
  private static final List<String> BANDS =
      Arrays.stream(StabilityBand.values()).map(StabilityBand::name).toList();

  private record Said(String word, String why) {}

  /** Changes of the regime, oldest first. */
  static List<Change> ofRegime(List<IndexDocument> days) {
    return between(
        days,
        day ->
            Map.of("Regime", new Said(Numbers.word(day.regime().regime()), day.regime().reason())));
  }

  /** Changes of the band that the pillars together are in, oldest first. */
  static List<Change> ofBand(List<IndexDocument> days) {
    return between(days, day -> Map.of(BAND, band(day)));
  }

  /** Whether a band gave way to a worse one. */
  boolean isForTheWorse() {
    return BANDS.contains(from) && BANDS.indexOf(to) > BANDS.indexOf(from);
  }

  /** Changes of the status, of bands, of the margin, of flags and of words, oldest first. */
  static List<Change> ofAlarms(List<IndexDocument> days) {
    return between(days, Change::alarms);
  }

  private static Map<String, Said> alarms(IndexDocument day) {
    Map<String, Said> said = new LinkedHashMap<>();
    said.put("Status", new Said(Numbers.word(day.status()), day.reason()));
    said.put(BAND, band(day));
    said.put("Margin for error", new Said(Numbers.word(day.margin().word()), margin(day)));
    for (FlagDocument flag : day.flags()) {
      said.put(
          "Flag " + Numbers.word(flag.flag()),
          new Said(Numbers.word(flag.verdict()), flag.reason()));
    }
    for (StatusDocument word : day.statusWords()) {
      said.put("Word of " + word.id(), new Said(Numbers.word(word.status()), reason(word)));
    }
    return said;
  }

  /** No value is told here, so that it is nothing to be told of that one is withheld. */
  static String reason(StatusDocument word) {
    return word.reason().endsWith(Words.WITHHELD) ? "" : word.reason();
  }

  private static Said band(IndexDocument day) {
    return new Said(Numbers.word(day.margin().band()), threshold(day));
  }

  private static String threshold(IndexDocument day) {
    IndexDocument.Stability score = day.stability();
    return score == null
        ? "there is no score"
        : "the pillars together were at " + Numbers.one(score.dynamic());
  }

  private static String margin(IndexDocument day) {
    Double sigmas = day.margin().sigmas();
    return sigmas == null
        ? day.margin().reason()
        : Numbers.one(sigmas) + " sigma from the next-worse band";
  }

  private static List<Change> between(
      List<IndexDocument> days, Function<IndexDocument, Map<String, Said>> saying) {
    List<Change> changes = new ArrayList<>();
    @Nullable Map<String, Said> before = null;
    for (IndexDocument day : days) {
      Map<String, Said> now = saying.apply(day);
      if (before != null) {
        add(changes, day.asOf(), before, now);
      }
      before = now;
    }
    return changes;
  }

  private static void add(
      List<Change> changes, String at, Map<String, Said> before, Map<String, Said> now) {
    now.forEach(
        (what, said) -> {
          Said old = before.get(what);
          String from = old == null ? Numbers.word(null) : old.word();
          if (!Objects.equals(from, said.word())) {
            changes.add(new Change(at, what, from, said.word(), said.why()));
          }
        });
  }

  /** The changes as rows of a table. */
  static Table table(String caption, List<Change> changes) {
    Table table = new Table(caption).texts("As of", "What", "From", "To", "Why");
    for (Change change : changes) {
      table.row(
          Table.moment(change.at()),
          Table.cell(change.what()),
          Table.cell(change.from()),
          Table.cell(change.to()),
          Table.cell(change.why()));
    }
    return table;
  }
}
