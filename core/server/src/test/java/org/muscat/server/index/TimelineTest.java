package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.IndexState;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.feed.FeedBoard;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;
import org.muscat.store.StoredState;

class TimelineTest {

  private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");
  private static final int DAYS = 120;

  @TempDir Path folder;

  private Session session;

  @BeforeEach
  void open() throws IOException {
    session = Home.in(folder).model("test", Home.MODEL + Home.REGIME).open();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldSayTheSameInWhateverOrderAndHoweverOftenItIsAsked(long seed) {
    Random random = new Random(seed);
    fill(random);
    List<Instant> moments = moments(random);
    Map<Instant, String> alone = new TreeMap<>();
    moments.forEach(moment -> alone.put(moment, said(assessor(), moment)));

    Assessor one = assessor();
    for (int round = 0; round < 2; round++) {
      Collections.shuffle(moments, random);
      moments.forEach(moment -> assertThat(said(one, moment)).isEqualTo(alone.get(moment)));
    }
  }

  @Test
  void shouldSayTheSameToSeveralThreads() throws Exception {
    Random random = new Random(4);
    fill(random);
    List<Instant> moments = moments(random);
    Map<Instant, String> alone = new TreeMap<>();
    moments.forEach(moment -> alone.put(moment, said(assessor(), moment)));
    Assessor shared = assessor();
    ExecutorService threads = Executors.newFixedThreadPool(4);

    List<Callable<String>> questions = new ArrayList<>();
    moments.forEach(moment -> questions.add(() -> said(shared, moment)));
    List<Future<String>> answers = threads.invokeAll(questions);
    threads.shutdown();

    for (int i = 0; i < moments.size(); i++) {
      assertThat(answers.get(i).get()).isEqualTo(alone.get(moments.get(i)));
    }
  }

  @Test
  void shouldSayTheSameFromAStoredCheckpoint() {
    fill(new Random(5));
    Instant asOf = day(100).plusSeconds(4000);
    String folded = said(assessor(), asOf);
    Instant point = day(90);
    TheatreMemory memory =
        assessor()
            .timeline(north())
            .before(
                point.plusSeconds(1),
                new Reader(readings(), new Histories(session.store()), () -> {}));
    store(point, Checkpoints.write(memory));
    int readBefore = reads(day(50));

    Assessor later = assessor();

    assertThat(said(later, asOf)).isEqualTo(folded);
    assertThat(reads(day(50))).as("points before the checkpoint").isEqualTo(readBefore);
  }

  @Test
  void shouldSayTheSameAboutAMomentWithACheckpointAndWithout() {
    fill(new Random(5));
    Instant asOf = day(100).plusSeconds(4000);
    String folded = said(assessor(), asOf);

    assertThat(said(assessor().about(asOf), asOf)).as("from the beginning").isEqualTo(folded);

    Instant point = day(90);
    TheatreMemory memory =
        assessor()
            .timeline(north())
            .before(
                point.plusSeconds(1),
                new Reader(readings(), new Histories(session.store()), () -> {}));
    store(point, Checkpoints.write(memory));
    int readBefore = reads(day(50));
    Assessor about = assessor().about(asOf);

    assertThat(said(about, asOf)).as("from a checkpoint").isEqualTo(folded);
    assertThat(reads(day(50))).isEqualTo(readBefore);
    assertThat(said(about, day(60)))
        .as("earlier than it is about")
        .isEqualTo(said(assessor(), day(60)));
  }

  @Test
  void shouldReadNoPointOfAPastWhoseLastDaysHaveCheckpoints() {
    fill(new Random(13));
    Instant asOf = day(100).plusSeconds(4000);
    String folded = said(assessor(), asOf);
    assessor()
        .replay(
            north(),
            day(80),
            day(100),
            1,
            point ->
                point
                    .checkpoint()
                    .ifPresent(checkpoint -> store(point.assessment().state().asOf(), checkpoint)));
    List<Integer> before = IntStream.range(0, 100).mapToObj(i -> reads(day(i))).toList();

    assertThat(said(assessor(), asOf)).isEqualTo(folded);
    assertThat(IntStream.range(0, 100).mapToObj(i -> reads(day(i))).toList()).isEqualTo(before);
  }

  @Test
  void shouldNotStartFromACheckpointThatALateObservationSpoiled() {
    fill(new Random(6));
    TheatreMemory memory =
        assessor()
            .timeline(north())
            .before(
                day(90).plusSeconds(1),
                new Reader(readings(), new Histories(session.store()), () -> {}));
    store(day(90), Checkpoints.write(memory));
    int before = reads(day(70));

    Home.point(session.store(), "test/one", day(60).plusSeconds(5), day(61), 99);
    said(assessor(), day(100));

    assertThat(reads(day(70))).isGreaterThan(before);
  }

  @Test
  void shouldFoldAnewFromTheKnownAtOfALateObservationOnly() {
    fill(new Random(7));
    Assessor assessor = assessor();
    said(assessor, day(100));
    int early = reads(day(60));
    int late = reads(day(97));
    Home.point(session.store(), "test/one", day(98).plusSeconds(5), day(99), 99);

    String said = said(assessor, day(100));

    assertThat(reads(day(60))).isEqualTo(early);
    assertThat(reads(day(97))).isEqualTo(late);
    assertThat(said).isEqualTo(said(assessor(), day(100)));
  }

  @Test
  void shouldTakeOneStepForAnOrdinaryAppend() {
    fill(new Random(8));
    Assessor assessor = assessor();
    said(assessor, day(100));
    int before = reads(day(99));

    Home.point(session.store(), "test/one", day(100), day(100).plusSeconds(3600), 50);
    said(assessor, day(101));

    assertThat(reads(day(99))).isEqualTo(before);
    assertThat(reads(day(100))).isPositive();
  }

  @Test
  void shouldNotRememberWhatFailedForAReasonOfTheMoment() {
    fill(new Random(9));
    Assessor assessor = assessor();
    String hang = "hang test/one";
    int before = reads(day(40));
    System.setProperty(hang, "yes");
    Assessment without;
    try {
      without = assessor.assess(north(), day(50));
    } finally {
      System.clearProperty(hang);
    }

    assertThat(reads(day(40))).as("it is not asked for every day").isEqualTo(before);
    assertThat(without.state().pillars().get(0).members().get(0).reason()).contains("timed out");
    assertThat(said(assessor, day(50))).isEqualTo(said(assessor(), day(50)));
  }

  @Test
  void shouldFollowItsTargetWithALag() {
    for (String series : Home.SERIES) {
      Home.points(session.store(), series, FIRST, 20, 20, 20, 60, 60);
    }
    Assessor assessor = assessor();

    IndexState.Score calm = assessor.assess(north(), day(2)).state().scored().orElseThrow();
    IndexState.Score fallen = assessor.assess(north(), day(3)).state().scored().orElseThrow();

    assertThat(calm.stability()).isEqualTo(calm.target());
    assertThat(fallen.stability())
        .isEqualTo(
            calm.stability() + (1 - Math.pow(0.2, 1)) * (fallen.target() - calm.stability()));
  }

  @Test
  void shouldTellWhatStandsBesideTheIndex() {
    fill(new Random(10));

    Assessment assessment = assessor().assess(north(), day(100));

    assertThat(assessment.theatreState().regime()).isNotNull();
    assertThat(assessment.theatreState().flags()).isNotEmpty();
    assertThat(assessment.theatreState().margin().band()).isNotNull();
    assertThat(assessment.theatreState().index()).isSameAs(assessment.state());
  }

  @Test
  void shouldHaveNoScoreBeforeTheHistoryBegins() throws IOException {
    session.close();
    String history = "history: {from: 2023-02-01, warm-up: P10D}\n";
    session = Home.in(folder).model("test", Home.MODEL + history).open();
    fill(new Random(11));

    assertThat(assessor().assess(north(), day(20)).state().status())
        .isEqualTo(IndexState.Status.WARMING);
    assertThat(assessor().assess(north(), day(31)).state().scored()).isPresent();
  }

  @Test
  void shouldRefuseToFoldForMoreThanACentury() {
    fill(new Random(12));

    assertThatThrownBy(() -> assessor().assess(north(), Instant.parse("2200-01-01T00:00:00Z")))
        .isInstanceOf(TooFarException.class)
        .hasMessageContaining("ask for an earlier moment");
  }

  private void store(Instant point, String checkpoint) {
    session
        .store()
        .indexStates()
        .append(
            List.of(
                new StoredState(
                    "north",
                    "test",
                    north().model().hash(),
                    Programs.of(session.plugins()).text(),
                    point,
                    session.store().stamp(),
                    "scored",
                    50.0,
                    40.0,
                    60.0,
                    "{}",
                    checkpoint,
                    point)));
  }

  /** Daily values with holes, some of them known late or revised. */
  private void fill(Random random) {
    for (String series :
        List.of("test/one", "test/two", "test/three", "test/north", "test/strait")) {
      for (int day = 0; day < DAYS; day++) {
        if (random.nextInt(6) > 0) {
          Instant known = day(day).plusSeconds(random.nextInt(3) * 50_000L);
          Home.point(session.store(), series, day(day), known, 100 * random.nextDouble());
        }
      }
    }
  }

  private static List<Instant> moments(Random random) {
    List<Instant> moments = new ArrayList<>(List.of(day(0), day(33), day(96), day(-1), day(DAYS)));
    for (int i = 0; i < 8; i++) {
      moments.add(FIRST.plusSeconds(random.nextInt(DAYS * 86_400)));
    }
    return moments;
  }

  /** Everything that is said, with all that an assessment does not write into its document. */
  private String said(Assessor assessor, Instant asOf) {
    Assessment assessment = assessor.assess(north(), asOf);
    Documents documents = new Documents(session.plugins(), new FeedBoard(), Restricted.NOTHING);
    return Json.compact(documents.index(assessment))
        + assessment.theatreState().regime()
        + assessment.theatreState().flags()
        + assessment.theatreState().margin()
        + assessment.theatreState().tripWires();
  }

  /** How often the test plugin read the first indicator as of a moment. */
  private static int reads(Instant moment) {
    return Integer.getInteger("test/one@" + moment, 0);
  }

  private Assessor assessor() {
    return new Assessor(session.store(), session.plugins());
  }

  private Readings readings() {
    return new Readings(session.plugins());
  }

  private Theatre north() {
    return session.theatres().find("north").orElseThrow();
  }

  private static Instant day(long number) {
    return FIRST.plus(Duration.ofDays(number));
  }
}
