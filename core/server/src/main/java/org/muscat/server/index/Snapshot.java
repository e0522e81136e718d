package org.muscat.server.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is published: one assessment for each theatre that was assessed, all as of the same moment.
 * Immutable.
 *
 * @param asOf the moment
 * @param assessments in the order of the configuration
 * @param older the last ones of theatres that could not be assessed this time, or were not asked
 *     for; their own as-of tells how old they are
 * @param theatres that are configured, those among them that were not assessed
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

  /**
   * One of some theatres, beside which the others are as they were.
   *
   * @param before the snapshot before it, if there is one
   * @param theatres that are configured
   */
  static Snapshot beside(
      Instant asOf,
      List<Assessment> assessments,
      Optional<Snapshot> before,
      List<Theatre> theatres) {
    Set<String> assessed =
        assessments.stream().map(one -> one.theatre().id()).collect(Collectors.toSet());
    List<Assessment> older =
        theatres.stream()
            .filter(theatre -> !assessed.contains(theatre.id()))
            .flatMap(
                theatre ->
                    before
                        .filter(last -> last.theatres().all().contains(theatre))
                        .flatMap(last -> last.theatre(theatre.id()))
                        .stream())
            .toList();
    return new Snapshot(asOf, assessments, older, new Theatres(theatres));
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
