package org.muscat.server.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;

/** One pillar as JSON. */
public record PillarDocument(
    String id,
    double weight,
    @Nullable Double stability,
    double coverage,
    @Nullable Double contribution,
    String reason,
    List<IndicatorDocument> indicators) {

  /** Why a value is null though it is known. */
  public static final String WITHHELD =
      "the value is withheld: a source of it may not be passed on";

  public PillarDocument {
    indicators = List.copyOf(indicators);
  }

  /**
   * One indicator in its place.
   *
   * @param value null when it is not known, or may not be passed on; the reason says so then
   */
  public record IndicatorDocument(
      String id,
      String indicator,
      String title,
      String unit,
      double weight,
      String quality,
      String reason,
      @Nullable Double value,
      @Nullable Double risk,
      boolean held,
      @Nullable Double contribution,
      @Nullable String observedAt,
      Map<String, String> facts) {

    private static IndicatorDocument of(
        BoundMember bound, MemberState member, Restricted withheld) {
      boolean isWithheld = member.value() != null && withheld.covers(bound);
      return new IndicatorDocument(
          member.id(),
          bound.descriptor().id(),
          bound.descriptor().title(),
          bound.descriptor().unit(),
          member.weight(),
          Words.of(member.quality()),
          isWithheld ? both(member.reason(), WITHHELD) : member.reason(),
          isWithheld ? null : member.value(),
          member.risk(),
          member.held(),
          member.contribution(),
          text(member.observedAt()),
          member.facts());
    }
  }

  static PillarDocument of(Theatre theatre, PillarState pillar, Restricted withheld) {
    return new PillarDocument(
        pillar.id(),
        pillar.weight(),
        pillar.stability(),
        pillar.coverage(),
        pillar.contribution(),
        pillar.reason(),
        pillar.members().stream()
            .map(member -> IndicatorDocument.of(theatre.member(member.id()), member, withheld))
            .toList());
  }

  /** Two reasons in one line, of which the first may be empty. */
  static String both(String first, String second) {
    return first.isEmpty() ? second : first + "; " + second;
  }

  static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
