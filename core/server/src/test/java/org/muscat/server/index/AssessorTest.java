package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.engine.Composite;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.Input;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.feed.FeedBoard;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

class AssessorTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir Path folder;

  private Session session;
  private Assessor assessor;

  @BeforeEach
  void open() throws IOException {
    session = Home.in(folder).open();
    assessor = new Assessor(session.store(), session.plugins());
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldSayTheSameBytesWhateverIsKnownLater() {
    fill("test/one", 10, 20, 30);
    fill("test/two", 20, 20, 20);
    fill("test/three", 30, 60, 30);
    fill("test/north", 40, 40, 40);
    Instant asOf = day(2).plusSeconds(3600);
    String before = json(north(), asOf);

    for (String series : Home.SERIES) {
      Home.point(session.store(), series, day(0), asOf.plusMillis(1), 99);
      Home.point(session.store(), series, day(1).plusSeconds(7), asOf.plusSeconds(1), 1);
      Home.point(session.store(), series, day(2), asOf.plus(5, ChronoUnit.DAYS), 77);
    }

    assertThat(json(north(), asOf)).isEqualTo(before);
    assertThat(json(north(), asOf.plusSeconds(1))).isNotEqualTo(before);
  }

  @Test
  void shouldHoldTheLastValueForNinetyDaysAndNotLonger() {
    keepLive(140, "test/two", "test/three", "test/north");
    fill("test/one", 80);
    Instant lastLive = day(3);

    MemberState held = member(day(3).plusSeconds(1), "one");
    MemberState atTheEnd = member(lastLive.plus(Composite.LONGEST_HOLD), "one");
    MemberState after = member(lastLive.plus(Composite.LONGEST_HOLD).plusSeconds(1), "one");

    assertThat(held.held()).isTrue();
    assertThat(held.risk()).isEqualTo(80);
    assertThat(atTheEnd.held()).isTrue();
    assertThat(after.held()).isFalse();
    assertThat(after.risk()).isNull();
  }

  @Test
  void shouldHoldWhatEachGridPointKnewThen() {
    keepLive(30, "test/two", "test/three", "test/north");
    fill("test/one", 80);
    Instant revisedAt = day(10).plusSeconds(60);
    Home.point(session.store(), "test/one", day(0), revisedAt, 20);

    // A grid point from which the revision could be seen finds the value too old already.
    assertThat(member(day(9), "one").risk()).isEqualTo(80);
    assertThat(member(day(20), "one").risk()).isEqualTo(80);
  }

  @Test
  void shouldForgetWhatItHeldWhenTheStoreChanges() {
    keepLive(30, "test/two", "test/three", "test/north");
    fill("test/one", 80);
    assertThat(member(day(10), "one").risk()).isEqualTo(80);

    Home.point(session.store(), "test/one", day(1), day(1), 60);

    assertThat(member(day(10), "one").risk()).isEqualTo(60);
  }

  @Test
  void shouldSeeWhatAnotherProcessWroteWithoutBeingTold() {
    keepLive(30, "test/two", "test/three", "test/north");
    fill("test/one", 80);
    assertThat(member(day(10), "one").risk()).isEqualTo(80);

    Home.point(session.store(), "test/one", day(1), day(1), 60);

    assertThat(member(day(10), "one").risk()).isEqualTo(60);
  }

  @Test
  void shouldNeverBeCalmerBecauseASeriesStopped() {
    Random random = new Random(42);
    for (int round = 0; round < 25; round++) {
      List<String> names = List.of("one", "two", "three", "north");
      String stopped = "test/" + names.get(random.nextInt(4));
      Instant start = FIRST.plus(400L * round, ChronoUnit.DAYS);
      for (String name : names) {
        String series = "test/" + name;
        double[] values = random.doubles(series.equals(stopped) ? 20 : 40, 0, 100).toArray();
        Home.points(session.store(), series, start, values);
      }
      Instant asOf = start.plus(21 + random.nextInt(18), ChronoUnit.DAYS);

      IndexState state = assessor.assess(north(), asOf).state();

      // The published index follows its target with a lag; the rule is about the target.
      double index = state.scored().orElseThrow().target();
      assertThat(index).as("round %d", round).isLessThanOrEqualTo(overLive(state, asOf) + 1e-9);
    }
  }

  @Test
  void shouldReadAnIndicatorOfSeveralTheatresOnce() {
    fill("test/one", 1, 2, 3);
    Instant asOf = day(2).plusSeconds(17);

    assessor.assessAll(session.theatres().all(), asOf);

    assertThat(Integer.getInteger("test/one@" + asOf)).isOne();
    assertThat(Integer.getInteger("test/north@" + asOf)).isOne();
    assertThat(Integer.getInteger("test/south@" + asOf)).isOne();
  }

  @Test
  void shouldSayTheSameToSeveralThatAskAtOnce() throws Exception {
    for (String series : Home.SERIES) {
      fill(series, 10, 20, 30);
    }
    fill("test/south", 10, 20, 30);
    String expected = json(north(), day(2));
    ExecutorService threads = Executors.newFixedThreadPool(6);

    List<Callable<String>> questions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      questions.add(() -> json(north(), day(2)));
    }
    List<Future<String>> answers = threads.invokeAll(questions);
    threads.shutdown();

    for (Future<String> answer : answers) {
      assertThat(answer.get()).isEqualTo(expected);
    }
  }

  @Test
  void shouldTellAStatusUntilItIsTooOld() {
    fill("test/strait", 90);

    Assessment fresh = assessor.assess(north(), day(3));
    Assessment old = assessor.assess(north(), day(3).plusSeconds(1));

    assertThat(fresh.statusWords().get(0).reading()).isInstanceOf(Measured.class);
    assertThat(old.statusWords().get(0).reading())
        .isEqualTo(new NoData("last data of 2025-01-01T00:00:00Z are older than PT72H"));
  }

  /** The index of the live inputs alone: what a composition without any hold gives. */
  private double overLive(IndexState state, Instant asOf) {
    Map<String, Input> live = new HashMap<>();
    state.pillars().stream()
        .flatMap(pillar -> pillar.members().stream())
        .forEach(
            member ->
                live.put(
                    member.id(),
                    member.held() || member.value() == null
                        ? Input.of(new NoData("stopped"))
                        : Input.of(Measured.of(member.value(), member.observedAt()))));
    // The floors are those of the theatre's model, so that both are composed of the same.
    return Composite.compose(north().model(), "north", asOf, live)
        .scored()
        .map(IndexState.Score::target)
        .orElse(100.0);
  }

  private MemberState member(Instant asOf, String id) {
    return assessor.assess(north(), asOf).state().pillars().stream()
        .flatMap(pillar -> pillar.members().stream())
        .filter(member -> member.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String json(Theatre theatre, Instant asOf) {
    Documents documents = new Documents(session.plugins(), new FeedBoard(), Restricted.NOTHING);
    return Json.compact(documents.index(assessor.assess(theatre, asOf)));
  }

  private Theatre north() {
    return session.theatres().find("north").orElseThrow();
  }

  private void fill(String series, double... values) {
    Home.points(session.store(), series, FIRST, values);
  }

  private void keepLive(int days, String... series) {
    for (String one : series) {
      fill(one, new Random(one.hashCode()).doubles(days, 10, 30).toArray());
    }
  }

  private static Instant day(long number) {
    return FIRST.plus(Duration.ofDays(number));
  }
}
