package org.muscat.bench.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.muscat.bench.validation.Episode.Phase;
import org.muscat.bench.validation.Rule.Verdict;
import org.muscat.spi.Series;

/**
 * How a rule did on a record, by the words of docs/maritime.md, Detection.
 *
 * @param crisisDays of the record
 * @param flaggedCrisisDays those of them that it flagged
 * @param quietDays on which it said anything
 * @param falseAlarms the first day of each
 * @param delay in event days; empty if it never got into the crisis
 */
record Detection(
    int crisisDays,
    int flaggedCrisisDays,
    int quietDays,
    List<LocalDate> falseAlarms,
    OptionalLong delay) {

  /** Flagged days nearer than this belong together. */
  private static final int APART = 30;

  private static final double YEAR = 365.25;

  /** Judges each day of a record by the days up to it. */
  static Detection of(Rule rule, Series record, Optional<Episode> episode) {
    int crisisDays = 0;
    int quietDays = 0;
    List<LocalDate> flagged = new ArrayList<>();
    for (int i = 0; i < record.size(); i++) {
      LocalDate day = LocalDate.ofEpochDay(record.epochDay(i));
      Verdict verdict = rule.judge(record.first(i + 1));
      Phase phase = Episode.phase(episode, day);
      crisisDays += phase == Phase.CRISIS ? 1 : 0;
      quietDays += phase == Phase.QUIET && verdict != Verdict.NOTHING ? 1 : 0;
      if (verdict == Verdict.FLAGGED) {
        flagged.add(day);
      }
    }
    return new Detection(
        crisisDays,
        in(Phase.CRISIS, flagged, episode).size(),
        quietDays,
        starts(in(Phase.QUIET, flagged, episode)),
        episode.map(happened -> delay(flagged, happened)).orElse(OptionalLong.empty()));
  }

  private static List<LocalDate> in(
      Phase phase, List<LocalDate> flagged, Optional<Episode> episode) {
    return flagged.stream().filter(day -> Episode.phase(episode, day) == phase).toList();
  }

  /** The first day of each run of days that are less than 30 days apart. */
  private static List<LocalDate> starts(List<LocalDate> flagged) {
    List<LocalDate> starts = new ArrayList<>();
    LocalDate before = null;
    for (LocalDate day : flagged) {
      if (before == null || isApart(before, day)) {
        starts.add(day);
      }
      before = day;
    }
    return List.copyOf(starts);
  }

  /** To the first flagged day whose run reaches the crisis. */
  private static OptionalLong delay(List<LocalDate> flagged, Episode episode) {
    LocalDate start = null;
    LocalDate before = null;
    for (LocalDate day : flagged) {
      if (day.isBefore(episode.delayFrom())) {
        continue;
      }
      start = startOfRun(start, before, day);
      before = day;
      if (!day.isBefore(episode.crisis())) {
        return OptionalLong.of(ChronoUnit.DAYS.between(episode.delayFrom(), start));
      }
    }
    return OptionalLong.empty();
  }

  private static LocalDate startOfRun(
      @Nullable LocalDate start, @Nullable LocalDate before, LocalDate day) {
    return start == null || before == null || isApart(before, day) ? day : start;
  }

  private static boolean isApart(LocalDate before, LocalDate day) {
    return ChronoUnit.DAYS.between(before, day) >= APART;
  }

  /** In percent; NaN without crisis days. */
  double flaggedPercent() {
    return crisisDays == 0 ? Double.NaN : 100.0 * flaggedCrisisDays / crisisDays;
  }

  /** In a year of quiet days. */
  double falseAlarmsPerYear() {
    return falseAlarms.size() * YEAR / quietDays;
  }
}
