package org.muscat.diplomacy.framework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * What a framework file says, and when it could first be known: a day after its day, as in the
 * chronicle, because the day has to be over, and not before the first coded day. That is assumed,
 * because it was coded later.
 */
final class FrameworkObservations {

  /** The type of the events. */
  static final String LEVEL = "level";

  /** Tells the levels of one version of the file from those that an earlier one had. */
  static final String VERSION = "version";

  static final String REASON = "reason";

  private FrameworkObservations() {}

  /**
   * The series with a point for each coded day; {@code coded-day} until 2026-11-27, see chronicle.
   */
  static String codedDays(String theatre) {
    return "framework/" + theatre + "/coded";
  }

  static List<Observation> of(String theatre, FrameworkFile file) {
    List<Observation> observations = new ArrayList<>();
    for (CodedLevel level : file.levels()) {
      observations.add(
          Observation.event(
                  level.component().series(theatre),
                  key(level, file),
                  start(level.from()),
                  LEVEL,
                  level.level(),
                  Map.of(
                      REASON,
                      level.reason(),
                      VERSION,
                      Integer.toString(file.version()),
                      "verified",
                      Boolean.toString(level.verified())))
              .knownAt(start(knownDay(level, file).plusDays(1)), KnownBasis.ASSUMED));
    }
    for (LocalDate day = file.codedFrom();
        !day.isAfter(file.codedThrough());
        day = day.plusDays(1)) {
      observations.add(
          Observation.point(codedDays(theatre), start(day), 1)
              .knownAt(start(day.plusDays(1)), KnownBasis.ASSUMED));
    }
    return observations;
  }

  /**
   * With the version, because a level that a new version repeats is known since the same moment,
   * and would contradict the earlier one, which names another version.
   */
  private static String key(CodedLevel level, FrameworkFile file) {
    return "v" + file.version() + "/" + level.from();
  }

  /** What stood before the first coded day was looked at on that day. */
  private static LocalDate knownDay(CodedLevel level, FrameworkFile file) {
    return level.from().isBefore(file.codedFrom()) ? file.codedFrom() : level.from();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
