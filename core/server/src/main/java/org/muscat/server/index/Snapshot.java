package org.muscat.server.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is published: one assessment for each theatre, all as of the same moment. Immutable.
 *
 * @param asOf the moment
 * @param assessments in the order of the configuration
 */
public record Snapshot(Instant asOf, List<Assessment> assessments) {

  public Snapshot {
    assessments = List.copyOf(assessments);
  }

  /** What was assessed. */
  public Theatres theatres() {
    return new Theatres(assessments.stream().map(Assessment::theatre).toList());
  }

  /** The assessment of one theatre, if it is among them. */
  public Optional<Assessment> theatre(String id) {
    return assessments.stream().filter(a -> a.theatre().id().equals(id)).findFirst();
  }
}
