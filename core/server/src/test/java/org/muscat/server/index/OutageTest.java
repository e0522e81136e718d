package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.Score;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.Delivery;
import org.muscat.testkit.Recorded;

/** GDELT went silent on 2025-06-14, in the first days of a war. Silence is not calm. */
class OutageTest {

  private static final Instant LAST_NEWS = Instant.parse("2025-06-14T00:00:00Z");
  private static final Instant END = Instant.parse("2025-06-30T00:00:00Z");
  private static final List<String> OTHERS = List.of("test/two", "test/three");

  /** The news weigh a third; the two others stay as they are. */
  private static final String MODEL =
      """
      model: test
      version: 1
      theatres: [{id: north}]
      pillars:
        all:
          weight: 1
          indicators:
            news: {indicator: slow-value, config: {series: news/hormuz}}
            three: {indicator: slow-value, config: {series: test/three}}
            two: {indicator: slow-value, config: {series: test/two}}
      """;

  @TempDir Path folder;

  private Session session;
  private Assessor assessor;

  @BeforeEach
  void open() throws IOException {
    session = Home.in(folder).model("test", MODEL).open();
    List<Observation> news = new ArrayList<>();
    for (String line : Files.readAllLines(Recorded.data("gdelt/chokepoint-salience-daily.csv"))) {
      String[] cells = line.split(",");
      if (cells[0].startsWith("2025-0")) {
        Instant day = Instant.parse(cells[0] + "T00:00:00Z");
        news.add(
            Observation.point("news/hormuz", day, 100 * Double.parseDouble(cells[1]))
                .knownAt(day.plus(Duration.ofDays(1)), KnownBasis.ASSUMED));
      }
    }
    session.store().append(new Delivery("gdelt", 1, END, news, null));
    Instant first = Instant.parse("2025-01-01T00:00:00Z");
    double[] steady = new double[(int) Duration.between(first, END).toDays() + 1];
    Arrays.fill(steady, 20);
    OTHERS.forEach(series -> Home.points(session.store(), series, first, steady));
    assessor = new Assessor(session.store(), session.plugins());
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldNeverBecomeCalmerAndWidenDayByDay() {
    Score before = score(LAST_NEWS.plus(Duration.ofDays(1)));
    for (Instant day = LAST_NEWS.plus(Duration.ofDays(2));
        !day.isAfter(END);
        day = day.plus(1, ChronoUnit.DAYS)) {
      Score score = score(day);

      assertThat(score.stability())
          .as("stability as of %s", day)
          .isLessThanOrEqualTo(before.stability());
      assertThat(score.dynamic()).as("dynamic as of %s", day).isLessThanOrEqualTo(before.dynamic());
      assertThat(score.sigma()).as("sigma as of %s", day).isGreaterThan(before.sigma());
      before = score;
    }
  }

  @Test
  void shouldStillLeanOnTheLastNewsWhenTheyAreTooOld() {
    Assessment stale = assess(LAST_NEWS.plus(Duration.ofDays(9)));
    Assessment missing = assess(END);

    assertThat(member(stale).quality()).hasToString("STALE");
    assertThat(member(missing).quality()).hasToString("MISSING");
    assertThat(member(missing).held()).isTrue();
    assertThat(member(missing).value()).isEqualTo(member(stale).value());
    assertThat(missing.state().coverage()).isLessThan(stale.state().coverage());
  }

  private Score score(Instant asOf) {
    return assess(asOf).state().scored().orElseThrow();
  }

  private Assessment assess(Instant asOf) {
    return assessor.assess(session.theatres().all().get(0), asOf);
  }

  private static MemberState member(Assessment assessment) {
    return assessment.state().pillars().get(0).members().get(0);
  }
}
