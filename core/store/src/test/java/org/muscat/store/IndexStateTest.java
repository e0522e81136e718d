package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.day;
import static org.muscat.store.SomeStates.GULF;
import static org.muscat.store.SomeStates.HASH;
import static org.muscat.store.SomeStates.PROGRAMS;
import static org.muscat.store.SomeStates.state;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
class IndexStateTest {

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
  void shouldGiveStatesBackAsTheyCameOldestFirst() {
    StoredState scored = state(2, 1, "{\"note\":\"مسقط 🕊 \\n\"}", "{}");
    StoredState refused =
        new StoredState(
            GULF, "m", HASH, PROGRAMS, day(1), 1, "refused", null, null, null, "{}", null, day(9));

    assertThat(store.indexStates().append(List.of(scored, refused)))
        .isEqualTo(new AppendedStates(2, 0));

    assertThat(states(0, 9)).containsExactly(refused, scored);
  }

  @Test
  void shouldGiveTheLastOfEachMomentWhateverMadeIt() {
    StoredState other =
        new StoredState(
            GULF,
            "m",
            "beef",
            "engine 0.2",
            day(2),
            1,
            "scored",
            1.0,
            0.0,
            2.0,
            "z",
            null,
            day(99));
    store
        .indexStates()
        .append(List.of(state(3, 1, "c", null), state(1, 1, "a", null), state(2, 1, "b", null)));
    store.indexStates().append(List.of(state(1, 2, "aa", null), other));

    assertThat(lastOfEachMoment(0, 9, 10))
        .containsExactly(state(1, 2, "aa", null), other, state(3, 1, "c", null));
    assertThat(lastOfEachMoment(0, 9, 2)).containsExactly(state(1, 2, "aa", null), other);
    assertThat(lastOfEachMoment(3, 3, 2)).containsExactly(state(3, 1, "c", null));
  }

  private List<StoredState> lastOfEachMoment(double from, double to, int limit) {
    List<StoredState> found = new ArrayList<>();
    store.indexStates().lastOfEachMoment(GULF, day(from), day(to), limit, found::add);
    return found;
  }

  @Test
  void shouldNotStoreWhatSaysTheSameAsTheNewestVersion() throws SQLException {
    store.indexStates().append(List.of(state(1, 1, "a", null), state(2, 1, "b", null)));

    AppendedStates again =
        store.indexStates().append(List.of(state(1, 2, "a", null), state(2, 2, "c", null)));

    assertThat(again).isEqualTo(new AppendedStates(1, 1));
    assertThat(states(0, 9)).containsExactly(state(1, 1, "a", null), state(2, 2, "c", null));
    assertThat(database.number("select count(*) from index_state")).isEqualTo(3);
  }

  @Test
  void shouldStoreAnotherCheckpointOfTheSameDocument() {
    store.indexStates().append(List.of(state(1, 1, "a", "{}")));

    assertThat(store.indexStates().append(List.of(state(1, 2, "a", "{1}")))).isEqualTo(stored(1));
  }

  @Test
  void shouldStoreACheckpointOfALaterStampWhereThereWasNone() {
    store.indexStates().append(List.of(state(1, 1, "a", null)));

    assertThat(store.indexStates().append(List.of(state(1, 2, "a", "{1}")))).isEqualTo(stored(1));
    assertThat(store.indexStates().append(List.of(state(1, 3, "a", null))))
        .isEqualTo(new AppendedStates(0, 1));
    assertThat(states(0, 9)).containsExactly(state(1, 2, "a", "{1}"));
  }

  @Test
  void shouldRefuseTwoCheckpointsFromTheSameObservations() {
    store.indexStates().append(List.of(state(1, 1, "a", "{1}")));

    assertThatThrownBy(() -> store.indexStates().append(List.of(state(1, 1, "a", "{2}"))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another document or checkpoint");
  }

  @Test
  void shouldStoreAStateThatBecomesWhatItWasBefore() {
    store.indexStates().append(List.of(state(1, 1, "a", null)));
    store.indexStates().append(List.of(state(1, 2, "b", null)));

    assertThat(store.indexStates().append(List.of(state(1, 3, "a", null)))).isEqualTo(stored(1));
    assertThat(store.indexStates().append(List.of(state(1, 2, "b", null))))
        .isEqualTo(new AppendedStates(0, 1));
    assertThat(states(0, 9)).containsExactly(state(1, 3, "a", null));
  }

  @Test
  void shouldRefuseTwoAnswersFromTheSameObservations() {
    store.indexStates().append(List.of(state(1, 1, "a", null)));

    assertThatThrownBy(
            () ->
                store.indexStates().append(List.of(state(2, 1, "c", null), state(1, 1, "b", null))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("theatre 'gulf'")
        .hasMessageContaining(day(1).toString())
        .hasMessageContaining("stamp 1");

    assertThat(states(0, 9)).containsExactly(state(1, 1, "a", null));
  }

  @Test
  void shouldKeepTheStatesOfOtherModelsAndProgramsApart() {
    StoredState other =
        new StoredState(
            GULF,
            "m",
            HASH,
            "engine 0.2",
            day(1),
            1,
            "scored",
            40.0,
            30.0,
            50.0,
            "z",
            "{}",
            day(9));
    store.indexStates().append(List.of(state(1, 1, "a", "{}"), other));

    assertThat(states(0, 9)).containsExactly(state(1, 1, "a", "{}"));
    assertThat(store.indexStates().between(GULF, HASH, "engine 0.2", day(0), day(9)))
        .containsExactly(other);
    assertThat(store.indexStates().between("levant", HASH, PROGRAMS, day(0), day(9))).isEmpty();
    assertThat(store.indexStates().latestCheckpoint(GULF, "ffff", PROGRAMS, day(9), List.of(BRENT)))
        .isEmpty();
  }

  @Test
  void shouldGiveTheStatesFromOneMomentToAnother() {
    for (int i = 1; i <= 5; i++) {
      store.indexStates().append(List.of(state(i, i, "a" + i, null)));
    }

    assertThat(states(2, 4)).extracting(StoredState::asOf).containsExactly(day(2), day(3), day(4));
    assertThat(
            store
                .indexStates()
                .between(GULF, HASH, PROGRAMS, day(2).plusNanos(1), day(4).minusNanos(1)))
        .extracting(StoredState::asOf)
        .containsExactly(day(3));
  }

  @Test
  void shouldRefuseWhatTheDatabaseCannotKeep() {
    assertThatThrownBy(() -> state(1, 1, "half \ud83d", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("document");
    assertThatThrownBy(() -> state(1, 1, "a", "\0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("checkpoint");
    assertThatThrownBy(() -> state(1, -1, "a", null)).hasMessageContaining("negative: -1");
    assertThatThrownBy(
            () ->
                new StoredState(
                    GULF,
                    "m",
                    HASH,
                    PROGRAMS,
                    day(1),
                    1,
                    "scored",
                    Double.NaN,
                    null,
                    null,
                    "a",
                    null,
                    day(9)))
        .hasMessageContaining("stability of an index state is NaN");
  }

  private List<StoredState> states(double from, double to) {
    return store.indexStates().between(GULF, HASH, PROGRAMS, day(from), day(to));
  }

  private static AppendedStates stored(int count) {
    return new AppendedStates(count, 0);
  }
}
