package org.muscat.server.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;

/**
 * What the indicators of a theatre said as of one moment, as JSON.
 *
 * @param readings in the order of the pillars
 */
public record DayDocument(String asOf, List<ReadingDocument> readings) {

  public DayDocument {
    readings = List.copyOf(readings);
  }

  /**
   * What one indicator said.
   *
   * @param id of the indicator in its place
   * @param value in its unit; null when it is not known, or may not be passed on
   * @param risk in [0,100]; null when it is not known
   * @param held whether value and risk are the last ones before it went missing
   * @param contribution in points; null where it does not count
   * @param observedAt of the newest data in the value; null when it is not known
   */
  public record ReadingDocument(
      String id,
      String pillar,
      @Nullable Double value,
      @Nullable Double risk,
      String quality,
      boolean held,
      @Nullable Double contribution,
      @Nullable String observedAt) {

    private static ReadingDocument of(
        Theatre theatre, PillarState pillar, MemberState member, Restricted withheld) {
      return new ReadingDocument(
          member.id(),
          pillar.id(),
          withheld.covers(theatre.member(member.id())) ? null : member.value(),
          member.risk(),
          Words.of(member.quality()),
          member.held(),
          member.contribution(),
          PillarDocument.text(member.observedAt()));
    }
  }

  static DayDocument of(Assessment assessment, Restricted withheld) {
    Theatre theatre = assessment.theatre();
    return new DayDocument(
        assessment.state().asOf().toString(),
        assessment.state().pillars().stream()
            .flatMap(
                pillar ->
                    pillar.members().stream()
                        .map(member -> ReadingDocument.of(theatre, pillar, member, withheld)))
            .toList());
  }
}
