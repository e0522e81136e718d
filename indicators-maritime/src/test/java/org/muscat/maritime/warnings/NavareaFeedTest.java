package org.muscat.maritime.warnings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.maritime.warnings.Warnings.answer;
import static org.muscat.maritime.warnings.Warnings.hydropac;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.Observation;
import org.muscat.testkit.StubAnswer;

/** The feed over the host's HTTP, against a server that plays the NGA. */
class NavareaFeedTest {

  private static final String MINES = hydropac(1, "MINES ADRIFT IN 12-33.0N 043-30.0E.");
  private static final String LIGHT = hydropac(2, "LIGHT UNLIT IN 26-30.0N 056-30.0E.");
  private static final String NO_KEY = MINES.replace("\"msgNumber\":1", "\"msgNumber\":\"one\"");

  private final FeedTestKit<NavareaConfig> kit =
      FeedTestKit.of(new NavareaProvider()).now("2025-04-20");

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldTellAWarningAsAnEvent() throws Exception {
    kit.answering(answer(MINES));

    Observation warning = kit.fetch().observations().get(0);

    assertThat(warning.series()).isEqualTo("warnings/navarea");
    assertThat(warning.key()).isEqualTo("HYDROPAC 1/2025");
    assertThat(warning.observedAt()).isEqualTo("2025-04-15T04:29:00Z");
    assertThat(warning.type()).isEqualTo("mines");
    assertThat(warning.attributes())
        .containsEntry("latitude", "12.55")
        .containsEntry("longitude", "43.5")
        .containsEntry("subregion", "62")
        .containsEntry("authority", "made up")
        .hasSize(4);
  }

  @Test
  void shouldAskForTheWarningsInForce() throws Exception {
    kit.answering(answer(MINES));

    kit.fetch();

    assertThat(kit.requests().get(0).parameter("status")).contains("active");
    assertThat(kit.requests().get(0).parameter("output")).contains("json");
  }

  @ParameterizedTest
  @CsvSource({"401, UNAUTHORISED", "429, RATE_LIMITED", "500, SOURCE_FAILED", "503, SOURCE_FAILED"})
  void shouldTellTheReasonOfAStatus(int status, Reason reason) {
    kit.answering(StubAnswer.status(status));

    assertThat(failure().reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"try later\"} | SOURCE_FAILED | try later",
        "{\"broadcast\":[]} | SOURCE_CHANGED | without a list 'broadcast-warn'",
        "[] | SOURCE_CHANGED | without a list 'broadcast-warn'",
        "{\"broadcast-warn\":[]} | SOURCE_CHANGED | no warnings at all",
        "{\"broadcast-warn\":[7]} | SOURCE_CHANGED | a warning is no object",
        "sorry | BAD_DATA | answered no JSON: sorry"
      })
  void shouldNotTakeABadAnswerForCalm(String body, Reason reason, String message) {
    kit.answering(StubAnswer.json(body));

    FeedException failure = failure();

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessageContaining(message);
  }

  @Test
  void shouldTellAnUnchangedWarningOnce() throws Exception {
    kit.answering(answer(MINES, LIGHT));

    Batch first = kit.fetch();
    Batch second = kit.fetch();

    assertThat(first).hasObservations(2).hasNoRejections();
    assertThat(second).hasObservations(0).hasNoRejections();
    assertThat(second.nextCursor()).isEqualTo(first.nextCursor());
  }

  @Test
  void shouldTellAWarningAgainWhenItsTextChanges() throws Exception {
    kit.answering(answer(MINES, LIGHT));
    kit.fetch();

    kit.answering(answer(MINES, LIGHT.replace("26-30.0N", "26-36.0N")));

    assertThat(kit.fetch().observations())
        .singleElement()
        .satisfies(warning -> assertThat(warning.attributes()).containsEntry("latitude", "26.6"));
  }

  @Test
  void shouldEndAWarningThatLeavesTheList() throws Exception {
    kit.answering(answer(MINES, LIGHT));
    kit.fetch();

    kit.answering(answer(LIGHT));
    Batch next = kit.fetch();
    Batch afterwards = kit.fetch();

    assertThat(next.observations())
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.key()).isEqualTo("HYDROPAC 1/2025");
              assertThat(ended.observedAt()).isEqualTo("2025-04-15T04:29:00Z");
              assertThat(ended.attributes()).containsEntry("until", "2025-04-20T00:00:00Z");
            });
    assertThat(afterwards).hasObservations(0);
  }

  @Test
  void shouldEndNothingWhileAKeyCannotBeRead() throws Exception {
    kit.answering(answer(MINES, LIGHT));
    kit.fetch();

    kit.answering(answer(NO_KEY, LIGHT));
    Batch unclear = kit.fetch();
    kit.answering(answer(LIGHT));
    Batch clear = kit.fetch();

    assertThat(unclear).hasObservations(0).hasRejection("msgNumber is no whole number");
    assertThat(clear.observations())
        .extracting(Observation::key)
        .isEqualTo(List.of("HYDROPAC 1/2025"));
  }

  @Test
  void shouldRefuseAWarningOfTheFuture() throws Exception {
    kit.answering(answer(MINES.replace("150429Z APR", "210429Z APR"), LIGHT));

    assertThat(kit.fetch()).hasRejection("future: ").hasObservations(1);
  }

  @Test
  void shouldLeaveOutAPositionThatIsNone() throws Exception {
    kit.answering(
        answer(hydropac(3, "WRECKS IN 12-33.0N 043-30.0E AND 12-60.0N 043-30.0E."), LIGHT));

    assertThat(kit.fetch().observations().get(0).attributes())
        .containsEntry("latitude", "12.55")
        .hasEntrySatisfying("left-out", text -> assertThat(text).startsWith("minutes: 60.0 of "));
  }

  private FeedException failure() {
    return catchThrowableOfType(FeedException.class, kit::fetch);
  }
}
