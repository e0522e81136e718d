package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.spi.Inputs;
import org.muscat.spi.Observation;

@ParameterizedClass
@EnumSource(Kind.class)
class VintageBreaksTest {

  private static final String SERIES = "transits/hormuz/total";
  private static final String SOURCE = "portwatch";
  private static final String INSTANCE = "imf";
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  /** The first hundred days are older than a month then. */
  private static final Instant NOW = FIRST.plus(130, ChronoUnit.DAYS);

  private static final List<Inputs.Input> INPUTS =
      List.copyOf(Inputs.none().with(SERIES, Duration.ofDays(400)).all());

  @Parameter private Kind kind;

  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = kind.fresh(folder);
    store = database.open();
    store.append(told(NOW, 1, points(0, 130, 0)));
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Test
  void shouldSeeABreakAboveAFifthOfTheSettledValues() {
    assertThat(seen(points(0, 100, 20))).isEmpty();
    assertThat(seen(points(0, 100, 21)))
        .containsExactly(new VintageBreak(SOURCE, 2, INSTANCE, SERIES, 100, 21, later()));
  }

  @Test
  void shouldSeeNoBreakInFewerThanFiftyValues() {
    assertThat(seen(points(51, 100, 49))).isEmpty();
    assertThat(seen(points(50, 100, 50))).hasSize(1);
  }

  @Test
  void shouldNotCountValuesYoungerThanAMonth() {
    List<Observation> young = points(101, 130, 29);

    assertThat(seen(young)).isEmpty();
  }

  @Test
  void shouldNotCountWhatWasNotKnownBefore() {
    List<Observation> fresh = new ArrayList<>();
    for (int day = 1; day <= 60; day++) {
      fresh.add(Observation.point(SERIES, FIRST.minus(day, ChronoUnit.DAYS), 1));
    }

    assertThat(seen(fresh)).isEmpty();
  }

  @Test
  void shouldStoreNothingByLooking() {
    long stamp = store.stamp();

    seen(points(0, 100, 100));

    assertThat(store.stamp()).isEqualTo(stamp);
  }

  @Test
  void shouldSuspectTheSeriesFromThatMomentUntilTheNextVintage() {
    List<VintageBreak> breaks = seen(points(0, 100, 100));
    store.vintageBreaks().add(breaks);
    Instant mended = later().plusSeconds(60);
    store.append(told(mended, 2, points(0, 130, 130)));

    assertThat(suspicion(later().minusMillis(1))).isFalse();
    assertThat(suspicion(later())).isTrue();
    assertThat(suspicion(mended.minusMillis(1))).isTrue();
    assertThat(suspicion(mended)).isFalse();
  }

  @Test
  void shouldBeOpenUntilTheSeriesHasAnotherVintage() {
    List<VintageBreak> breaks = seen(points(0, 100, 100));
    store.vintageBreaks().add(breaks);
    assertThat(store.vintageBreaks().openOf(INSTANCE)).isEqualTo(breaks);
    assertThat(store.vintageBreaks().openOf("other")).isEmpty();
    assertThat(store.vintageBreaks().seen(later().minusMillis(1), later())).isEqualTo(breaks);
    assertThat(store.vintageBreaks().seen(later(), later().plusMillis(1))).isEmpty();
    assertThat(store.vintageBreaks().seen(NOW, later().minusMillis(1))).isEmpty();

    store.append(told(later(), 2, points(0, 130, 130)));

    assertThat(store.vintageBreaks().openOf(INSTANCE)).isEmpty();
    assertThat(store.vintageBreaks().of(INSTANCE)).isEqualTo(breaks);
    assertThat(store.vintageBreaks().current()).isEqualTo(Map.of(new Origin(SERIES, SOURCE), 2));
  }

  @Test
  void shouldWriteABreakDownOnce() throws SQLException {
    List<VintageBreak> breaks = seen(points(0, 100, 100));
    store.vintageBreaks().add(breaks);
    long stamp = store.stamp();

    store.vintageBreaks().add(breaks);

    assertThat(store.stamp()).isEqualTo(stamp);
    assertThat(database.number("select count(*) from vintage_break")).isEqualTo(1);
  }

  @Test
  void shouldTellThoseWhoFollowTheDeliveries() {
    History history = store.history(INPUTS, SourceRanking.byName(), later().plusSeconds(9));
    long stamp = store.stamp();

    store.vintageBreaks().add(seen(points(0, 100, 100)));

    assertThat(store.earliestKnownSince(stamp, List.of(SERIES))).contains(later());
    assertThat(store.refreshed(history, INPUTS).view(later(), INPUTS).suspicion(SERIES))
        .isPresent();
  }

  @Test
  void shouldTellFromWhenToWhenAVintageIs() {
    Origin origin = new Origin(SERIES, SOURCE);

    assertThat(store.vintageBreaks().span(origin, 1))
        .contains(new Span(FIRST, FIRST.plus(129, ChronoUnit.DAYS)));
    assertThat(store.vintageBreaks().span(origin, 2)).isEmpty();
  }

  @Test
  void shouldNeitherChangeNorForgetABreak() {
    store.vintageBreaks().add(seen(points(0, 100, 100)));

    assertThatThrownBy(() -> database.execute("update vintage_break set changed = 0"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.execute("delete from vintage_break"))
        .hasMessageContaining("append-only");
  }

  private List<VintageBreak> seen(List<Observation> points) {
    return store.vintageBreaks().seenIn(told(later(), 1, points), INSTANCE);
  }

  /** By the store and by a history, which agree. */
  private boolean suspicion(Instant asOf) {
    boolean inView = store.view(asOf, INPUTS, SourceRanking.byName()).suspicion(SERIES).isPresent();
    History history = store.history(INPUTS, SourceRanking.byName(), later().plusSeconds(999));
    assertThat(history.view(asOf, INPUTS).suspicion(SERIES).isPresent()).isEqualTo(inView);
    return inView;
  }

  private static Instant later() {
    return NOW.plusSeconds(3_600);
  }

  private static Delivery told(Instant at, int vintage, List<Observation> points) {
    return new Delivery(SOURCE, vintage, at, points, null);
  }

  /** The value of each day is its number; the first so many are told anew. */
  private static List<Observation> points(int from, int to, int changed) {
    List<Observation> points = new ArrayList<>();
    for (int day = from; day < to; day++) {
      double value = day - from < changed ? day + 0.5 : day;
      points.add(Observation.point(SERIES, FIRST.plus(day, ChronoUnit.DAYS), value));
    }
    return points;
  }
}
