package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muscat.engine.Model;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.spi.NoData;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;
import org.muscat.store.SourceRanking;

class IndexBoardTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

  private final IndexBoard board = new IndexBoard();

  @Test
  void shouldHaveNothingBeforeTheFirstTick() {
    assertThat(board.current()).isEmpty();
    assertThat(board.history("north", Instant.MIN, Instant.MAX)).isEmpty();
  }

  @Test
  void shouldRememberWhatWasPublishedOldestFirst() {
    publish(0, 1, 2);

    assertThat(hours()).containsExactly(0L, 1L, 2L);
    assertThat(board.current().orElseThrow().asOf()).isEqualTo(at(2));
  }

  @Test
  void shouldCutTheHistoryAtBothEndsInclusively() {
    publish(0, 1, 2, 3);

    assertThat(board.history("north", at(1), at(2))).hasSize(2);
    assertThat(board.history("north", at(2), at(1))).isEmpty();
    assertThat(board.history("south", at(0), at(3))).isEmpty();
  }

  @Test
  void shouldReplaceWhatIsPublishedAgainForTheSameMoment() {
    publish(0, 1, 1);

    assertThat(hours()).containsExactly(0L, 1L);
  }

  @Test
  void shouldForgetWhatComesAfterTheBeginningOfAReplay() {
    publish(0, 1, 2, 3, 1, 2);

    assertThat(hours()).containsExactly(0L, 1L, 2L);
  }

  @Test
  void shouldForgetTheOldestWhenThereAreTooMany() {
    for (int hour = 0; hour < IndexBoard.MEMORY + 10; hour++) {
      publish(hour);
    }

    assertThat(hours()).hasSize(IndexBoard.MEMORY).startsWith(10L);
  }

  private List<Long> hours() {
    return board.history("north", Instant.MIN, Instant.MAX).stream()
        .map(state -> (state.asOf().getEpochSecond() - FIRST.getEpochSecond()) / 3600)
        .toList();
  }

  private void publish(int... hours) {
    for (int hour : hours) {
      Theatre theatre = theatre();
      TheatreFold fold = new TheatreFold(theatre.definition());
      TheatreState state =
          fold.at(TheatreMemory.NONE, at(hour), Map.of("one", new NoData("never seen")));
      Assessment assessment =
          new Assessment(
              theatre, state, List.of(), List.of(), new Assessment.Basis(0, Optional.empty()));
      board.publish(new Snapshot(at(hour), List.of(assessment)));
    }
  }

  private static Theatre theatre() {
    Uncertainty uncertainty =
        new Uncertainty(1, 1, java.time.Duration.ofDays(1), java.time.Duration.ofDays(2));
    Model.Member member = new Model.Member("one", 1, Scale.normal(), uncertainty);
    Model model =
        new Model(
            "test",
            1,
            "",
            List.of(new Model.Pillar("first", 1, List.of(member))),
            Model.Rules.DEFAULT);
    return new Theatre(
        "north",
        "North",
        TheatreModel.of("north", model),
        SourceRanking.byName(),
        List.of(),
        List.of());
  }

  private static Instant at(int hour) {
    return FIRST.plusSeconds(hour * 3600L);
  }
}
