package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.brent;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.point;
import static org.muscat.store.Days.values;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

@ParameterizedClass
@EnumSource(Kind.class)
class AppendTest {

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
  void shouldTellWhatChanged() {
    store.append(delivery(2, point(0, 80), point(1, 81)));

    Appended appended =
        store.append(
            delivery(
                3,
                point(0, 80),
                point(1, 82),
                Observation.event(TALKS, "muscat-1", day(2), "indirect-round", 0.5, Map.of())));

    assertThat(appended).isEqualTo(new Appended(2, 1, Set.of(BRENT, TALKS)));
  }

  @Test
  void shouldStoreNothingWhenARefetchBringsNothingNew() throws SQLException {
    List<Observation> quarter = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      quarter.add(point(i, 80 + i * 0.1));
    }
    store.append(new Delivery(EIA, 1, day(90), quarter, null));

    Appended again = store.append(new Delivery(EIA, 1, day(91), quarter, null));

    assertThat(again).isEqualTo(new Appended(0, 90, Set.of()));
    assertThat(count("observation")).isEqualTo(90);
    assertThat(count("confirmation")).isEqualTo(1);
  }

  @Test
  void shouldLeaveNoConfirmationWhenTheVerySameRowsComeAgain() throws SQLException {
    store.append(delivery(3, point(0, 1, 80), point(1, 2, 81)));

    store.append(delivery(4, point(0, 1, 80), point(1, 2, 81)));

    assertThat(count("observation")).isEqualTo(2);
    assertThat(count("confirmation")).isZero();
  }

  @Test
  void shouldRefuseAContradictionAndNameIt() throws SQLException {
    store.append(delivery(3, point(1, 2, 80.5)));

    assertThatThrownBy(() -> store.append(delivery(4, point(0, 1, 79), point(1, 2, 80.75))))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "series 'oil/brent-spot' of source 'eia', vintage 1, observed at"
                + " 2024-01-02T00:00:00Z, known at 2024-01-03T00:00:00Z is both 80.5 and 80.75;"
                + " nothing of the delivery was written; import it as another vintage or with"
                + " another known-at");
    assertThat(count("observation")).isEqualTo(1);
    assertThat(count("delivery")).isEqualTo(1);
  }

  @Test
  void shouldRefuseAContradictionBetweenEvents() {
    Observation denial =
        Observation.event(TALKS, "k", day(1), "denial", -0.5, Map.of("actor", "IRN"))
            .knownAt(day(2), KnownBasis.PUBLISHED);
    store.append(delivery(3, denial));
    Observation contact =
        Observation.event(TALKS, "k", day(1), "contact", -0.5, Map.of())
            .knownAt(day(2), KnownBasis.PUBLISHED);

    assertThatThrownBy(() -> store.append(delivery(3, contact)))
        .hasMessageContaining("event 'k'")
        .hasMessageContaining("is both denial -0.5 {actor=IRN} and contact -0.5");
  }

  @Test
  void shouldRefuseADeliveryThatContradictsItself() {
    assertThatThrownBy(() -> store.append(delivery(3, point(1, 80), point(1, 81))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is both 80.0 and 81.0");
    assertThat(brent(store, 3).series(BRENT).isEmpty()).isTrue();
  }

  @Test
  void shouldTakeWhatADeliveryTellsTwiceAsOne() {
    Appended appended = store.append(delivery(3, point(1, 80), point(1, 80)));

    assertThat(appended).isEqualTo(new Appended(1, 0, Set.of(BRENT)));
  }

  @Test
  void shouldNotTellZeroFromMinusZero() {
    store.append(delivery(3, point(1, 2, 0.0)));

    assertThat(store.append(delivery(4, point(1, 2, -0.0))).unchanged()).isEqualTo(1);
  }

  @Test
  void shouldAcceptAnotherContentInAnotherVintage() {
    store.append(delivery(3, point(1, 2, 80)));

    store.append(new Delivery(EIA, 2, day(4), List.of(point(1, 2, 70)), null));

    assertThat(values(store, 4)).containsExactly(70);
  }

  @Test
  void shouldKeepAConfirmedValueWhenAVersionInBetweenArrivesLater() {
    store.append(delivery(5, point(1, 80)));
    store.append(delivery(10, point(1, 80)));

    store.append(delivery(12, point(1, 7, 99)));

    assertThat(values(store, 6)).containsExactly(80);
    assertThat(values(store, 8)).containsExactly(99);
    assertThat(values(store, 10)).containsExactly(80);
  }

  @Test
  void shouldRefuseALateVersionThatContradictsAConfirmation() {
    store.append(delivery(5, point(1, 80)));
    store.append(delivery(10, point(1, 80)));

    assertThatThrownBy(() -> store.append(delivery(12, point(1, 10, 99))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is both 80.0 and 99.0");
  }

  @Test
  void shouldNotConfirmWhatADeliveryLeftOut() {
    store.append(delivery(5, point(1, 80), point(2, 81), point(3, 82)));
    store.append(delivery(10, point(1, 80), point(3, 82)));

    store.append(delivery(12, point(2, 7, 99)));

    assertThat(values(store, 20)).containsExactly(80, 99, 82);
  }

  /** One delivery of what several sources say, such as a file that was dropped. */
  @Nested
  class SeveralSources {

    private final Observation own = point(1, 2, 80);
    private final Observation broker = point(1, 2, 90).from("broker");

    @Test
    void shouldKeepThemApart() {
      Appended appended = store.append(delivery(3, own, broker));

      assertThat(appended).isEqualTo(new Appended(2, 0, Set.of(BRENT)));
      assertThat(store.summary(day(3)))
          .extracting(SeriesSummary::source)
          .containsExactly("broker", EIA);
      assertThat(brentOf(EIA)).containsExactly(80);
      assertThat(brentOf("broker")).containsExactly(90);
    }

    @Test
    void shouldReviseEachByItself() {
      store.append(delivery(3, own, broker));

      Appended again = store.append(delivery(5, own, point(1, 4, 91).from("broker")));

      assertThat(again).isEqualTo(new Appended(1, 1, Set.of(BRENT)));
      assertThat(brentOf(EIA)).containsExactly(80);
      assertThat(brentOf("broker")).containsExactly(91);
    }

    @Test
    void shouldNameTheSourceThatContradictsItself() throws SQLException {
      assertThatThrownBy(
              () -> store.append(delivery(3, own, broker, point(1, 2, 92).from("broker"))))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("series 'oil/brent-spot' of source 'broker', vintage 1");
      assertThat(count("observation")).isZero();
    }

    @Test
    void shouldBeTheSameSourceThatDeliversByItself() {
      store.append(delivery(3, broker));

      Delivery byItself = new Delivery("broker", 1, day(4), List.of(point(1, 2, 90)), null);

      assertThat(store.append(byItself).unchanged()).isEqualTo(1);
    }

    @Test
    void shouldBreakTheVintageOfEach() {
      store.append(delivery(3, own, broker));

      store.append(
          new Delivery(EIA, 2, day(4), List.of(own, point(1, 2, 70).from("broker")), null));

      assertThat(brentOf(EIA)).containsExactly(80);
      assertThat(brentOf("broker")).containsExactly(70);
      assertThat(store.summary(day(4))).extracting(SeriesSummary::vintage).containsExactly(2, 2);
    }

    private double[] brentOf(String source) {
      return store
          .view(day(9), Days.everything(BRENT), SourceRanking.of(List.of(source)))
          .series(BRENT)
          .values();
    }
  }

  private long count(String table) throws SQLException {
    return database.number("select count(*) from " + table);
  }
}
