package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

/** The feed against a server that plays the bulk host, one run after the other. */
class GdeltFeedTest {

  private static final String FIRST = "20191024143000";
  private static final String SECOND = "20191024144500";
  private static final String THIRD = "20191024150000";

  private final BulkServer server = new BulkServer();
  private final FeedTestKit<GdeltConfig> kit = kit("");

  private FeedTestKit<GdeltConfig> kit(String more) {
    return FeedTestKit.of(new GdeltProvider())
        .config("{dyads: [USA-IRN], back-fill: PT0S" + more + "}")
        .now("2019-10-26T00:00:00Z")
        .answering(server);
  }

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldTakeTheNewestFileFirst() throws Exception {
    server
        .with(RawFile.of(FIRST, GdeltLines.report()))
        .with(RawFile.of(SECOND, GdeltLines.report()));

    Batch batch = kit.fetch();

    assertThat(batch.observations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.series()).isEqualTo("events/usa-irn/gdelt");
              assertThat(one.key()).isEqualTo(SECOND + "/2019-10-24");
              assertThat(one.value()).isOne();
              assertThat(one.knownAt()).contains(Instant.parse("2019-10-24T15:00:00Z"));
              assertThat(one.knownBasis()).isEqualTo(KnownBasis.PUBLISHED);
            });
    assertThat(batch.hasMore()).isFalse();
    assertThat(batch.nextCursor()).isEqualTo("taken=" + SECOND + " began=" + SECOND);
  }

  /** A late file is known when it came; a copy on another host says nothing of when it did. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 24 Oct 2019 14:33:00 GMT | 2019-10-24T14:45:00Z",
        "Thu, 24 Oct 2019 14:45:00 GMT | 2019-10-24T14:45:00Z",
        "Thu, 24 Oct 2019 14:58:00 GMT | 2019-10-24T14:58:00Z",
        "Thu, 24 Oct 2019 15:30:00 GMT | 2019-10-24T15:30:00Z",
        "Thu, 24 Oct 2019 15:30:01 GMT | 2019-10-24T14:45:00Z",
        "Mon, 02 Mar 2020 00:00:00 GMT | 2019-10-24T14:45:00Z",
        "yesterday                     | 2019-10-24T14:45:00Z",
      })
  void shouldKnowALateFileFromWhenTheHostHadIt(String modified, Instant known) throws Exception {
    server.with(RawFile.of(FIRST, GdeltLines.report())).modified(FIRST, modified);

    assertThat(kit.fetch().observations())
        .allSatisfy(one -> assertThat(one.knownAt()).contains(known));
  }

  @Test
  void shouldAskForOneListAndOneFileWhenOneIsNew() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    int before = kit.requests().size();

    server.with(RawFile.of(SECOND, GdeltLines.report()));
    kit.fetch();

    assertThat(kit.requests().stream().skip(before).map(request -> request.path()))
        .containsExactly(
            "/data.gdeltproject.org/gdeltv2/lastupdate.txt",
            "/data.gdeltproject.org/gdeltv2/" + SECOND + ".export.CSV.zip");
  }

  @Test
  void shouldBringNothingTwice() throws Exception {
    server.with(RawFile.of(FIRST, GdeltLines.report()));
    Batch first = kit.fetch();

    Batch second = kit.fetch();

    assertThat(second.observations()).isEmpty();
    assertThat(second.hasMore()).isFalse();
    assertThat(second.nextCursor()).isEqualTo(first.nextCursor());
  }

  @Test
  void shouldCatchUpInOrderWithWhatItMissed() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 20);

    List<Batch> batches = round();

    assertThat(batches).hasSize(20);
    assertThat(batches.stream().flatMap(batch -> batch.observations().stream()))
        .extracting(one -> one.key().substring(0, 14))
        .isSorted()
        .startsWith(SECOND)
        .hasSize(20);
  }

  @Test
  void shouldBackFillFromADay() throws Exception {
    server.withSilence("20191023000000", 96 + 4);
    try (FeedTestKit<GdeltConfig> filling = kit(", from: 2019-10-23")) {
      Set<String> stamps = new TreeSet<>();
      Batch batch;
      do {
        batch = filling.fetch();
        batch.observations().stream()
            .filter(one -> one.series().equals("events/usa-irn/gdelt"))
            .forEach(one -> stamps.add(one.key().substring(0, 14)));
      } while (batch.hasMore());

      assertThat(stamps).hasSize(100).contains("20191023000000", "20191024004500");
    }
  }

  /** A beginning that is not there is told, and nothing is waited for. */
  @Test
  void shouldBeginWithWhatThereIs() throws Exception {
    server.with(RawFile.of(FIRST)).with(RawFile.of(SECOND));
    try (FeedTestKit<GdeltConfig> filling = kit(", from: 2019-10-24")) {
      Batch first = filling.fetch();

      assertThat(first.observations().get(0).key()).startsWith(FIRST);
      assertThat(first.rejections()).singleElement().asString().contains("58 files");
    }
  }

  /** A list of 5 MB, of which a fraction is read. */
  @Test
  void shouldFindItsPlaceInALongListByRanges() throws Exception {
    server.withSilence("20190601000000", 14_000);
    try (FeedTestKit<GdeltConfig> filling = kit(", from: 2019-10-01")) {
      Batch first = filling.fetch();
      Batch second = filling.fetch();

      assertThat(first.observations().get(0).key()).isEqualTo("20191001000000/2019-10-01");
      assertThat(second.observations().get(0).key()).isEqualTo("20191001001500/2019-10-01");
      assertThat(first.rejections()).isEmpty();
      assertThat(filling.requests()).hasSizeLessThan(15);
    }
  }

  @Test
  void shouldTakeTheWholeOfAShortListFromAServerWithoutRanges() throws Exception {
    server.withoutRanges().with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 3);

    assertThat(round()).hasSize(3);
  }

  @Test
  void shouldRefuseAPartOfTheListThatDoesNotSayWhere() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 3);
    kit.answering(
        request ->
            request.path().endsWith("masterfilelist.txt")
                ? StubAnswer.of(206, "text/plain", "1 2 3\n".getBytes(StandardCharsets.UTF_8))
                : server.apply(request));

    FeedException failure = fails(kit);

    assertThat(failure.reason()).isEqualTo(Reason.SOURCE_CHANGED);
    assertThat(failure).hasMessageContaining("its Content-Range is missing");
  }

  @Test
  void shouldRefuseAListWithoutAFileOfEvents() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 3);
    kit.answering(
        request ->
            request.path().endsWith("masterfilelist.txt")
                ? StubAnswer.text("<html>moved</html>\n")
                : server.apply(request));

    assertThat(fails(kit)).hasMessageContaining("names no file of events in 19 bytes");
  }

  /** A server without ranges would send more than a hundred megabytes. */
  @Test
  void shouldRefuseTheWholeOfALongList() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 3);
    kit.answering(
        request ->
            request.path().endsWith("masterfilelist.txt")
                ? StubAnswer.endless()
                : server.apply(request));

    assertThat(fails(kit).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void shouldWaitForAFileThatIsMissing() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.with(RawFile.of(THIRD));

    FeedException failure = fails(kit);

    assertThat(failure.reason()).isEqualTo(Reason.SOURCE_FAILED);
    assertThat(failure)
        .hasMessageContaining("does not have 20191024144500.export.CSV, though 20191024150000")
        .hasMessageContaining("PT1H later");
    server.with(RawFile.of(SECOND));
    assertThat(round()).hasSize(2);
  }

  @Test
  void shouldPassOverAMissingFileAfterItsPatienceAndSaySo() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 6).without(THIRD);

    List<Batch> batches = round();

    assertThat(batches).hasSize(5);
    assertThat(batches.stream().flatMap(batch -> batch.rejections().stream()))
        .singleElement()
        .asString()
        .contains("does not have 20191024150000.export.CSV; passed over for good");
  }

  @Test
  void shouldPassOverAListedFileThatIsNotThereAfterItsPatience() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 4).withoutArchive(SECOND);
    assertThat(fails(kit)).hasMessageContaining("404");

    server.withSilence("20191024154500", 1);
    List<Batch> batches = round();

    assertThat(batches.get(0).observations()).isEmpty();
    assertThat(batches.get(0).rejections()).singleElement().asString().contains("404");
    assertThat(batches).hasSize(5);
  }

  /** A refusal is never that of one file: it ends, and nothing is lost by it. */
  @Test
  void shouldPassOverNothingThatAHostRefuses() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 130);
    kit.answering(
        request -> isFrom(request, "20191025154500") ? refusal(403) : server.apply(request));
    List<Batch> before = new ArrayList<>();
    FeedException failure = failsAfter(before);

    assertThat(failure.reason()).isEqualTo(Reason.UNAUTHORISED);
    assertThat(fails(kit).reason()).isEqualTo(Reason.UNAUTHORISED);
    kit.answering(server);
    List<Batch> after = round();

    assertThat(before).hasSize(100);
    assertThat(after).hasSize(30);
    assertThat(after).allSatisfy(batch -> assertThat(batch.rejections()).isEmpty());
  }

  /** A host that has not even the file that it calls the newest has lost none: it fails. */
  @Test
  void shouldPassOverNothingWhileTheNewestFileIsNotThereEither() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 130);
    kit.answering(
        request -> isFrom(request, "20191025154500") ? refusal(404) : server.apply(request));
    List<Batch> before = new ArrayList<>();
    FeedException failure = failsAfter(before);

    assertThat(failure.reason()).isEqualTo(Reason.SOURCE_FAILED);
    assertThat(failure)
        .hasMessageContaining("20191025154500.export.CSV.zip")
        .hasMessageContaining("its newest file, 20191025230000.export.CSV.zip, cannot be had");
    assertThat(fails(kit)).hasMessageContaining("20191025154500.export.CSV.zip");
    kit.answering(server);
    List<Batch> after = round();
    assertThat(before).hasSize(100);
    assertThat(after).hasSize(30);
    assertThat(after).allSatisfy(batch -> assertThat(batch.rejections()).isEmpty());
  }

  /** One file may be lost on the host; two in a row are a host that fails. */
  @Test
  void shouldFailAtASecondFileInARowThatIsNotThere() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 130);
    kit.answering(
        request ->
            isFrom(request, "20191025154500") && !isFrom(request, "20191025230000")
                ? refusal(404)
                : server.apply(request));
    List<Batch> before = new ArrayList<>();
    FeedException failure = failsAfter(before);
    kit.answering(server);
    List<Batch> after = round();

    assertThat(failure.reason()).isEqualTo(Reason.SOURCE_FAILED);
    assertThat(failure)
        .hasMessageContaining("20191025160000.export.CSV.zip")
        .hasMessageContaining("the file before it was passed over too");
    assertThat(before).hasSize(101);
    assertThat(before.get(100).rejections()).hasSize(1);
    assertThat(after).hasSize(29);
    assertThat(after).allSatisfy(batch -> assertThat(batch.rejections()).isEmpty());
  }

  /** A catch-up may take hours, in which the host mends a file and lists its new hash. */
  @Test
  void shouldReadTheListsOnceMoreBeforeItPassesAFileOver() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    server.withSilence(SECOND, 12);
    kit.fetch();
    server.with(RawFile.of(THIRD, GdeltLines.report()));

    Batch mended = kit.fetch();

    assertThat(mended.rejections()).isEmpty();
    assertThat(mended.observations()).extracting(one -> one.value()).containsExactly(1.0);
  }

  private static boolean isFrom(StubRequest request, String stamp) {
    String name = request.path().substring(request.path().lastIndexOf('/') + 1);
    return name.endsWith(".zip") && name.compareTo(stamp) >= 0;
  }

  private static StubAnswer refusal(int status) {
    return StubAnswer.of(status, "text/plain", "no".getBytes(StandardCharsets.UTF_8));
  }

  private FeedException failsAfter(List<Batch> batches) {
    FeedException failure =
        catchThrowableOfType(
            FeedException.class,
            () -> {
              do {
                batches.add(kit.fetch());
              } while (batches.get(batches.size() - 1).hasMore());
            });
    assertThat(failure).isNotNull();
    return failure;
  }

  /** The outage of June 2025: nothing for days, and then new files. */
  @Test
  void shouldTellAnOutageInOneSentenceAndGoOnBehindIt() throws Exception {
    server.with(RawFile.of(FIRST));
    kit.fetch();
    Batch during = kit.fetch();
    server.withSilence("20191025200000", 5);

    List<Batch> batches = round();

    assertThat(during.observations()).isEmpty();
    assertThat(batches.get(0).rejections())
        .singleElement()
        .asString()
        .contains("117 files from 20191024144500.export.CSV to 20191025194500.export.CSV");
    assertThat(batches).hasSize(5);
  }

  @Test
  void shouldRefuseAFileWithAnotherHashAndTakeItWhenItIsMended() throws Exception {
    server.with(RawFile.of(FIRST, GdeltLines.report())).spoilt(FIRST);

    FeedException failure = fails(kit);

    assertThat(failure.reason()).isEqualTo(Reason.BAD_DATA);
    assertThat(failure).hasMessageContaining("md5");
    server.with(RawFile.of(FIRST, GdeltLines.report()));
    assertThat(kit.fetch().observations()).hasSize(1);
  }

  @Test
  void shouldAskOnceMoreForAFileThatCameBroken() throws Exception {
    server.with(RawFile.of(FIRST, GdeltLines.report()));
    kit.answering(
        request ->
            request.path().endsWith(".zip")
                    && kit.requests().stream().filter(one -> one.path().endsWith(".zip")).count()
                        == 1
                ? StubAnswer.text("half of a file")
                : server.apply(request));

    assertThat(kit.fetch().observations()).hasSize(1);
  }

  @Test
  void shouldPassOverABombThatIsListed() throws Exception {
    server.with(RawFile.of(FIRST));
    try (FeedTestKit<GdeltConfig> impatient = kit(", patience: PT0S")) {
      impatient.fetch();
      server.listed(SECOND, StubAnswer.zipped(SECOND + ".export.CSV", new byte[65 << 20]));

      Batch batch = impatient.fetch();

      assertThat(batch.observations()).isEmpty();
      assertThat(batch.rejections())
          .singleElement()
          .asString()
          .contains("more than 67108864 bytes; passed over for good");
      assertThat(batch.nextCursor()).startsWith("taken=" + SECOND);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>moved</html>",
        "1 2 3\n",
        "7 abc http://x/20191024143000.export.CSV.zip\n"
      })
  void shouldSayThatTheListIsNone(String list) {
    kit.answering(StubAnswer.text(list));

    assertThat(fails(kit).reason()).isEqualTo(Reason.SOURCE_CHANGED);
  }

  @Test
  void shouldNotBelieveAFileOfTheFuture() {
    server.with(RawFile.of("20191026011500"));

    assertThat(fails(kit)).hasMessageContaining("is a file of the future");
  }

  @Test
  void shouldRefuseTheCursorOfAnotherFeed() throws Exception {
    assertThat(
            catchThrowableOfType(
                FeedException.class, () -> BulkCursor.parse("20191024143000.export.CSV")))
        .hasMessageContaining("is not one of the feed gdelt");
    assertThat(BulkCursor.parse("taken=" + SECOND + " began=" + FIRST + " again=8").toString())
        .isEqualTo("taken=" + SECOND + " began=" + FIRST);
  }

  @Test
  void shouldNameWhatIsWrongInItsConfiguration() {
    GdeltProvider provider = new GdeltProvider();
    GdeltConfig config =
        new GdeltConfig(
            URI.create("https://example.org/gdeltv2"),
            List.of(),
            Optional.of(LocalDate.of(2014, 1, 1)),
            Duration.ofDays(400),
            Duration.ofHours(-1));

    assertThat(provider.validate(config))
        .extracting(ConfigProblem::option)
        .containsExactly("dyads", "from", "back-fill", "patience", "url");
  }

  private List<Batch> round() throws Exception {
    List<Batch> batches = new ArrayList<>();
    do {
      batches.add(kit.fetch());
    } while (batches.get(batches.size() - 1).hasMore());
    return batches;
  }

  private static FeedException fails(FeedTestKit<?> kit) {
    FeedException failure = catchThrowableOfType(FeedException.class, kit::fetch);
    assertThat(failure).isNotNull();
    return failure;
  }
}
