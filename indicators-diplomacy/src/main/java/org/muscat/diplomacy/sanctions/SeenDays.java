package org.muscat.diplomacy.sanctions;

import java.util.Arrays;
import java.util.List;
import org.muscat.spi.Event;
import org.muscat.spi.Series;

/**
 * The days from a baseline to the last list: on which a list was seen, what was told of each, and
 * which are covered. A day is covered if the next list from it on came at most a week after the
 * list before it: then that list tells what happened [choice: OFAC publishes about twice a week,
 * and over more than a week much may have come and gone]. Immutable.
 */
final class SeenDays {

  static final int WINDOW = 28;

  private static final int LONGEST_GAP = 7;

  private final long first;
  private final boolean[] seen;
  private final int[] coveredBefore;
  private final double[] netBefore;

  private SeenDays(long first, boolean[] seen, int[] coveredBefore, double[] netBefore) {
    this.first = first;
    this.seen = seen;
    this.coveredBefore = coveredBefore;
    this.netBefore = netBefore;
  }

  /**
   * Lays out the days.
   *
   * @param lists those from the baseline on, at least one
   * @param events those after the baseline
   */
  static SeenDays of(Series lists, List<Event> events) {
    long first = lists.epochDay(0);
    int length = (int) (lists.epochDay(lists.size() - 1) - first) + 1;
    boolean[] seen = new boolean[length];
    boolean[] covered = new boolean[length];
    for (int i = 0; i < lists.size(); i++) {
      int day = (int) (lists.epochDay(i) - first);
      seen[day] = true;
      int before = i == 0 ? day : (int) (lists.epochDay(i - 1) - first);
      Arrays.fill(
          covered, day - before <= LONGEST_GAP ? Math.min(before + 1, day) : day, day + 1, true);
    }
    double[] net = new double[length + 1];
    for (Event event : events) {
      long day = Math.floorDiv(event.observedAt().getEpochSecond(), 86_400L) - first;
      if (day >= 0 && day < length) {
        net[(int) day + 1] += event.value();
      }
    }
    int[] coveredBefore = new int[length + 1];
    for (int day = 0; day < length; day++) {
      net[day + 1] += net[day];
      coveredBefore[day + 1] = coveredBefore[day] + (covered[day] ? 1 : 0);
    }
    return new SeenDays(first, seen, coveredBefore, net);
  }

  /** How many days there are; the last one has a list. */
  int size() {
    return seen.length;
  }

  long epochDay(int day) {
    return first + day;
  }

  /** The net count of the window that ends with a day. */
  double net(int day) {
    return netBefore[day + 1] - netBefore[day + 1 - WINDOW];
  }

  /** Whether each day of the window that ends with a day is covered. */
  boolean isCovered(int day) {
    return coveredBefore[day + 1] - coveredBefore[day + 1 - WINDOW] == WINDOW;
  }

  /** On how many days of the last window a list was seen. */
  int seenInLastWindow() {
    int count = 0;
    for (int day = size() - WINDOW; day < size(); day++) {
      count += seen[day] ? 1 : 0;
    }
    return count;
  }
}
