package org.muscat.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.Quality;
import org.muscat.server.fixture.Home;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.AsOfView;
import org.muscat.store.Delivery;
import org.muscat.store.SourceRanking;
import org.muscat.testkit.Recorded;

/** A source that tells its past anew (method, rule 5). */
class VintageBreakTest {

  private static final int DAYS = 300;
  private static final String SERIES = "test/one";
  private static final List<String> OTHERS = List.of("test/two", "test/three");

  /** Enough is live without one of them. */
  private static final String MODEL =
      """
      model: test
      version: 1
      theatres: [{id: north}]
      pillars:
        all:
          weight: 1
          indicators:
            one: {indicator: last-value, config: {series: test/one}}
            three: {indicator: last-value, config: {series: test/three}}
            two: {indicator: last-value, config: {series: test/two}}
      """;

  @TempDir Path folder;

  private Session session;
  private Path file;
  private FeedRunner feed;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldReadTheWholeHistoryAgainAsAnotherVintage() throws IOException {
    open(day -> 20 + day % 7);
    feed.run();
    Instant before = now();

    write(day -> 25 + day % 7);
    Fetched fetched = feed.run();

    assertThat(fetched.failure()).isEmpty();
    assertThat(fetched.stored()).isEqualTo(DAYS);
    assertThat(view(now()).provenance(SERIES).orElseThrow().vintage()).isEqualTo(2);
    assertThat(values(now())).containsExactly(expected(day -> 25 + day % 7));
    assertThat(values(before)).containsExactly(expected(day -> 20 + day % 7));
    assertThat(feed.status().breaks())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.number()).isEqualTo(2);
              assertThat(seen.overlapping()).isBetween(55L, 61L);
              assertThat(seen.changed()).isEqualTo(seen.overlapping());
            });
    assertThat(feed.status().openBreaks()).isEmpty();
  }

  /**
   * A feed assumes that its first fetch tells what was known long ago; of a new past that is wrong.
   */
  @Test
  void shouldKnowNothingOfTheNewPastBeforeItWasReadAgain() throws IOException {
    open("assumed", day -> 20 + day % 7);
    feed.run();
    Instant before = now();

    write(day -> 25 + day % 7);
    feed.run();

    assertThat(view(now()).provenance(SERIES).orElseThrow().vintage()).isEqualTo(2);
    assertThat(values(now())).containsExactly(expected(day -> 25 + day % 7));
    assertThat(values(before)).containsExactly(expected(day -> 20 + day % 7));
    assertThat(view(first().plus(10, ChronoUnit.DAYS)).series(SERIES).lastValue()).isEqualTo(23);
  }

  /** The history has more than one batch. */
  @Test
  void shouldKnowTheWholeNewPastFromOneMomentOn() throws IOException {
    open("assumed", day -> 20 + day % 7);
    feed.run();

    write(day -> 25 + day % 7);
    feed.run();

    Instant last = view(now()).provenance(SERIES).orElseThrow().newestKnownAt();
    assertThat(values(last)).containsExactly(expected(day -> 25 + day % 7));
    assertThat(values(last.minusMillis(1))).containsExactly(expected(day -> 20 + day % 7));
  }

  @Test
  void shouldAssumeOfASeriesThatIsToldFirstWithANewPastWhatItAssumesAtFirst() throws IOException {
    open("assumed", day -> 20 + day % 7);
    feed.run();

    Files.write(file, both(day -> 25 + day % 7));
    feed.run();

    AsOfView past =
        session
            .store()
            .view(
                first().plus(10, ChronoUnit.DAYS),
                List.copyOf(Inputs.none().with("test/other", Duration.ofDays(3_650)).all()),
                SourceRanking.byName());
    assertThat(past.series("test/other").size()).isEqualTo(11);
  }

  @Test
  void shouldStoreNothingOfAnUnchangedHistory() throws IOException {
    open(day -> 20 + day % 7);
    feed.run();
    long stamp = session.store().stamp();

    Fetched again = feed.run();

    assertThat(again.stored()).isZero();
    assertThat(again.unchanged()).isEqualTo(90);
    assertThat(session.store().earliestKnownSince(stamp, List.of(SERIES))).isEmpty();
    assertThat(view(now()).provenance(SERIES).orElseThrow().count()).isEqualTo(DAYS);
  }

  @Test
  void shouldTakeAFewChangesForRevisions() throws IOException {
    open(day -> 20);
    feed.run();

    write(day -> day % 6 == 0 ? 21 : 20);
    feed.run();

    assertThat(feed.status().breaks()).isEmpty();
    assertThat(view(now()).provenance(SERIES).orElseThrow().vintage()).isEqualTo(1);
    assertThat(values(now())[DAYS - 6]).isEqualTo(21);
  }

  @Test
  void shouldSuspectTheSourceUntilItsHistoryWasReadWhole() throws IOException {
    open(day -> 20);
    feed.run();
    Instant before = now();

    write(day -> 90);
    putFailureAtLine(150);
    Fetched broken = feed.run();

    assertThat(broken.failure().orElseThrow().reason()).isEqualTo("UNREACHABLE");
    assertThat(broken.stored()).isZero();
    assertThat(feed.status().openBreaks()).hasSize(1);
    assertThat(values(now())).containsExactly(expected(day -> 20));
    assertThat(view(before).suspicion(SERIES)).isEmpty();
    assertThat(view(now()).suspicion(SERIES)).isPresent();

    write(day -> 90);
    assertThat(feed.run().failure()).isEmpty();
    assertThat(feed.status().openBreaks()).isEmpty();
    assertThat(feed.status().breaks()).hasSize(1);
    assertThat(view(now()).suspicion(SERIES)).isEmpty();
    assertThat(values(now())).containsExactly(expected(day -> 90));
  }

  /** As when another table of the source is gone for good. */
  @Test
  void shouldKeepASeriesThatWasToldWholeBeforeTheReadingFailed() throws IOException {
    open(day -> 20);
    feed.run();
    Instant before = now();

    writeWithFailureBehind(day -> 90, 300);
    Fetched fetched = feed.run();

    assertThat(fetched.failure().orElseThrow().detail()).contains("line 401");
    assertThat(feed.status().openBreaks()).isEmpty();
    assertThat(view(now()).provenance(SERIES).orElseThrow().vintage()).isEqualTo(2);
    assertThat(values(now())).containsExactly(expected(day -> 90));
    assertThat(values(before)).containsExactly(expected(day -> 20));
    assertThat(session.store().cursor("drop")).contains("end");
  }

  /** Of the days of the vintage before the last two are missing. */
  @Test
  void shouldNotKeepASeriesThatWasToldInPartBeforeTheReadingFailed() throws IOException {
    open(day -> 20);
    feed.run();

    writeWithFailureBehind(day -> 90, 298);
    Fetched fetched = feed.run();

    assertThat(fetched.failure()).isPresent();
    assertThat(fetched.stored()).isZero();
    assertThat(feed.status().openBreaks()).hasSize(1);
    assertThat(values(now())).containsExactly(expected(day -> 20));
  }

  /** Another feed of the same source told it, or an import. */
  @Test
  void shouldAssumeNothingOfAPastThatTheStoreHolds() throws IOException {
    open("assumed", day -> day % 6 == 0 ? 21 : 20);
    List<Observation> held = new ArrayList<>();
    for (int day = 0; day < 250; day++) {
      Instant at = first().plus(day, ChronoUnit.DAYS);
      held.add(
          Observation.point(SERIES, at, 20)
              .knownAt(at.plus(10, ChronoUnit.DAYS), KnownBasis.PUBLISHED));
    }
    session.store().append(new Delivery("acme", 1, now(), held, null));

    assertThat(feed.run().failure()).isEmpty();

    assertThat(values(first().plus(30, ChronoUnit.DAYS))).hasSize(21).containsOnly(20);
    assertThat(values(first().plus(280, ChronoUnit.DAYS))).hasSize(281);
    assertThat(values(now())).containsExactly(expected(day -> day % 6 == 0 ? 21 : 20));
  }

  /** As an import of the chronicle before the first start of a server. */
  @Test
  void shouldSeeNoBreakInVersionsThatTheStoreHolds() throws IOException {
    open("assumed", day -> 20);
    List<String> twice = new ArrayList<>();
    List<Observation> held = new ArrayList<>();
    for (int day = 0; day < 90; day++) {
      Instant at = first().plus(day, ChronoUnit.DAYS);
      twice.add(SERIES + "," + at + ",20");
      twice.add(SERIES + "," + at + ",25");
      held.add(Observation.point(SERIES, at, 20).knownAt(at, KnownBasis.ASSUMED));
      held.add(
          Observation.point(SERIES, at, 25)
              .knownAt(at.plus(1, ChronoUnit.DAYS), KnownBasis.ASSUMED));
    }
    Files.write(file, twice);
    session.store().append(new Delivery("acme", 1, now(), held, null));

    Fetched fetched = feed.run();

    assertThat(fetched.failure()).isEmpty();
    assertThat(fetched.rejections()).isEmpty();
    assertThat(fetched.stored()).isZero();
    assertThat(feed.status().breaks()).isEmpty();
    assertThat(view(first().plus(80, ChronoUnit.DAYS)).series(SERIES).lastValue()).isEqualTo(20);
    assertThat(values(now())).hasSize(90).containsOnly(25);
  }

  @Test
  void shouldNotBelieveAFragmentOfAHistory() throws IOException {
    open(day -> 20);
    feed.run();

    Files.write(file, lines(day -> 90).subList(40, DAYS));
    Fetched fragment = feed.run();

    assertThat(fragment.failure().orElseThrow().reason()).isEqualTo("SOURCE_CHANGED");
    assertThat(fragment.failure().orElseThrow().detail()).contains("has 260 ", "where 300 are");
    assertThat(feed.status().openBreaks()).hasSize(1);
    assertThat(values(now())).containsExactly(expected(day -> 20));
  }

  @Test
  void shouldNotSpliceWhenTheBreakWasSeenByAFeedOfAnotherName() throws IOException {
    open(day -> 20);
    feed.run();
    write(day -> 90);
    putFailureAtLine(150);
    feed.run();
    session.close();

    session =
        Home.in(folder)
            .options(
                "feeds: [{id: renamed, feed: history, source: acme, config: {path: \""
                    + file
                    + "\"}}]\n")
            .open();
    feed = session.configuredFeeds().get(0);
    write(day -> 90);
    Instant before = now();
    assertThat(feed.run().failure()).isEmpty();

    assertThat(view(now()).provenance(SERIES).orElseThrow().vintage()).isEqualTo(2);
    assertThat(values(now())).containsExactly(expected(day -> 90));
    assertThat(values(before)).containsExactly(expected(day -> 20));
  }

  @Test
  void shouldReadAgainOnceForABreakOfASeriesThatIsNotToldAnyMore() throws IOException {
    open(day -> 20);
    Files.write(file, both(day -> 20));
    feed.run();
    List<String> lost = both(day -> 90);
    Files.write(file, lost);
    putFailureAtLine(150);
    feed.run();
    assertThat(feed.status().openBreaks()).hasSize(1);

    // Only the other series is told from now on.
    Files.write(file, lost.stream().filter(line -> line.startsWith("test/other")).toList());
    feed.run();
    long stamp = session.store().stamp();
    Fetched again = feed.run();

    assertThat(again.failure()).isEmpty();
    assertThat(again.stored()).isZero();
    assertThat(again.unchanged()).isEqualTo(90);
    assertThat(session.store().earliestKnownSince(stamp, List.of("test/other"))).isEmpty();
    assertThat(view(now()).suspicion(SERIES)).isPresent();
  }

  @Test
  void shouldHoldASuspectReadingAndWidenTheInterval() throws IOException {
    open(day -> 60);
    keep(SERIES, day -> 60);
    OTHERS.forEach(series -> keep(series, day -> 20));
    feed.run();
    Assessment before = assess();
    write(day -> 5);
    putFailureAtLine(150);
    feed.run();

    Assessment suspect = assess();

    MemberState member = member(suspect);
    assertThat(member.quality()).isEqualTo(Quality.SUSPECT);
    assertThat(member.held()).isTrue();
    assertThat(member.value()).isEqualTo(60);
    assertThat(member.reason()).contains("told its past anew", "of 'test/one' older than 30 d");
    assertThat(suspect.state().coverage()).isLessThan(before.state().coverage());
    Score now = suspect.state().scored().orElseThrow();
    Score then = before.state().scored().orElseThrow();
    assertThat(now.sigma()).isGreaterThan(then.sigma());
    assertThat(now.dynamic()).isLessThanOrEqualTo(then.dynamic());
  }

  @Test
  void shouldStoreNothingOfAPastToldAnewByAFeedThatCannotBeReadWhole() throws IOException {
    open("recent", day -> 20);
    feed.run();

    write(day -> 30);
    Fetched fetched = feed.run();
    Fetched again = feed.run();

    assertThat(fetched.failure().orElseThrow().reason()).isEqualTo("VINTAGE_BREAK");
    assertThat(again.failure().orElseThrow().detail()).contains("--vintage 2");
    assertThat(values(now())).containsExactly(expected(day -> 20));
    assertThat(feed.status().openBreaks()).hasSize(1);

    List<Observation> whole = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      whole.add(Observation.point(SERIES, first().plus(day, ChronoUnit.DAYS), 30));
    }
    session.store().append(new Delivery("acme", 2, session.clock().instant(), whole, null));
    assertThat(feed.run().failure()).isEmpty();
    assertThat(feed.status().openBreaks()).isEmpty();
    assertThat(view(now()).suspicion(SERIES)).isEmpty();
  }

  @Test
  void shouldFollowTheThreeVintagesOfHormuz() throws IOException {
    open(day -> 20);
    List<Instant> moments = new ArrayList<>();
    List<double[]> told = new ArrayList<>();
    for (String name :
        List.of(
            "hormuz_vintage-A_2026-04-27.csv,1",
            "hormuz_vintage-B_2026-07-06.csv,12",
            "hormuz_vintage-C_2026-08-20.csv,12")) {
      Files.write(file, recorded(name.split(",")[0], Integer.parseInt(name.split(",")[1])));
      assertThat(feed.run().failure()).isEmpty();
      moments.add(now());
      told.add(values(now()));
    }

    assertThat(feed.status().breaks()).hasSize(2);
    assertThat(feed.status().openBreaks()).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(values(moments.get(i))).containsExactly(told.get(i));
      assertThat(view(moments.get(i)).provenance(SERIES).orElseThrow().vintage()).isEqualTo(i + 1);
    }
  }

  private List<String> recorded(String name, int column) throws IOException {
    return Files.readAllLines(Recorded.data("portwatch/" + name)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(cells -> SERIES + "," + cells[0] + "T00:00:00Z," + cells[column])
        .toList();
  }

  private void open(IntToDoubleFunction value) throws IOException {
    open("history", value);
  }

  private void open(String kind, IntToDoubleFunction value) throws IOException {
    Home home = Home.in(folder).model("test", MODEL);
    file = home.feedOf(kind, "PT1H", lines(value).toArray(String[]::new));
    session = home.open();
    feed = session.configuredFeeds().get(0);
  }

  /** As the feed would have told it, day by day. */
  private void keep(String series, IntToDoubleFunction value) {
    List<Observation> points = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      Instant at = first().plus(day, ChronoUnit.DAYS);
      points.add(
          Observation.point(series, at, value.applyAsDouble(day))
              .knownAt(at, KnownBasis.PUBLISHED));
    }
    session.store().append(new Delivery("acme", 1, now(), points, null));
  }

  private Assessment assess() {
    Assessor assessor = new Assessor(session.store(), session.plugins());
    return assessor.assess(session.theatres().all().get(0), now());
  }

  private static MemberState member(Assessment assessment) {
    return assessment.state().pillars().get(0).members().get(0);
  }

  /** A moment after all that happened. */
  private Instant now() {
    return session.clock().instant().plusMillis(1);
  }

  private AsOfView view(Instant asOf) {
    return session.store().view(asOf, inputs(), SourceRanking.byName());
  }

  private static List<Inputs.Input> inputs() {
    return List.copyOf(Inputs.none().with(SERIES, Duration.ofDays(3_650)).all());
  }

  private double[] values(Instant asOf) {
    return view(asOf).series(SERIES).values();
  }

  private static double[] expected(IntToDoubleFunction value) {
    return IntStream.range(0, DAYS).mapToDouble(value).toArray();
  }

  private static Instant first() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS - 1, ChronoUnit.DAYS);
  }

  private void write(IntToDoubleFunction value) throws IOException {
    Files.write(file, lines(value));
  }

  /** The overlap of the last ninety can be read, the whole history cannot. */
  private void putFailureAtLine(int number) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(number - 1, "fail");
    Files.write(file, lines);
  }

  /** Two batches that can be read, one that cannot, and an overlap of days told before. */
  private void writeWithFailureBehind(IntToDoubleFunction value, int days) throws IOException {
    List<String> all = lines(value);
    List<String> lines = new ArrayList<>(all.subList(0, days));
    lines(day -> 7)
        .subList(0, 400 - days)
        .forEach(line -> lines.add(line.replace(SERIES, "test/other")));
    lines.add("fail");
    lines.addAll(all.subList(180, 270));
    Files.write(file, lines);
  }

  /** The series and, before it, another one that never changes. */
  private List<String> both(IntToDoubleFunction value) {
    List<String> both = new ArrayList<>();
    lines(day -> 7).forEach(line -> both.add(line.replace(SERIES, "test/other")));
    both.addAll(lines(value));
    return both;
  }

  private List<String> lines(IntToDoubleFunction value) {
    Instant first = first();
    return IntStream.range(0, DAYS)
        .mapToObj(
            day -> SERIES + "," + first.plus(day, ChronoUnit.DAYS) + "," + value.applyAsDouble(day))
        .toList();
  }
}
