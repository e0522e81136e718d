package org.muscat.server.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is published: one assessment for each theatre that could be assessed, all as of the same
 * moment. Immutable.
 *
 * @param asOf the moment
 * @param assessments in the order of the configuration
 * @param older the last ones of theatres that could not be assessed this time; their own as-of
 *     tells how old they are
 * @param theatres that are configured, those among them that could not be assessed
 */
public record Snapshot(
    Instant asOf, List<Assessment> assessments, List<Assessment> older, Theatres theatres) {

  public Snapshot {
    assessments = List.copyOf(assessments);
    older = List.copyOf(older);
  }

  /** One of theatres that could all be assessed. */
  public Snapshot(Instant asOf, List<Assessment> assessments) {
    this(
        asOf,
        assessments,
        List.of(),
        new Theatres(assessments.stream().map(Assessment::theatre).toList()));
  }

  /** The newest assessment of each theatre that has one, whenever that was. */
  public List<Assessment> all() {
    return Stream.concat(assessments.stream(), older.stream()).toList();
  }

  /** The newest assessment of one theatre, if it is among them. */
  public Optional<Assessment> theatre(String id) {
    return all().stream().filter(a -> a.theatre().id().equals(id)).findFirst();
  }
}
