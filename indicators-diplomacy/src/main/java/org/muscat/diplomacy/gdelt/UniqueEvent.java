package org.muscat.diplomacy.gdelt;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The reports of one event, by source domain, and which of the two states acts. */
final class UniqueEvent {

  private final SortedMap<String, Report> reports = new TreeMap<>();
  private boolean isByFirst;
  private boolean isBySecond;

  /**
   * Adds a row.
   *
   * @param byFirst whether the first state of the dyad acts, not the second
   * @return how many reports are new
   */
  int add(GdeltRow row, boolean byFirst) {
    isByFirst |= byFirst;
    isBySecond |= !byFirst;
    int before = reports.size();
    reports.computeIfAbsent(row.domain(), domain -> new Report()).add(row);
    return reports.size() - before;
  }

  /** Adds what another file reports of it; says how many reports are new. */
  int add(UniqueEvent other) {
    isByFirst |= other.isByFirst;
    isBySecond |= other.isBySecond;
    int before = reports.size();
    other.reports.forEach(
        (domain, report) -> reports.computeIfAbsent(domain, first -> new Report()).add(report));
    return reports.size() - before;
  }

  /** {@code ln(1 + distinct domains)}. */
  double weight() {
    return Math.log1p(reports.size());
  }

  double goldstein() {
    return mean(Report::goldstein);
  }

  double tone() {
    return mean(Report::tone);
  }

  private double mean(ToDoubleFunction<Report> value) {
    double sum = 0;
    for (Report report : reports.values()) {
      sum += value.applyAsDouble(report);
    }
    return sum / reports.size();
  }

  long articles() {
    return reports.values().stream().mapToLong(Report::articles).sum();
  }

  Set<String> domains() {
    return reports.keySet();
  }

  boolean isByFirst() {
    return isByFirst;
  }

  boolean isBySecond() {
    return isBySecond;
  }
}
