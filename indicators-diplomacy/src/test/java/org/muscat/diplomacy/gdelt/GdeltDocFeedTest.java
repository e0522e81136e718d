package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.StubAnswer;
import org.muscat.toolkit.Json;

class GdeltDocFeedTest {

  private static final String RECORD_ENDS = "20250630";

  private final FeedTestKit<GdeltDocConfig> kit =
      FeedTestKit.of(new GdeltDocProvider())
          .config("{query: iran hormuz, topic: hormuz, back-fill: P90D, pause: PT0S}")
          .now("2025-06-20T12:00:00Z");

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldAskForVolumeThenForToneAndForNoLessThanAFortnight() throws Exception {
    kit.answering(timeline("{\"date\":\"20250618T000000Z\",\"value\":0.25}"));

    Batch volume = kit.fetch();
    Batch tone = kit.fetch();
    Batch again = kit.fetch();

    assertThat(tone.hasMore()).isFalse();
    assertThat(again.observations()).isEmpty();
    assertThat(volume.observations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.series()).isEqualTo("news/hormuz/volume");
              assertThat(one.observedAt()).isEqualTo("2025-06-18T00:00:00Z");
              assertThat(one.value()).isEqualTo(.25);
              assertThat(one.knownAt()).contains(Instant.parse("2025-06-20T00:00:00Z"));
              assertThat(one.knownBasis()).isEqualTo(KnownBasis.ASSUMED);
            });
    assertThat(volume.nextCursor()).isEqualTo("next=tone volume=2025-06-18");
    assertThat(volume.hasMore()).isTrue();
    assertThat(kit.requests())
        .extracting(
            request ->
                request.parameter("mode").orElseThrow()
                    + " "
                    + request.parameter("startdatetime").orElseThrow()
                    + " "
                    + request.parameter("enddatetime").orElseThrow())
        .containsExactly(
            "timelinevol 20250322000000 20250619235959",
            "timelinetone 20250322000000 20250619235959",
            "timelinevol 20250606000000 20250619235959");
  }

  @Test
  void shouldKnowALaterValueFromTheFetchOn() throws Exception {
    kit.answering(timeline("{\"date\":\"20250618T000000Z\",\"value\":0.25}"));
    kit.fetch();
    kit.fetch();
    kit.answering(timeline("{\"date\":\"20250619T000000Z\",\"value\":0.26}"));

    assertThat(kit.fetch().observations().get(0).knownAt()).isEmpty();
  }

  /** The recorded values are the list inside of an answer; those after the record's end are cut. */
  @Test
  void shouldReadTheRecordedTimeline() throws Exception {
    String list = Files.readString(Recorded.data("wire/gdelt-doc-timelinevol.json"));
    List<?> rows = (List<?>) Json.read(list);
    List<String> kept =
        rows.stream()
            .map(row -> (Map<?, ?>) row)
            .filter(row -> ((String) row.get("date")).substring(0, 8).compareTo(RECORD_ENDS) <= 0)
            .map(row -> "{\"date\":\"" + row.get("date") + "\",\"value\":" + row.get("value") + "}")
            .toList();
    try (FeedTestKit<GdeltDocConfig> later =
        FeedTestKit.of(new GdeltDocProvider())
            .config("{query: hormuz, topic: hormuz, back-fill: P3000D, pause: PT0S}")
            .now("2025-07-01T12:00:00Z")
            .answering(timeline(kept.stream().collect(Collectors.joining(","))))) {
      Batch batch = later.fetch();

      assertThat(kept).hasSizeGreaterThan(2_000);
      assertThat(batch.rejections()).isEmpty();
      assertThat(batch.observations()).hasSize(kept.size());
      assertThat(batch.observations().get(0).observedAt()).isEqualTo("2019-01-01T00:00:00Z");
    }
  }

  @Test
  void shouldLeaveOutTheRunningDay() throws Exception {
    kit.answering(timeline("{\"date\":\"20250620T000000Z\",\"value\":0.25}"));

    assertThat(kit.fetch().observations()).isEmpty();
  }

  @Test
  void shouldTakeAnEmptyObjectForNoData() throws Exception {
    kit.answering(StubAnswer.json("{}"));

    Batch batch = kit.fetch();

    assertThat(batch.observations()).isEmpty();
    assertThat(batch.rejections()).isEmpty();
    assertThat(batch.nextCursor()).isEqualTo("next=tone");
  }

  @Test
  void shouldShowTheSentenceThatRefusesAQuery() {
    kit.answering(StubAnswer.text("Your query was too short or too long.\n"));

    FeedException failure = catchThrowableOfType(FeedException.class, kit::fetch);

    assertThat(failure.reason()).isEqualTo(Reason.BAD_DATA);
    assertThat(failure).hasMessageContaining("Your query was too short or too long.");
  }

  @Test
  void shouldPassOnThatItIsToComeBackLater() {
    kit.answering(StubAnswer.status(429));

    assertThat(catchThrowableOfType(FeedException.class, kit::fetch).reason())
        .isEqualTo(Reason.RATE_LIMITED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"date\":\"20250618T010000Z\",\"value\":1}|is not the start of a day",
        "{\"date\":\"2025-06-18\",\"value\":1}|is not YYYYMMDDT000000Z",
        "{\"date\":\"20250618T000000Z\",\"value\":-1}|cannot be -1.0",
        "{\"date\":\"20250618T000000Z\",\"value\":\"1\"}|not a date and a value",
        "{\"date\":\"20250618T000000Z\"}|not a date and a value",
        "7|not a date and a value",
      })
  void shouldRejectARowThatCannotBeUsedAndKeepTheOthers(String row, String reason)
      throws Exception {
    kit.answering(timeline("{\"date\":\"20250617T000000Z\",\"value\":2}," + row));

    Batch batch = kit.fetch();

    assertThat(batch.observations()).hasSize(1);
    assertThat(batch.rejections()).singleElement().asString().contains(":2: ").contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]", "{\"timeline\":[]}", "{\"error\":1}", "{\"timeline\":[{\"data\":{}}]}"})
  void shouldSayThatAnAnswerIsNoTimeline(String answer) {
    kit.answering(StubAnswer.json(answer));

    assertThat(catchThrowableOfType(FeedException.class, kit::fetch).reason())
        .isEqualTo(Reason.SOURCE_CHANGED);
  }

  @Test
  void shouldNameWhatIsWrongInItsConfiguration() {
    assertThat(
            new GdeltDocProvider()
                .validate(
                    new GdeltDocConfig(
                        URI.create("/doc"),
                        " ",
                        "hormuz",
                        Duration.ofHours(30),
                        Duration.ofHours(1))))
        .extracting(ConfigProblem::option)
        .containsExactly("query", "back-fill", "pause", "url");
  }

  @Test
  void shouldRefuseTheCursorOfAnotherFeed() {
    FeedException failure =
        catchThrowableOfType(
            FeedException.class, () -> DocCursor.parse(Optional.of("taken=20191024143000")));

    assertThat(failure.reason()).isEqualTo(Reason.CONFIGURATION);
  }

  private static StubAnswer timeline(String rows) {
    return StubAnswer.json(
        "{\"timeline\":[{\"series\":\"Volume Intensity\",\"data\":[" + rows + "]}]}");
  }
}
