package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.dist.RecordedStore.Import;

/**
 * The page over the recorded series, in a browser. Nothing recorded is of today, so of now it says
 * that there is no score; what it says of a day is looked at on one of the past.
 */
@Tag("gates")
@Order(1)
class PageGateTest {

  private static final String THEATRE = "hormuz";
  private static final String DAY = "2024-02-01";
  private static final String OTHER_DAY = "2023-06-01";
  private static final String PAST = "theatre=" + THEATRE + "&day=" + DAY;
  private static final String NOW = "theatre=" + THEATRE;

  @TempDir private static Path folder;

  private static MuscatProcess muscat;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    RecordedStore.filled(folder)
        .with(Import.PORTWATCH, Import.DYADS, Import.GDELT_2018, Import.GDELT_2019);
    MuscatProcess.Ended filled =
        MuscatProcess.run(
            folder,
            "backfill",
            "--data",
            folder.resolve("data").toString(),
            "--model",
            "gulf",
            "--from",
            "2023-10-01T00:00:00Z",
            "--to",
            DAY + "T00:00:00Z");
    assertThat(filled.exitCode()).as(filled.err()).isZero();
    Path config =
        Files.writeString(
            folder.resolve("muscat.yaml"),
            """
            models: ["%s"]
            heartbeat: PT1S
            feeds: []
            jobs:
              - {id: tidy, every: PT10S, catch-up: latest, prune: {keep: P90D}}
              - {id: later, prune: {keep: P90D}}
            """
                .formatted(MuscatProcess.distribution().resolve("conf/models/gulf.yaml")));
    muscat = MuscatProcess.serve(folder, "--config", config.toString());
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> muscat.get("/-/ready").statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    muscat.close();
  }

  private static String check(String name, String... arguments) throws IOException {
    return Browser.check(name, muscat.url(), arguments);
  }

  @Test
  void shouldSayInEveryPanelWhatTheApiSays() throws IOException {
    check("panels", THEATRE, DAY);
  }

  @Test
  void shouldAnswerAWhatIfAsTheApiDoes() throws IOException {
    check("whatIf", THEATRE, DAY);
  }

  @Test
  void shouldTellReadingsAndWordsOfTheDayThatIsChosen() throws IOException {
    check("otherDay", THEATRE, DAY, OTHER_DAY);
  }

  @Test
  void shouldShowNoWordsOfTheDayBeforeThatCameLate() throws IOException {
    check("wordsOnTheirWay", THEATRE, DAY, OTHER_DAY);
  }

  @Test
  void shouldCountPublishedAndComputedScoresApart() throws IOException {
    check("origins", THEATRE, DAY);
  }

  @Test
  void shouldMarkAllEventsSinceTheLineBegins() throws IOException {
    check("events", THEATRE, DAY);
  }

  @Test
  void shouldNotKeepPanelsEmptyForOneThatIsSlow() throws IOException {
    check("slowReadings", THEATRE, DAY, "2024-01-10");
  }

  @Test
  void shouldAskAgainForAPanelWhoseAnswerFailed() throws IOException {
    check("failedReadings", THEATRE, DAY);
  }

  @Test
  void shouldAskAgainInEachPanelWhenTheServerWantsThat() throws IOException {
    check("panelsWait", THEATRE, DAY);
  }

  @Test
  void shouldShowNothingOfWhatTheAddressDoesNotName() throws IOException {
    check("strangers", THEATRE);
  }

  @Test
  void shouldSayWhyThereIsNoScoreAndNoNumber() throws IOException {
    check("refused", THEATRE);
  }

  @Test
  void shouldMakeTextOfWhateverIsSaid() throws IOException {
    check("markup", THEATRE, DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {PAST, NOW})
  void shouldFitANarrowScreen(String query) throws IOException {
    check("narrow", query);
  }

  @Test
  void shouldBeDarkAsTheSystemIsOrAsChosen() throws IOException {
    check("dark", PAST);
  }

  @ParameterizedTest
  @ValueSource(strings = {PAST, NOW})
  void shouldHaveNoGraveFindingOfAxe(String query) throws IOException {
    check("axe", query);
  }

  @Test
  void shouldBeOfUseByTheKeyboardAlone() throws IOException {
    check("keyboard", PAST);
  }

  @Test
  void shouldWeighLittle() throws IOException {
    assertThat(check("weight", PAST)).contains("the page ");
  }

  @Test
  void shouldReachNobodyButTheServerAndSayWhenThatIsGone() throws IOException {
    check("offline", THEATRE);
  }
}
