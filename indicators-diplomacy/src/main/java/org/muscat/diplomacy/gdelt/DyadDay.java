package org.muscat.diplomacy.gdelt;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The unique events of one dyad on one day.
 *
 * <p>GDELT counts reports, not events. A <em>report</em> is what one source domain says about one
 * pair of actors (with their roles, both ways), root code and day; ten rows of that kind from one
 * domain are one report, with the mean of their Goldstein values. Reports of the same actors, root
 * code and day are one <em>unique event</em>, with the mean of its reports' Goldstein values G and
 * the weight {@code w = ln(1 + number of distinct domains)}. So two meetings of the same actors on
 * one day count as one.
 */
final class DyadDay {

  private record Happening(String root, String actors) implements Comparable<Happening> {

    @Override
    public int compareTo(Happening other) {
      int byRoot = root.compareTo(other.root);
      return byRoot != 0 ? byRoot : actors.compareTo(other.actors);
    }
  }

  private final SortedMap<Happening, UniqueEvent> events = new TreeMap<>();
  private int reports;

  void add(GdeltRow row, boolean byFirst) {
    reports +=
        events
            .computeIfAbsent(new Happening(row.root(), row.actors()), first -> new UniqueEvent())
            .add(row, byFirst);
  }

  /** Adds what another file reports of the day. */
  void add(DyadDay other) {
    other.events.forEach(
        (happening, event) ->
            reports += events.computeIfAbsent(happening, first -> new UniqueEvent()).add(event));
  }

  /** The number of unique events. */
  int size() {
    return events.size();
  }

  /** The number of reports, which is what it holds in memory. */
  int reports() {
    return reports;
  }

  /** Unique events of roots of cooperation, 01 to 09; by the first state alone if asked for. */
  int cooperation(boolean ofFirst) {
    int count = 0;
    for (Map.Entry<Happening, UniqueEvent> entry : events.entrySet()) {
      if (Cameo.quadClass(entry.getKey().root()) <= 2
          && (!ofFirst || entry.getValue().isByFirst())) {
        count++;
      }
    }
    return count;
  }

  /** Unique events of roots of talk, 03 to 06. */
  int talk() {
    return (int) events.keySet().stream().filter(one -> Cameo.TALK.contains(one.root())).count();
  }

  /** Unique events in which the first state acts. */
  int byFirst() {
    return (int) events.values().stream().filter(UniqueEvent::isByFirst).count();
  }

  /** The sum of w, see above. */
  double weight() {
    return events.values().stream().mapToDouble(UniqueEvent::weight).sum();
  }

  /** The sum of w G, in Goldstein points. */
  double goldsteinWeighted() {
    double sum = 0;
    for (UniqueEvent event : events.values()) {
      sum += event.weight() * event.goldstein();
    }
    return sum;
  }

  /** The sum of w times the mean tone of an event, in points of tone. */
  double toneWeighted() {
    double sum = 0;
    for (UniqueEvent event : events.values()) {
      sum += event.weight() * event.tone();
    }
    return sum;
  }

  /** Documents: of each report the most that one of its rows counts. */
  long articles() {
    return events.values().stream().mapToLong(UniqueEvent::articles).sum();
  }

  /**
   * What an observation of the day says beside the number of events. Counts that are 0 are left
   * out.
   */
  Map<String, String> attributes() {
    Map<String, Long> counts = new TreeMap<>();
    Set<String> domains = new HashSet<>();
    events.forEach(
        (happening, event) -> {
          int quadClass = Cameo.quadClass(happening.root());
          String kind = quadClass <= 2 ? "cooperation" : "conflict";
          counts.merge("root-" + happening.root(), 1L, Long::sum);
          counts.merge("quad-" + quadClass, 1L, Long::sum);
          if (event.isByFirst()) {
            counts.merge("first-" + kind, 1L, Long::sum);
          }
          if (event.isBySecond()) {
            counts.merge("second-" + kind, 1L, Long::sum);
          }
          domains.addAll(event.domains());
        });
    Map<String, String> attributes = new TreeMap<>();
    counts.forEach((name, count) -> attributes.put(name, count.toString()));
    attributes.put("weight", Double.toString(weight()));
    attributes.put("goldstein-weighted", Double.toString(goldsteinWeighted()));
    if (!events.isEmpty()) {
      attributes.put("tone-weighted", Double.toString(toneWeighted()));
      attributes.put("articles", Long.toString(articles()));
      attributes.put("domains", Integer.toString(domains.size()));
    }
    return attributes;
  }
}
