package org.muscat.server.document;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Restricted;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

/**
 * A word beside the index as JSON.
 *
 * @param value null while it is not known, or when it may not be passed on
 * @param ageSeconds from {@code observedAt} to the as-of moment; null with it
 */
public record StatusDocument(
    String id,
    String title,
    @Nullable String status,
    @Nullable String since,
    @Nullable Double value,
    String unit,
    @Nullable String observedAt,
    @Nullable Long ageSeconds,
    String reason) {

  static StatusDocument of(StatusWord word, Instant asOf, Restricted withheld) {
    BoundMember member = word.member();
    String title = member.descriptor().title();
    String unit = member.descriptor().unit();
    if (word.reading() instanceof Measured measured) {
      boolean isWithheld = withheld.covers(member);
      String caveat = measured.caveat().orElse("");
      return new StatusDocument(
          member.id(),
          title,
          measured.facts().get("status"),
          measured.facts().get("since"),
          isWithheld ? null : (Double) measured.value(),
          unit,
          measured.observedAt().toString(),
          Duration.between(measured.observedAt(), asOf).toSeconds(),
          isWithheld ? Words.withheld(caveat) : caveat);
    }
    String reason = ((NoData) word.reading()).reason();
    return new StatusDocument(member.id(), title, null, null, null, unit, null, null, reason);
  }
}
