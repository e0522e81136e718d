package org.muscat.server.document;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.Movement;
import org.muscat.engine.Quality;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.server.index.Explanation;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;

/**
 * What the words about a move are made of. Immutable.
 *
 * @param title of the theatre
 * @param movement the change and its parts
 * @param readings at both ends, by the ids of the inputs; those that may not be passed on are not
 *     there
 */
record MoveFacts(String title, End from, End to, Movement movement, Map<String, Reading> readings) {

  /**
   * One end of a move.
   *
   * @param lower end of the 90 % interval, and {@code upper}, in points
   * @param coverage in [0,1]
   * @param missing ids of the inputs that are missing, held or not
   * @param held ids of the inputs that count with their last value
   * @param regime null when none is judged
   */
  record End(
      Instant asOf,
      double stability,
      double lower,
      double upper,
      double coverage,
      List<String> missing,
      List<String> held,
      @Nullable String regime,
      int modelVersion) {

    End {
      missing = List.copyOf(missing);
      held = List.copyOf(held);
    }

    static End of(TheatreState state) {
      IndexState index = state.index();
      IndexState.Score score = index.scored().orElseThrow();
      return new End(
          index.asOf(),
          score.stability(),
          score.lower(),
          score.upper(),
          index.coverage(),
          ids(index, member -> member.quality() == Quality.MISSING),
          ids(index, MemberState::held),
          Optional.ofNullable(state.regime())
              .map(view -> view.state().regime().name())
              .orElse(null),
          index.modelVersion());
    }
  }

  /** The readings of an input at both ends; null where there was none. */
  record Reading(@Nullable Double from, @Nullable Double to, String unit) {}

  MoveFacts {
    readings = Map.copyOf(readings);
  }

  /**
   * What is told of an explanation.
   *
   * @param withheld of which no reading is told
   */
  static MoveFacts of(Explanation explanation, Restricted withheld) {
    Theatre theatre = explanation.theatre();
    Map<String, Double> before = values(explanation.from().index());
    Map<String, Double> after = values(explanation.to().index());
    Map<String, Reading> readings = new HashMap<>();
    members(explanation.to().index())
        .map(member -> theatre.member(member.id()))
        .filter(member -> !withheld.covers(member))
        .forEach(
            member ->
                readings.put(
                    member.id(),
                    new Reading(
                        before.get(member.id()),
                        after.get(member.id()),
                        member.descriptor().unit())));
    return new MoveFacts(
        theatre.title(),
        End.of(explanation.from()),
        End.of(explanation.to()),
        explanation.movement(),
        readings);
  }

  private static List<String> ids(IndexState index, Predicate<MemberState> wanted) {
    return members(index).filter(wanted).map(MemberState::id).toList();
  }

  private static Stream<MemberState> members(IndexState index) {
    return index.pillars().stream().flatMap(pillar -> pillar.members().stream());
  }

  private static Map<String, Double> values(IndexState index) {
    Map<String, Double> values = new HashMap<>();
    members(index)
        .forEach(
            member -> {
              Double value = member.value();
              if (value != null) {
                values.put(member.id(), value);
              }
            });
    return values;
  }
}
