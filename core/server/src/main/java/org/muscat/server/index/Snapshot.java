package org.muscat.server.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is published: one assessment for each theatre that could be assessed, all as of the same
 * moment. Immutable.
 *
 * @param asOf the moment
 * @param assessments in the order of the configuration
 * @param theatres that are configured, those among them that could not be assessed
 */
public record Snapshot(Instant asOf, List<Assessment> assessments, Theatres theatres) {

  public Snapshot {
    assessments = List.copyOf(assessments);
  }

  /** One of theatres that could all be assessed. */
  public Snapshot(Instant asOf, List<Assessment> assessments) {
    this(asOf, assessments, new Theatres(assessments.stream().map(Assessment::theatre).toList()));
  }

  /** The assessment of one theatre, if it is among them. */
  public Optional<Assessment> theatre(String id) {
    return assessments.stream().filter(a -> a.theatre().id().equals(id)).findFirst();
  }
}
