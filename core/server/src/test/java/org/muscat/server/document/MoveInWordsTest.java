package org.muscat.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.engine.Movement;
import org.muscat.engine.Movement.Cause;
import org.muscat.engine.Movement.Part;
import org.muscat.server.document.MoveFacts.End;
import org.muscat.server.document.MoveFacts.Reading;

class MoveInWordsTest {

  private static final String OIL = "oil-fear";
  private static final String SHIPS = "transit-shortfall";
  private static final Instant FROM = Instant.parse("2019-09-13T00:00:00Z");
  private static final Instant TO = Instant.parse("2019-09-20T12:00:00Z");

  @Test
  void shouldTellTheDirectionTheSizeAndBothEnds() {
    assertThat(move(45.3, 26.9, part(Cause.DATA, "energy", OIL, -18.4)))
        .startsWith(
            "The index of Strait of Hormuz fell by 18.4 points, from 45.3 as of 2019-09-13 to 26.9"
                + " as of 2019-09-20 12:00 UTC. ");
    assertThat(move(26.9, 45.3, part(Cause.DATA, "energy", OIL, 18.4)))
        .startsWith("The index of Strait of Hormuz rose by 18.4 points, from 26.9 ");
  }

  @Test
  void shouldNameTheIndicatorWithItsReadingsOfNewObservations() {
    assertThat(move(45.3, 26.9, part(Cause.DATA, "energy", OIL, -18.4)))
        .contains(
            "What pulled it down (18.4 points): new observations 18.4 (oil-fear 18.4, from 1.26 to"
                + " 2 ratio).");
  }

  @ParameterizedTest
  @CsvSource({
    "REVISION, old observations that were revised",
    "TIME, the passing of time without news",
    "COVERAGE, inputs that went missing or came back",
    "WEIGHTS, other weights in the model",
    "METHOD, other scales or rules in the model",
    "MEMBERSHIP, inputs that joined or left the model"
  })
  void shouldSayEveryCauseOfAnIndicatorInPlainWords(Cause cause, String words) {
    assertThat(move(50, 46, part(cause, "maritime", SHIPS, -4)))
        .contains("(4.0 points): " + words + " 4.0 (transit-shortfall 4.0).");
  }

  @ParameterizedTest
  @CsvSource({"STRUCTURE, the structural factor", "RESPONSE, the lag behind its target"})
  void shouldSayCausesOfNoIndicatorWithoutBrackets(Cause cause, String words) {
    assertThat(move(50, 53, part(cause, "", "", 3)))
        .contains("What pushed it up (3.0 points): " + words + " 3.0.");
  }

  @Test
  void shouldTellWhatOffsetTheMoveAfterWhatMadeIt() {
    String words =
        move(
            50,
            47,
            part(Cause.DATA, "energy", OIL, -5),
            part(Cause.RESPONSE, "", "", 1.5),
            part(Cause.DATA, "maritime", SHIPS, 0.5));

    assertThat(words)
        .contains(
            "new observations 5.0 (oil-fear 5.0, from 1.26 to 2 ratio). What pushed it up (2.0"
                + " points): the lag behind its target 1.5, new observations 0.5"
                + " (transit-shortfall 0.5).");
  }

  @Test
  void shouldSumTheSidesToTheChangeHoweverManyPartsThereAre() {
    String words =
        move(
            60,
            50,
            part(Cause.DATA, "energy", "a", -4),
            part(Cause.DATA, "energy", "b", -2),
            part(Cause.DATA, "energy", "c", -1),
            part(Cause.DATA, "energy", "d", -0.6),
            part(Cause.TIME, "energy", "e", -1),
            part(Cause.REVISION, "energy", "f", -0.8),
            part(Cause.COVERAGE, "energy", "g", -0.6));

    assertThat(words)
        .contains(
            "What pulled it down (10.0 points): new observations 7.6 (a 4.0; b 2.0; c 1.0; others"
                + " 0.6), the passing of time without news 1.0 (e 1.0), old observations that were"
                + " revised 0.8 (f 0.8), other causes 0.6.")
        .doesNotContain("pushed");
  }

  @Test
  void shouldSayThatNothingMoved() {
    assertThat(move(50, 50))
        .startsWith(
            "The index of Strait of Hormuz did not move: 50.0 as of 2019-09-13, 50.0 as of"
                + " 2019-09-20 12:00 UTC. Its 90 % interval was 40.0 to 60.0; now it is 40.0 to"
                + " 60.0. Nothing pulled at it by a tenth of a point. ");
  }

  @Test
  void shouldTellPartsThatCancelThoughTheIndexStands() {
    assertThat(move(50, 50, part(Cause.DATA, "energy", OIL, -3), part(Cause.TIME, "sea", SHIPS, 3)))
        .contains("did not move")
        .contains("What pushed it up (3.0 points): ")
        .contains("What pulled it down (3.0 points): ");
  }

  @ParameterizedTest
  @CsvSource({
    "46, well within",
    "45, well within",
    "44, within",
    "41, within",
    "36, outside",
    "34, well outside",
    "56, within",
    "66, well outside"
  })
  void shouldHoldTheMoveAgainstTheIntervalOfItsBeginning(double to, String place) {
    assertThat(move(50, to, part(Cause.DATA, "energy", OIL, to - 50)))
        .contains(". That is " + place + " the 90 % interval that it had, 40.0 to 60.0; now ");
  }

  @Test
  void shouldTellWhatWentMissingCameBackAndIsHeld() {
    End from = end(FROM, 50, 0.9, List.of("tension"), List.of(), "DRIFT", 4);
    End to = end(TO, 48, 0.8, List.of(OIL, SHIPS), List.of(OIL), "DRIFT", 4);

    assertThat(MoveInWords.of(facts(from, to, part(Cause.COVERAGE, "energy", OIL, -2))))
        .contains(
            "Coverage went from 90 % to 80 % of the weight. Went missing: oil-fear,"
                + " transit-shortfall. Came back: tension. Held at the last value: oil-fear."
                + " Missing: transit-shortfall.");
  }

  @Test
  void shouldCountWhatIsTooLongToName() {
    List<String> missing = List.of("a", "b", "c", "d", "e", "f");
    End from = end(FROM, 50, 0.9, missing, List.of(), "DRIFT", 4);
    End to = end(TO, 50, 0.9, missing, List.of(), "DRIFT", 4);

    assertThat(MoveInWords.of(facts(from, to)))
        .contains("Coverage stayed at 90 % of the weight. Missing: a, b, c, d and 2 more.")
        .doesNotContain("Went");
  }

  @ParameterizedTest
  @CsvSource({
    "DRIFT, CONFLICT, The regime changed from DRIFT to CONFLICT.",
    "DRIFT, DRIFT, The regime stayed DRIFT.",
    ", DRIFT, The regime changed from none to DRIFT."
  })
  void shouldTellTheRegime(@Nullable String before, @Nullable String after, String sentence) {
    End from = end(FROM, 50, 0.9, List.of(), List.of(), before, 4);
    End to = end(TO, 50, 0.9, List.of(), List.of(), after, 4);

    assertThat(MoveInWords.of(facts(from, to))).endsWith(sentence);
  }

  @Test
  void shouldSayNothingOfARegimeThatNobodyJudges() {
    End from = end(FROM, 50, 0.9, List.of(), List.of(), null, 4);
    End to = end(TO, 50, 0.9, List.of(), List.of(), null, 5);

    assertThat(MoveInWords.of(facts(from, to)))
        .doesNotContain("regime")
        .endsWith("The model was version 4 and is version 5.");
  }

  @Test
  void shouldSayThatAReadingWasNotThere() {
    MoveFacts facts =
        new MoveFacts(
            "Strait of Hormuz",
            end(FROM, 50, 0.9, List.of(OIL), List.of(), null, 4),
            end(TO, 45, 0.9, List.of(), List.of(), null, 4),
            new Movement(-5, List.of(part(Cause.COVERAGE, "energy", OIL, -5))),
            Map.of(OIL, new Reading(null, 1234.5, "")));

    assertThat(MoveInWords.of(facts)).contains("(oil-fear 5.0, from nothing to 1230)");
  }

  @Test
  void shouldNotReadAUnitOfNumbersAsPartOfTheReading() {
    MoveFacts facts =
        new MoveFacts(
            "Strait of Hormuz",
            end(FROM, 50, 0.9, List.of(), List.of(), null, 4),
            end(TO, 45, 0.9, List.of(), List.of(), null, 4),
            new Movement(-5, List.of(part(Cause.DATA, "energy", OIL, -5))),
            Map.of(OIL, new Reading(0.0, 1.0, "0 or 1")));

    assertThat(MoveInWords.of(facts)).contains("(oil-fear 5.0, from 0 to 1)");
  }

  @Test
  void shouldNotTellReadingsThatMayNotBePassedOn() {
    MoveFacts facts =
        new MoveFacts(
            "Strait of Hormuz",
            end(FROM, 50, 0.9, List.of(), List.of(), null, 4),
            end(TO, 45, 0.9, List.of(), List.of(), null, 4),
            new Movement(-5, List.of(part(Cause.DATA, "energy", OIL, -5))),
            Map.of());

    assertThat(MoveInWords.of(facts)).contains("new observations 5.0 (oil-fear 5.0).");
  }

  private static String move(double from, double to, Part... parts) {
    return MoveInWords.of(
        facts(
            end(FROM, from, 0.9, List.of(), List.of(), "DRIFT", 4),
            end(TO, to, 0.9, List.of(), List.of(), "DRIFT", 4),
            parts));
  }

  private static MoveFacts facts(End from, End to, Part... parts) {
    return new MoveFacts(
        "Strait of Hormuz",
        from,
        to,
        new Movement(to.stability() - from.stability(), Arrays.asList(parts)),
        Map.of(OIL, new Reading(1.2564, 2.0, "ratio"), SHIPS, new Reading(0.7, 0.7, "ratio")));
  }

  private static End end(
      Instant asOf,
      double stability,
      double coverage,
      List<String> missing,
      List<String> held,
      @Nullable String regime,
      int modelVersion) {
    return new End(
        asOf,
        stability,
        stability - 10,
        stability + 10,
        coverage,
        missing,
        held,
        regime,
        modelVersion);
  }

  private static Part part(Cause cause, String pillar, String member, double points) {
    return new Part(cause, pillar, member, points);
  }
}
