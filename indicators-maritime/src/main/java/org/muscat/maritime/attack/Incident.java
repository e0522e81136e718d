package org.muscat.maritime.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muscat.maritime.geo.Position;

/**
 * What happened, by one or several reporters. Reports of different reporters within a day and 50 km
 * are of one incident; two reports of one reporter are of two.
 *
 * @param reports the earliest first, never empty
 */
record Incident(List<Report> reports) {

  static final Duration APART = Duration.ofDays(1);
  static final double KILOMETRES_APART = 50;

  /** Joins reports, each to the nearest incident that it fits, earliest reports first. */
  static List<Incident> join(List<Report> reports) {
    List<Incident> incidents = new ArrayList<>();
    for (Report report : reports.stream().sorted(Report.BY_TIME).toList()) {
      int nearest = -1;
      for (int i = incidents.size() - 1; i >= 0 && incidents.get(i).isRecent(report); i--) {
        if (incidents.get(i).fits(report)
            && (nearest < 0
                || incidents.get(i).away(report) < incidents.get(nearest).away(report))) {
          nearest = i;
        }
      }
      if (nearest < 0) {
        incidents.add(new Incident(List.of(report)));
      } else {
        incidents.set(nearest, incidents.get(nearest).with(report));
      }
    }
    return incidents;
  }

  /** When it happened, by the earliest report. */
  Instant observedAt() {
    return reports.get(0).observedAt();
  }

  /** Where it happened, by the earliest report. */
  Position position() {
    return reports.get(0).position();
  }

  /** By the gravest report. */
  double weight() {
    return reports.stream().mapToDouble(Report::weight).max().orElseThrow();
  }

  private boolean isRecent(Report report) {
    return !report.observedAt().isAfter(observedAt().plus(APART));
  }

  private boolean fits(Report report) {
    return away(report) <= KILOMETRES_APART
        && reports.stream().noneMatch(other -> other.series().equals(report.series()));
  }

  private double away(Report report) {
    return position().kilometresTo(report.position());
  }

  private Incident with(Report report) {
    List<Report> more = new ArrayList<>(reports);
    more.add(report);
    return new Incident(List.copyOf(more));
  }
}
