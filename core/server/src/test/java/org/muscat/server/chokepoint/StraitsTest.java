package org.muscat.server.chokepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.chokepoint.ChokepointsDocument.Feature;
import org.muscat.server.chokepoint.ChokepointsDocument.Strait;
import org.muscat.server.chokepoint.ChokepointsDocument.Unplaced;
import org.muscat.server.fixture.Home;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Restricted;
import org.muscat.server.runtime.Session;

/** Where straits are of which nothing can be read. */
class StraitsTest {

  private static final Instant FIRST = Instant.parse("2025-03-01T00:00:00Z");
  private static final String HANG = "hang gate/north";

  /** Readings of the plugin of the tests are missing after three days. */
  private static final String MODEL =
      """
      model: test
      version: 1
      theatres:
        - {id: north, bind: {place: north}}
        - {id: south, bind: {place: south}}
      pillars:
        all: {weight: 1, indicators: {one: {indicator: last-value, config: {series: test/one}}}}
      minimum-live: 1
      status:
        gate: {indicator: strait-status, config: {series: "gate/${place}", latitude: "26.3", longitude: "56.86"}}
      """;

  @TempDir Path folder;

  private Session session;
  private Chokepoints chokepoints;

  @BeforeEach
  void open() throws IOException {
    session = Home.in(folder).model("test", MODEL).open();
    chokepoints =
        new Chokepoints(
            session.store(), new Assessor(session.store(), session.plugins()), Restricted.NOTHING);
  }

  @AfterEach
  void close() {
    System.clearProperty(HANG);
    session.close();
  }

  @Test
  void shouldKeepAStraitWhereItWasToldToBeWhileItsPluginDoesNotAnswer() {
    fill();
    chokepoints.at(session.theatres(), day(1));

    System.setProperty(HANG, "yes");
    ChokepointsDocument map = chokepoints.at(session.theatres(), day(2));

    assertThat(map.unplaced()).isEmpty();
    assertThat(map.features().stream().map(Feature::id))
        .containsExactly("chokepoint/north/gate", "chokepoint/south/gate");
    Strait north = (Strait) map.features().get(0).properties();
    assertThat(north.status()).isNull();
    assertThat(north.quality()).isEqualTo("missing");
    assertThat(north.reason()).contains("timed out");
  }

  /** Each call costs its deadline, and some of them open its breaker. */
  @Test
  void shouldAskAPluginThatDoesNotAnswerOnceForAllTheatresAndMoments() {
    fill();
    System.setProperty(HANG, "yes");
    Instant asOf = day(3);

    ChokepointsDocument map = chokepoints.at(session.theatres(), asOf);

    assertThat(reads("gate/north", asOf)).isOne();
    assertThat(reads("gate/north", asOf.minus(3, ChronoUnit.DAYS))).isZero();
    assertThat(reads("gate/south", asOf)).isZero();
    assertThat(map.features()).isEmpty();
    assertThat(map.unplaced().stream().map(Unplaced::reason))
        .hasSize(2)
        .allSatisfy(reason -> assertThat(reason).contains("its plugin does not answer just now"));
  }

  /** It became known late, and was too old then. */
  @Test
  void shouldPlaceAStraitByAReadingThatWasNeverYoungEnoughForAWord() {
    for (String series : List.of("gate/north", "gate/south")) {
      Home.point(session.store(), series, FIRST, day(9), 90);
    }

    ChokepointsDocument map = chokepoints.at(session.theatres(), day(10));

    assertThat(map.features()).hasSize(2);
    Strait north = (Strait) map.features().get(0).properties();
    assertThat(north.status()).isNull();
    assertThat(north.reason()).contains("are older than");
  }

  private void fill() {
    for (String series : List.of("gate/north", "gate/south")) {
      Home.points(session.store(), series, FIRST, 90, 90, 90, 90);
    }
  }

  private static int reads(String series, Instant asOf) {
    return Integer.getInteger(series + "@" + asOf, 0);
  }

  private static Instant day(int number) {
    return FIRST.plus(number, ChronoUnit.DAYS);
  }
}
