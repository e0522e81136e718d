package org.muscat.maritime.ais;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Observation;

/**
 * The vessels of one file, and how they passed from one gate to the other (method, section 4, M6).
 */
final class Passages {

  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration SILENCE = Duration.ofHours(4);
  private static final int LEAST_REPORTS = 5;

  private enum Passage {
    SEEN_AFTER,
    DARK,
    /** It came back, or went on reporting and did not come to the other gate. */
    ELSEWHERE
  }

  private static final class Day {
    int seenBefore;
    int dark;
  }

  private final Strait strait;
  private final Gate before;
  private final Gate after;
  private final Map<String, List<AisReport>> byVessel = new HashMap<>();
  private Instant end = Instant.MIN;

  Passages(Strait strait, Gate before, Gate after) {
    this.strait = strait;
    this.before = before;
    this.after = after;
  }

  void add(String vessel, AisReport report) {
    byVessel.computeIfAbsent(vessel, unused -> new ArrayList<>()).add(report);
    passTime(report.time());
  }

  /** Somebody was heard at this moment. */
  void passTime(Instant moment) {
    end = moment.isAfter(end) ? moment : end;
  }

  /** The points of the days on which a vessel entered whose passage is known. */
  List<Observation> counts() {
    Map<LocalDate, Day> days = new TreeMap<>();
    byVessel.values().forEach(reports -> count(reports, days));
    List<Observation> points = new ArrayList<>();
    days.forEach(
        (date, day) -> {
          points.add(point("seen-before", date, day.seenBefore));
          points.add(point("dark", date, day.dark));
        });
    return points;
  }

  private Observation point(String what, LocalDate date, int vessels) {
    return Observation.point(
        "ais/" + strait.word() + "/" + what,
        date.atStartOfDay(ZoneOffset.UTC).toInstant(),
        vessels);
  }

  private void count(List<AisReport> reports, Map<LocalDate, Day> days) {
    if (reports.stream().filter(AisReport::underWay).count() < LEAST_REPORTS) {
      return;
    }
    List<AisReport> inOrder =
        reports.stream().sorted(Comparator.comparing(AisReport::time)).toList();
    for (int i = 0; i < inOrder.size(); i++) {
      Instant left = inOrder.get(i).time();
      if (!isLastBefore(inOrder, i) || left.plus(WINDOW).isAfter(end)) {
        continue;
      }
      Passage passage = passage(inOrder.subList(i, inOrder.size()), left.plus(WINDOW));
      if (passage != Passage.ELSEWHERE) {
        Day day =
            days.computeIfAbsent(LocalDate.ofInstant(left, ZoneOffset.UTC), unused -> new Day());
        day.seenBefore++;
        day.dark += passage == Passage.DARK ? 1 : 0;
      }
    }
  }

  /** Whether a report is the last from the first gate before the vessel left it or fell silent. */
  private boolean isLastBefore(List<AisReport> reports, int index) {
    AisReport report = reports.get(index);
    return before.holds(report.position())
        && (index + 1 == reports.size()
            || !before.holds(reports.get(index + 1).position())
            || Duration.between(report.time(), reports.get(index + 1).time()).compareTo(WINDOW)
                > 0);
  }

  /** What became of a vessel whose last report from the first gate is the first of these. */
  private Passage passage(List<AisReport> reports, Instant until) {
    Instant last = reports.get(0).time();
    boolean silent = false;
    for (AisReport report : reports.subList(1, reports.size())) {
      silent |= gap(last, earlier(report.time(), until));
      if (report.time().isAfter(until)) {
        return silent ? Passage.DARK : Passage.ELSEWHERE;
      }
      if (after.holds(report.position())) {
        return Passage.SEEN_AFTER;
      }
      if (before.holds(report.position())) {
        return Passage.ELSEWHERE;
      }
      last = report.time();
    }
    return silent || gap(last, until) ? Passage.DARK : Passage.ELSEWHERE;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static boolean gap(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(SILENCE) >= 0;
  }
}
