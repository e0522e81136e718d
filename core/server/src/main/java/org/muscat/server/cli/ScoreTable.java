package org.muscat.server.cli;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.IndexDocument.MoveDocument;
import org.muscat.server.document.IndexDocument.PartDocument;
import org.muscat.server.document.PillarDocument;
import org.muscat.server.document.PillarDocument.IndicatorDocument;
import org.muscat.server.document.StatusDocument;

/** Writes a score for a terminal. */
final class ScoreTable {

  private static final double SMALLEST_PART = 0.05;

  private final StringBuilder text = new StringBuilder();

  private ScoreTable() {}

  static String of(IndexDocument index) {
    ScoreTable table = new ScoreTable();
    table.head(index);
    index.pillars().forEach(table::pillar);
    table.besidePillars(index.stability());
    index.statusWords().forEach(table::statusWord);
    index.moved().forEach(table::move);
    return table.text.append('\n').toString();
  }

  private void head(IndexDocument index) {
    line(
        "%s (%s), model %s version %d, as of %s%s",
        index.theatre().title(),
        index.theatre().id(),
        index.model().id(),
        index.model().version(),
        index.asOf(),
        index.demo() ? ", DEMO" : "");
    IndexDocument.Stability stability = index.stability();
    if (stability == null) {
      line("No score: %s", index.reason());
    } else {
      line(
          "Stability %.1f of 100, 90 %% interval %.1f to %.1f, coverage %.2f, %s",
          stability.value(),
          stability.lower(),
          stability.upper(),
          index.coverage(),
          index.status());
      if (!index.reason().isEmpty()) {
        line("  %s", index.reason());
      }
    }
    TheatreLines.of(index).forEach(said -> line("%s", said));
    line("");
    line("%-36s %9s %6s %6s  %-8s %s", "", "reading", "risk", "takes", "quality", "data of");
  }

  private void pillar(PillarDocument pillar) {
    line(
        "%-36s %9s %6s %6s  coverage %.2f %s",
        pillar.id() + (pillar.stability() == null ? ": missing" : ": stability"),
        number(pillar.stability()),
        "",
        number(pillar.contribution()),
        pillar.coverage(),
        pillar.reason());
    for (IndicatorDocument indicator : pillar.indicators()) {
      String observedAt = indicator.observedAt();
      line(
          "  %-34s %9s %6s %6s  %-8s %s %s",
          indicator.id(),
          reading(indicator.value()),
          number(indicator.risk()),
          number(indicator.contribution()),
          isJustHeld(indicator) ? "held" : indicator.quality(),
          observedAt == null ? "-" : observedAt.substring(0, 10),
          indicator.reason());
    }
  }

  private static boolean isJustHeld(IndicatorDocument indicator) {
    return indicator.held() && !indicator.quality().equals("suspect");
  }

  /** What else takes points, so that the column sums to what the index lacks. */
  private void besidePillars(IndexDocument.@Nullable Stability stability) {
    if (stability == null) {
      return;
    }
    if (stability.structureContribution() != null) {
      row("structure", stability.structureContribution(), "no framework, or a weak one");
    }
    Double response = stability.responseContribution();
    if (response != null && Math.abs(response) >= SMALLEST_PART) {
      row("response", response, "follows its target of " + number(stability.target()));
    }
  }

  private void row(String name, @Nullable Double takes, String reason) {
    line("%-36s %9s %6s %6s  %s", name, "", "", number(takes), reason);
  }

  private void statusWord(StatusDocument word) {
    line("");
    String since = word.since();
    if (word.status() == null || since == null) {
      line("%s: unknown, %s", word.title(), word.reason());
    } else {
      line(
          "%s: %s since %s (%s of baseline)%s",
          word.title(), word.status(), since, reading(word.value()), age(word));
    }
  }

  /** A strait may have closed since: publishers of transits are days behind. */
  private static String age(StatusDocument word) {
    String observedAt = word.observedAt();
    Long seconds = word.ageSeconds();
    if (observedAt == null || seconds == null) {
      return "";
    }
    long days = Duration.ofSeconds(seconds).toDays();
    return ", as of %s, %d %s old"
        .formatted(observedAt.substring(0, 10), days, days == 1 ? "day" : "days");
  }

  private void move(MoveDocument move) {
    line("");
    line("Moved %+.1f since %s", move.change(), move.from());
    for (PartDocument part : move.parts()) {
      if (Math.abs(part.change()) >= SMALLEST_PART) {
        String name = part.indicator().isEmpty() ? "(" + part.cause() + ")" : part.indicator();
        line("  %-34s %+9.1f", name, part.change());
      }
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String reading(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }
}
