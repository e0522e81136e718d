package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

class ChronicleObservationsTest {

  @Test
  void shouldMakeAnEventKnownADayLater() {
    List<Observation> events =
        events(
            Coded.days("2020-01-01", "2020-01-31")
                .event("2020-01-05", "indirect-round", "mediator: OMN"));

    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.series()).isEqualTo("events/gulf/dialogue");
              assertThat(event.key()).isEqualTo("2020-01-05-indirect-round-1");
              assertThat(event.type()).isEqualTo("indirect-round");
              assertThat(event.value()).isEqualTo(1);
              assertThat(event.observedAt()).isEqualTo("2020-01-05T00:00:00Z");
              assertThat(event.knownAt()).contains(Instant.parse("2020-01-06T00:00:00Z"));
              assertThat(event.knownBasis()).isEqualTo(KnownBasis.ASSUMED);
              assertThat(event.attributes())
                  .containsEntry("actors", "USA IRN")
                  .containsEntry("mediator", "OMN")
                  .containsEntry("area", "gulf")
                  .containsEntry("confidence", "A")
                  .containsEntry("verified", "true")
                  .containsEntry("summary", "Something happened.")
                  .doesNotContainKeys("until", "ongoing", "attribution");
            });
  }

  @Test
  void shouldObserveEachCodedDay() {
    List<Observation> days =
        ChronicleObservations.of("gulf", List.of(Coded.days("2020-02-27", "2020-03-02").file()));

    assertThat(days)
        .hasSize(5)
        .allSatisfy(
            day -> {
              assertThat(day.series()).isEqualTo("chronicle/gulf/coded");
              assertThat(day.value()).isEqualTo(1);
              assertThat(day.knownAt()).contains(day.observedAt().plusSeconds(86_400));
            });
    assertThat(days.get(2).observedAt()).isEqualTo("2020-02-29T00:00:00Z");
  }

  /** Even of a file that calls days coded which lie ahead. */
  @Test
  void shouldKnowNothingBeforeItsDayIsOver() {
    List<Observation> all =
        ChronicleObservations.of(
            "gulf",
            List.of(Coded.days("2999-12-01", "2999-12-31").event("2999-12-05", "contact").file()));

    assertThat(all)
        .hasSize(32)
        .allSatisfy(
            one ->
                assertThat(one.knownAt().orElseThrow())
                    .isAfterOrEqualTo(one.observedAt().plus(Duration.ofDays(1))));
  }

  @Test
  void shouldMakeTheCourseOfAWarKnownAsItGoesOn() {
    History history =
        new History()
            .add(
                events(
                    Coded.days("2020-01-01", "2020-01-31")
                        .strike("2020-01-05", "sustained-strikes", "1", "until: 2020-01-10")));

    assertThat(known(history, "2020-01-05")).isEmpty();
    assertThat(known(history, "2020-01-06")).containsExactly("limited-strike 0.75");
    assertThat(known(history, "2020-01-07")).containsExactly("limited-strike 0.75 ongoing");
    assertThat(known(history, "2020-01-08")).containsExactly("sustained-strikes 1.0 ongoing");
    assertThat(known(history, "2020-01-11")).containsExactly("sustained-strikes 1.0 ongoing");
    assertThat(known(history, "2020-01-12"))
        .containsExactly("sustained-strikes 1.0 until 2020-01-10");
  }

  @Test
  void shouldSayNothingOfTheFutureWhereverTheCodingStopped() {
    History whole =
        new History()
            .add(
                events(
                    Coded.days("2020-01-01", "2020-01-31")
                        .strike("2020-01-05", "sustained-strikes", "1", "until: 2020-01-20")));
    History stillGoingOn =
        new History()
            .add(
                events(
                    Coded.days("2020-01-01", "2020-01-10")
                        .strike("2020-01-05", "sustained-strikes", "1")));

    for (int day = 5; day <= 11; day++) {
      String asOf = "2020-01-%02d".formatted(day);
      assertThat(known(whole, asOf)).isEqualTo(known(stillGoingOn, asOf));
    }
  }

  @Test
  void shouldMakeADeadlineKnownWithItsUltimatum() {
    assertThat(
            events(
                Coded.days("2020-01-01", "2020-01-31")
                    .event("2020-01-05", "ultimatum", "until: 2020-03-05")))
        .singleElement()
        .satisfies(event -> assertThat(event.attributes()).containsEntry("until", "2020-03-05"));
  }

  @Test
  void shouldGiveACeasefireTheValueZero() {
    assertThat(events(Coded.days("2020-01-01", "2020-01-31").event("2020-01-05", "ceasefire")))
        .singleElement()
        .satisfies(event -> assertThat(event.value()).isZero());
  }

  @Test
  void shouldPutAnAgreementInForceOnTheFirstDayWhenOnlyItsEndIsCoded() {
    List<Observation> events =
        events(Coded.days("2020-01-01", "2020-01-31").event("2020-01-08", "agreement-end"));

    assertThat(events)
        .extracting(Observation::type)
        .containsExactly("agreement-start", "agreement-end");
    assertThat(events.get(0).observedAt()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(events.get(0).knownAt()).contains(Instant.parse("2020-01-02T00:00:00Z"));
  }

  @Test
  void shouldNotAddAStartToAnAgreementThatHasOne() {
    List<Observation> events =
        events(
            Coded.days("2020-01-01", "2020-01-31")
                .event("2020-01-03", "agreement-start", "actors: [IRN, USA]")
                .event("2020-01-08", "agreement-end", "actors: [USA, IRN]")
                .event("2020-01-09", "agreement-start", "actors: [IRN, SAU]"));

    assertThat(events)
        .extracting(Observation::type)
        .containsExactly("agreement-start", "agreement-end", "agreement-start");
  }

  private static List<Observation> events(Coded coded) {
    return ChronicleObservations.of("gulf", List.of(coded.file())).stream()
        .filter(Observation::isEvent)
        .toList();
  }

  private static List<String> known(History history, String day) {
    Inputs inputs = Inputs.none().with("events/gulf/kinetic", Inputs.WHOLE_HISTORY);
    return history.view(Recorded.day(day), inputs).events("events/gulf/kinetic").stream()
        .map(ChronicleObservationsTest::describe)
        .toList();
  }

  private static String describe(Event event) {
    String until = event.attributes().get("until");
    return event.type()
        + " "
        + event.value()
        + (event.attributes().containsKey("ongoing") ? " ongoing" : "")
        + (until == null ? "" : " until " + until);
  }
}
