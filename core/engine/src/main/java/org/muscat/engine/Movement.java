package org.muscat.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;

/**
 * What moved the index between two of its states, member by member. The parts sum to the move
 * within 1e-12: each part is the change of the member's contribution (method, section 5), and
 * contributions sum to what the index lacks to 100.
 *
 * @param change of the index in points, negative when it fell
 * @param parts largest first
 */
public record Movement(double change, List<Part> parts) {

  /**
   * One member's part in a move.
   *
   * @param pillar of the member
   * @param member its id
   * @param change in points of the index, negative when it pulled the index down
   */
  public record Part(String pillar, String member, double change) {}

  private record Place(String pillar, String member) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      int byPillar = pillar.compareTo(other.pillar);
      return byPillar != 0 ? byPillar : member.compareTo(other.member);
    }
  }

  public Movement {
    parts = List.copyOf(parts);
  }

  /**
   * The move from one state to another.
   *
   * @throws IllegalArgumentException if one of them has no score
   */
  public static Movement between(IndexState before, IndexState after) {
    double from = before.scored().orElseThrow(() -> noScore(before)).stability();
    double to = after.scored().orElseThrow(() -> noScore(after)).stability();
    Map<Place, Double> lacks = new TreeMap<>();
    addContributions(lacks, after, 1);
    addContributions(lacks, before, -1);
    List<Part> parts = new ArrayList<>();
    lacks.forEach(
        (place, change) -> parts.add(new Part(place.pillar(), place.member(), 0.0 - change)));
    parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.change())));
    return new Movement(to - from, parts);
  }

  private static void addContributions(Map<Place, Double> lacks, IndexState state, int sign) {
    for (PillarState pillar : state.pillars()) {
      for (MemberState member : pillar.members()) {
        Double contribution = member.contribution();
        if (contribution != null) {
          lacks.merge(new Place(pillar.id(), member.id()), sign * contribution, Double::sum);
        }
      }
    }
  }

  private static IllegalArgumentException noScore(IndexState state) {
    return new IllegalArgumentException(
        "theatre '"
            + state.theatre()
            + "' has no score as of "
            + state.asOf()
            + ": "
            + state.reason());
  }
}
