package org.muscat.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the demo, which has something new every quarter of a second, in a browser. */
@Tag("gates")
class LivePageGateTest {

  private static final String THEATRE = "hormuz-demo";
  private static final String TICK_MILLIS = "250";

  @TempDir private static Path folder;

  private static MuscatProcess muscat;

  @BeforeAll
  static void serve() throws IOException {
    muscat = MuscatProcess.serve(folder, "--demo");
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                muscat
                    .get("/api/v1/theatres/" + THEATRE + "/index")
                    .body()
                    .contains("\"status\":\"scored\""));
  }

  @AfterAll
  static void stop() {
    muscat.close();
  }

  private static void check(String name, String... arguments) throws IOException {
    Browser.check(name, muscat.url(), arguments);
  }

  @Test
  void shouldShowWhatIsNewWithinOneTick() throws IOException {
    check("live", THEATRE, TICK_MILLIS);
  }

  @Test
  void shouldAskByItselfWhereThereIsNoStream() throws IOException {
    check("polling", THEATRE);
  }

  @Test
  void shouldStandStillWhilePaused() throws IOException {
    check("paused", THEATRE);
  }

  @Test
  void shouldMoveSlidersWithTheIndexButForThoseThatSomebodyMoved() throws IOException {
    check("slidersFollow", THEATRE);
  }

  @Test
  void shouldNotShowWhatIsOldAsThePresent() throws IOException {
    check("offline", THEATRE);
  }

  @Test
  void shouldLeaveAServerAloneThatAsksToWait() throws IOException {
    check("asksToWait", THEATRE);
  }

  @Test
  void shouldLeaveItsStreamToOthersWhileNobodySeesIt() throws IOException {
    check("hiddenTabs", THEATRE);
  }

  @Test
  void shouldAskSoonWhenOnlyOthersAreToldOf() throws IOException {
    check("othersOnly", THEATRE);
  }

  @Test
  void shouldSayDemoAboveEverythingElse() throws IOException {
    check("demo");
  }

  @Test
  void shouldHaveNoGraveFindingOfAxe() throws IOException {
    check("axe", "theatre=" + THEATRE);
  }

  @Test
  void shouldFitANarrowScreen() throws IOException {
    check("narrow", "theatre=" + THEATRE);
  }
}
