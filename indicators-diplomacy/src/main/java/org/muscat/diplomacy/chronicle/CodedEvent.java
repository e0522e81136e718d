package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was coded.
 *
 * @param line where it stands in its file, from 1
 * @param particulars what only some types have
 * @param until the last day of what lasted, or the deadline of an ultimatum
 * @param coded the day on which it was coded
 */
record CodedEvent(
    long line,
    String id,
    LocalDate date,
    EventType type,
    String summary,
    List<String> actors,
    String area,
    Particulars particulars,
    @Nullable LocalDate until,
    String confidence,
    boolean verified,
    List<Source> sources,
    LocalDate coded) {

  /** Who wrote the texts that the coder opened, each once. */
  SortedSet<String> openedOrigins() {
    return Origins.of(sources.stream().filter(Source::opened).toList());
  }

  Set<String> actorSet() {
    return Set.copyOf(actors);
  }
}
