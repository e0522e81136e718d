package org.muscat.energy.fred;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.energy.table.Cells;
import org.muscat.energy.table.Wanted;

/**
 * The versions of the values of one series, window by window of their publication. For one thread.
 *
 * <p>What stood already when a window begins is told there once more, as if it was published on its
 * first day; it is not taken. What stood when FRED began to keep vintages was published some time
 * before, so its day of publication is not taken either.
 */
final class Vintages {

  private record Version(String window, int line, String day, String value, String published) {}

  private final Wanted wanted;
  private final boolean whole;
  private final Cells cells;
  private final List<Version> versions = new ArrayList<>();
  private final Map<String, String> lastValue = new HashMap<>();
  private String windowStart = "";

  /**
   * No versions yet.
   *
   * @param whole whether the windows begin with the first publication
   */
  Vintages(Wanted wanted, boolean whole, Cells cells) {
    this.wanted = wanted;
    this.whole = whole;
    this.cells = cells;
  }

  /** Begins a window of publications. */
  void begin(LocalDate start) {
    windowStart = start.toString();
    cells.part(window(windowStart));
  }

  private static String window(String start) {
    return "published from " + start + " on";
  }

  void take(int line, @Nullable Object row) {
    if (!(row instanceof Map<?, ?> members)
        || !(members.get("date") instanceof String day)
        || !(members.get("value") instanceof String value)
        || !(members.get("realtime_start") instanceof String published)) {
      cells.reject(line, "the row has no 'date', 'value' and 'realtime_start' that are texts");
      return;
    }
    String before = lastValue.put(day, value);
    if (!value.equals(before) || !published.equals(windowStart)) {
      versions.add(new Version(windowStart, line, day, value, published));
    }
  }

  /** Gives everything to the cells. */
  void handOver() {
    String first = versions.stream().map(Version::published).min(String::compareTo).orElse("");
    for (Version one : versions) {
      boolean undated = whole && one.published().equals(first) && isLate(one);
      cells.part(window(one.window()));
      cells.add(wanted, one.line(), one.day(), one.value(), undated ? null : one.published());
    }
  }

  /** Whether it must have been published before. */
  private boolean isLate(Version one) {
    try {
      return wanted
          .publication(LocalDate.parse(one.day()))
          .isBefore(LocalDate.parse(one.published()));
    } catch (DateTimeException e) {
      return false; // the cells say what is wrong with it
    }
  }
}
