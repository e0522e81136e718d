package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.back;
import static org.muscat.store.Days.brent;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.everything;
import static org.muscat.store.Days.point;
import static org.muscat.store.Days.values;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

@ParameterizedClass
@EnumSource(Kind.class)
class ViewTest {

  @Parameter private Kind kind;

  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = kind.fresh(folder);
    store = database.open();
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Test
  void shouldGiveTheValueLastKnownAtTheMoment() {
    store.append(delivery(9, point(1, 2, 80), point(1, 4, 82), point(3, 4, 83)));

    assertThat(values(store, 1.9)).isEmpty();
    assertThat(values(store, 2)).containsExactly(80);
    assertThat(values(store, 4)).containsExactly(82, 83);
  }

  @Test
  void shouldNotChangeThePastWhenMoreBecomesKnown() {
    store.append(delivery(4, point(1, 2, 80), point(2, 3, 81)));
    AsOfView before = brent(store, 3);

    store.append(delivery(5, point(1, 82), point(2, 83), point(0, 84)));
    store.append(new Delivery(EIA, 2, day(6), List.of(point(1, 85)), null));
    store.append(new Delivery("a-better-source", 1, day(7), List.of(point(1, 86)), null));

    AsOfView after = brent(store, 3);
    assertThat(after.series(BRENT).values()).isEqualTo(before.series(BRENT).values());
    assertThat(after.provenance(BRENT)).isEqualTo(before.provenance(BRENT));
  }

  @Test
  void shouldTakeTheMomentOfTheFetchWhereNoOtherIsKnown() {
    store.append(delivery(5, point(1, 80)));

    assertThat(values(store, 4.9)).isEmpty();
    assertThat(brent(store, 5).provenance(BRENT))
        .contains(new Provenance(EIA, 1, day(1), day(5), Map.of(KnownBasis.FETCHED, 1), 1));
  }

  @Test
  void shouldNeverKnowTooEarlyByRounding() {
    Instant fetched = day(5).plusNanos(400_500);
    store.append(new Delivery(EIA, 1, fetched, List.of(point(1, 80)), null));

    List<Inputs.Input> inputs = everything(BRENT);
    AsOfView just = store.view(day(5).plusNanos(400_400), inputs, SourceRanking.byName());
    AsOfView later = store.view(day(5).plusMillis(1), inputs, SourceRanking.byName());

    assertThat(just.series(BRENT).size()).isZero();
    assertThat(later.series(BRENT).size()).isEqualTo(1);
  }

  @Test
  void shouldLookBackAsFarAsDeclared() {
    store.append(delivery(1, point(-9, 1), point(-8, 2), point(-1, 3), point(0, 4), point(1, 5)));

    AsOfView view = store.view(day(1), back(BRENT, 10), SourceRanking.byName());

    assertThat(view.series(BRENT).values()).containsExactly(2, 3, 4, 5);
  }

  @Test
  void shouldKeepTheLongerLookBackOfASeriesDeclaredTwice() {
    store.append(delivery(1, point(-9, 1), point(0, 2)));
    List<Inputs.Input> twice =
        List.of(
            new Inputs.Input(BRENT, Duration.ofDays(30)),
            new Inputs.Input(BRENT, Duration.ofDays(2)));

    assertThat(store.view(day(1), twice, SourceRanking.byName()).series(BRENT).size()).isEqualTo(2);
  }

  @Test
  void shouldNotShowWhatIsStillToHappen() {
    store.append(delivery(1, point(5, 80)));

    assertThat(values(store, 4)).isEmpty();
    assertThat(values(store, 5)).containsExactly(80);
  }

  @Test
  void shouldReadTheSourceThatIsRankedFirst() {
    store.append(new Delivery("fred", 1, day(3), List.of(point(1, 80)), null));
    store.append(new Delivery("eia", 1, day(3), List.of(point(1, 81), point(2, 82)), null));
    store.append(new Delivery("yard", 1, day(2), List.of(point(1, 83)), null));

    assertThat(source(List.of("fred", "eia"), 3)).isEqualTo("fred");
    assertThat(source(List.of("yard"), 3)).isEqualTo("yard");
    assertThat(source(List.of("absent"), 3)).isEqualTo("eia");
    assertThat(source(List.of("fred"), 2)).isEqualTo("yard");
  }

  @Test
  void shouldRefuseARankingThatNamesASourceTwice() {
    assertThatThrownBy(() -> SourceRanking.of(List.of("eia", "fred", "eia")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'eia' is ranked twice");
  }

  @Test
  void shouldReadOneVintageAtATime() {
    store.append(delivery(3, point(1, 80), point(2, 81)));
    store.append(new Delivery(EIA, 2, day(5), List.of(point(1, 70)), null));

    assertThat(values(store, 4)).containsExactly(80, 81);
    assertThat(values(store, 5)).containsExactly(70);
    assertThat(brent(store, 5).provenance(BRENT).orElseThrow().vintage()).isEqualTo(2);
  }

  @Test
  void shouldReadAVintageFromWhenItIsKnownNotFromWhenItArrived() {
    store.append(new Delivery(EIA, 2, day(5), List.of(point(1, 5, 70)), null));
    assertThat(values(store, 4)).isEmpty();

    store.append(new Delivery(EIA, 2, day(6), List.of(point(1, 3, 71)), null));

    assertThat(values(store, 4)).containsExactly(71);
  }

  @Test
  void shouldGiveEventsBackAsTheyCame() {
    Map<String, String> attributes =
        Map.of(
            "actor", "IRN",
            "place", "مسقط",
            "note", "two\nlines\tand \\ 🕊",
            "odd", "\0\ud83d",
            "empty", "");
    store.append(
        delivery(
            3,
            Observation.event(TALKS, "oman\t🕊", day(2), "indirect-round", 0.5, attributes)
                .knownAt(day(2.5), KnownBasis.PUBLISHED)));

    AsOfView view = store.view(day(3), everything(TALKS), SourceRanking.byName());

    assertThat(view.events(TALKS))
        .containsExactly(
            new Event("oman\t🕊", day(2), day(2.5), "indirect-round", 0.5, attributes));
    assertThat(view.series(TALKS).isEmpty()).isTrue();
  }

  @Test
  void shouldOrderEventsByMomentThenKey() {
    store.append(
        delivery(
            3,
            event("b", 1),
            event("\ud83d\ude00", 1),
            event("\uff5e", 1),
            event("a", 2),
            event("a", 1)));

    assertThat(store.view(day(3), everything(TALKS), SourceRanking.byName()).events(TALKS))
        .extracting(Event::key)
        .containsExactly("a", "b", "\ud83d\ude00", "\uff5e", "a");
  }

  @Test
  void shouldSaySinceWhenAVersionOfAnEventIsKnown() {
    store.append(delivery(9, event("a", 1).knownAt(day(6), KnownBasis.PUBLISHED)));
    store.append(delivery(9, event("a", 1).knownAt(day(4), KnownBasis.PUBLISHED)));

    assertThat(store.view(day(9), everything(TALKS), SourceRanking.byName()).events(TALKS))
        .extracting(Event::knownAt)
        .containsExactly(day(4));
  }

  @Test
  void shouldRefuseASeriesThatWasNotDeclared() {
    AsOfView view = brent(store, 1);

    assertThatThrownBy(() -> view.events(TALKS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TALKS)
        .hasMessageContaining(BRENT);
  }

  @Test
  void shouldBeEmptyForADeclaredSeriesOfWhichNothingIsKnown() {
    AsOfView view = brent(store, 1);

    assertThat(view.series(BRENT).isEmpty()).isTrue();
    assertThat(view.events(BRENT)).isEmpty();
    assertThat(view.provenance(BRENT)).isEmpty();
  }

  @Test
  void shouldSummariseEachSourceOfEachSeries() {
    store.append(delivery(4, point(1, 2, 80), point(1, 3, 81), point(2, 3, 82), point(3, 9, 83)));
    store.append(new Delivery("fred", 1, day(2), List.of(point(1, 70)), null));
    store.append(new Delivery("fred", 2, day(3), List.of(point(0, 70), point(1, 71)), null));

    assertThat(store.summary(day(4)))
        .containsExactly(
            new SeriesSummary(BRENT, EIA, 1, 2, day(1), day(2), day(3)),
            new SeriesSummary(BRENT, "fred", 2, 2, day(0), day(1), day(3)));
    assertThat(store.summary(day(1))).isEmpty();
  }

  private static Observation event(String key, double observed) {
    return Observation.event(TALKS, key, day(observed), "contact", 0.2, Map.of());
  }

  private String source(List<String> ranked, double asOf) {
    return store
        .view(day(asOf), everything(BRENT), SourceRanking.of(ranked))
        .provenance(BRENT)
        .orElseThrow()
        .source();
  }
}
