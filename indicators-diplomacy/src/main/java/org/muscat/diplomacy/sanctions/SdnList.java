package org.muscat.diplomacy.sanctions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.spi.Batch.Rejection;

/**
 * One publication of the list, as far as it is watched.
 *
 * @param published the day that the list names; empty if it names none (CSV)
 * @param watched the entries of the programmes that count, by number
 * @param rejections entries that could not be read; any of the watched ones may be among them
 */
record SdnList(
    Optional<LocalDate> published, Map<Long, SdnEntry> watched, List<Rejection> rejections) {

  /** Whether an entry that it does not show is not in it. */
  boolean isWhole() {
    return rejections.isEmpty();
  }
}
