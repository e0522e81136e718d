package org.muscat.diplomacy.gdelt;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * The unique events of one dyad in one file, by day.
 *
 * <p>GDELT counts reports, not events. A <em>report</em> is what one source domain says about one
 * pair of actors (with their roles, both ways), root code and day; ten rows of that kind from one
 * domain are one report, with the mean of their Goldstein values. Reports of the same actors, root
 * code and day are one <em>unique event</em>, with the mean of its reports' Goldstein values G and
 * the weight {@code w = ln(1 + number of distinct domains)}. So two meetings of the same actors on
 * one day count as one, and a meeting that is reported in several files counts in each of them.
 */
final class DyadDays {

  private record Happening(String root, String actors) implements Comparable<Happening> {

    @Override
    public int compareTo(Happening other) {
      int byRoot = root.compareTo(other.root);
      return byRoot != 0 ? byRoot : actors.compareTo(other.actors);
    }
  }

  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return sum / count;
    }
  }

  private final Dyad dyad;
  private final SortedMap<LocalDate, SortedMap<Happening, SortedMap<String, Mean>>> days =
      new TreeMap<>();

  DyadDays(Dyad dyad) {
    this.dyad = dyad;
  }

  Dyad dyad() {
    return dyad;
  }

  void add(GdeltRow row) {
    days.computeIfAbsent(row.day(), day -> new TreeMap<>())
        .computeIfAbsent(new Happening(row.root(), row.actors()), happening -> new TreeMap<>())
        .computeIfAbsent(row.domain(), domain -> new Mean())
        .add(row.goldstein());
  }

  /**
   * One observation a day, and always one for the day of the file: value 0 there says that the file
   * was read and reports nothing.
   */
  List<Observation> observations(FileStamp stamp) {
    days.computeIfAbsent(stamp.day(), day -> new TreeMap<>());
    List<Observation> observations = new ArrayList<>();
    days.forEach((day, events) -> observations.add(observation(stamp, day, events)));
    return observations;
  }

  private Observation observation(
      FileStamp stamp, LocalDate day, SortedMap<Happening, SortedMap<String, Mean>> events) {
    double weight = 0;
    double weighted = 0;
    Map<String, Integer> roots = new TreeMap<>();
    for (Map.Entry<Happening, SortedMap<String, Mean>> event : events.entrySet()) {
      SortedMap<String, Mean> reports = event.getValue();
      Mean goldstein = new Mean();
      reports.values().forEach(report -> goldstein.add(report.value()));
      double w = Math.log1p(reports.size());
      weight += w;
      weighted += w * goldstein.value();
      roots.merge("root-" + event.getKey().root(), 1, Integer::sum);
    }
    Map<String, String> attributes = new TreeMap<>();
    roots.forEach((root, count) -> attributes.put(root, Integer.toString(count)));
    attributes.put("weight", Double.toString(weight));
    attributes.put("goldstein-weighted", Double.toString(weighted));
    return Observation.event(
            dyad.eventSeries(),
            stamp.text() + "/" + day,
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            "dyad-day",
            events.size(),
            attributes)
        .knownAt(stamp.knownAt(), KnownBasis.PUBLISHED);
  }
}
