package org.muscat.server.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.MoveFacts.End;

/** What moved an index, as one paragraph in plain words. It is built from the numbers alone. */
final class MoveInWords {

  /** What rounds to no tenth of a point is not told. */
  static final double LEAST_POINTS = 0.05;

  private static final int NAMED = 4;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final MoveFacts facts;
  private final double change;

  private MoveInWords(MoveFacts facts) {
    this.facts = facts;
    this.change = facts.movement().change();
  }

  /** The paragraph, without a line break. */
  static String of(MoveFacts facts) {
    MoveInWords words = new MoveInWords(facts);
    List<String> sentences = new ArrayList<>();
    sentences.add(words.opening());
    sentences.add(words.interval());
    sentences.addAll(PullInWords.of(facts));
    sentences.add(words.coverage());
    sentences.addAll(words.missing());
    sentences.add(words.regime());
    sentences.add(words.model());
    return sentences.stream()
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private boolean stands() {
    return Math.abs(change) < LEAST_POINTS;
  }

  private String opening() {
    String from = one(facts.from().stability()) + " as of " + moment(facts.from().asOf());
    String to = one(facts.to().stability()) + " as of " + moment(facts.to().asOf());
    if (stands()) {
      return "The index of " + facts.title() + " did not move: " + from + ", " + to + ".";
    }
    return String.format(
        "The index of %s %s by %s points, from %s to %s.",
        facts.title(), change < 0 ? "fell" : "rose", one(Math.abs(change)), from, to);
  }

  /** How the change compares with what was not known at its beginning. */
  private String interval() {
    End from = facts.from();
    String now =
        String.format("now it is %s to %s.", one(facts.to().lower()), one(facts.to().upper()));
    String had = "the 90 % interval that it had, " + one(from.lower()) + " to " + one(from.upper());
    if (stands()) {
      return "Its 90 % interval was " + one(from.lower()) + " to " + one(from.upper()) + "; " + now;
    }
    double room = Math.abs((change < 0 ? from.lower() : from.upper()) - from.stability());
    return "That is " + place(Math.abs(change), room) + " " + had + "; " + now;
  }

  private static String place(double size, double room) {
    if (size <= room / 2) {
      return "well within";
    }
    if (size <= room) {
      return "within";
    }
    return size <= 1.5 * room ? "outside" : "well outside";
  }

  private String coverage() {
    String before = percent(facts.from().coverage());
    String after = percent(facts.to().coverage());
    return before.equals(after)
        ? "Coverage stayed at " + after + " of the weight."
        : "Coverage went from " + before + " to " + after + " of the weight.";
  }

  private List<String> missing() {
    List<String> before = facts.from().missing();
    List<String> after = facts.to().missing();
    List<String> held = facts.to().held();
    return List.of(
        named("Went missing", after.stream().filter(id -> !before.contains(id)).toList()),
        named("Came back", before.stream().filter(id -> !after.contains(id)).toList()),
        named("Held at the last value", held),
        named("Missing", after.stream().filter(id -> !held.contains(id)).toList()));
  }

  private static String named(String what, List<String> ids) {
    if (ids.isEmpty()) {
      return "";
    }
    String names = ids.stream().limit(NAMED).collect(Collectors.joining(", "));
    return what
        + ": "
        + names
        + (ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more." : ".");
  }

  private String regime() {
    @Nullable String before = facts.from().regime();
    @Nullable String after = facts.to().regime();
    if (before == null && after == null) {
      return "";
    }
    return Objects.equals(before, after)
        ? "The regime stayed " + after + "."
        : "The regime changed from " + or(before) + " to " + or(after) + ".";
  }

  private static String or(@Nullable String regime) {
    return regime == null ? "none" : regime;
  }

  private String model() {
    int before = facts.from().modelVersion();
    int after = facts.to().modelVersion();
    return before == after
        ? ""
        : "The model was version " + before + " and is version " + after + ".";
  }

  /** A day when it is the beginning of one. */
  private static String moment(Instant moment) {
    String text = MOMENT.format(moment);
    return text.endsWith(" 00:00 UTC") ? text.substring(0, 10) : text;
  }

  private static String percent(double ratio) {
    return Math.round(100 * ratio) + " %";
  }

  /** With one digit after the point. */
  static String one(double points) {
    return String.format(Locale.ROOT, "%.1f", points);
  }
}
