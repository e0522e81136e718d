package org.muscat.server.index;

import java.util.List;
import org.muscat.engine.Model;
import org.muscat.store.SourceRanking;

/**
 * What is scored, with everything that scores it. Immutable.
 *
 * @param id unique over all models
 * @param title one line for people
 * @param model weights and scales
 * @param sources which source of a series comes first
 * @param members the indicators of the pillars, by the ids of the model
 * @param statusWords indicators that give a word beside the index
 */
public record Theatre(
    String id,
    String title,
    Model model,
    SourceRanking sources,
    List<BoundMember> members,
    List<BoundMember> statusWords) {

  public Theatre {
    members = List.copyOf(members);
    statusWords = List.copyOf(statusWords);
  }

  /**
   * A member of a pillar.
   *
   * @throws IllegalArgumentException if there is none with this id
   */
  public BoundMember member(String memberId) {
    return members.stream()
        .filter(member -> member.id().equals(memberId))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("theatre '" + id + "' has no '" + memberId + "'"));
  }
}
