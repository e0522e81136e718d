package org.muscat.server.index;

import java.util.List;
import org.muscat.engine.Model;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.store.SourceRanking;

/**
 * What is scored, with everything that scores it. Immutable.
 *
 * @param id unique over all models
 * @param title one line for people
 * @param definition weights, scales, response, regime, margin and history
 * @param sources which source of a series comes first
 * @param members the indicators that the definition reads, by the ids of its inputs
 * @param statusWords indicators that give a word beside the index; one of them may be a member, too
 */
public record Theatre(
    String id,
    String title,
    TheatreModel definition,
    SourceRanking sources,
    List<BoundMember> members,
    List<BoundMember> statusWords) {

  public Theatre {
    members = List.copyOf(members);
    statusWords = List.copyOf(statusWords);
  }

  /** What is weighed how. */
  public Model model() {
    return definition.model();
  }

  /**
   * An input of the definition.
   *
   * @throws IllegalArgumentException if there is none with this id
   */
  public BoundMember member(String memberId) {
    for (BoundMember member : members) {
      if (member.id().equals(memberId)) {
        return member;
      }
    }
    throw new IllegalArgumentException("theatre '" + id + "' has no '" + memberId + "'");
  }
}
