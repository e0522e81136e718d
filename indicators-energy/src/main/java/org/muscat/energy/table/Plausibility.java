package org.muscat.energy.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells of values that are far from those before them, such as Henry Hub in a winter storm at ten
 * times its usual price. They are kept: what was published was published, and such prices are real
 * more often than not.
 */
final class Plausibility {

  private static final int BEFORE = 20;
  private static final double FACTOR = 5;
  private static final int MOST_TOLD = 3;

  private final System.Logger logger;

  Plausibility(System.Logger logger) {
    this.logger = logger;
  }

  /**
   * Looks at values that were not told before.
   *
   * @param told the oldest first
   * @param before the newest day that was told before
   */
  void check(Wanted column, List<Cells.Cell> told, Optional<LocalDate> before) {
    List<String> far = new ArrayList<>();
    for (int i = BEFORE; i < told.size(); i++) {
      Cells.Cell cell = told.get(i);
      if (before.isEmpty() || cell.day().isAfter(before.get())) {
        double usual = median(told.subList(i - BEFORE, i));
        if (isFar(cell.value(), usual)) {
          far.add("%s on %s, usual is %s".formatted(cell.value(), cell.day(), usual));
        }
      }
    }
    if (!far.isEmpty()) {
      logger.log(
          System.Logger.Level.WARNING,
          "{0} has {1} values far from those before them, kept as published: {2}",
          column.series(),
          far.size(),
          String.join("; ", far.subList(Math.max(0, far.size() - MOST_TOLD), far.size())));
    }
  }

  /** Only where the usual is a positive level; of what goes through nought nothing is far. */
  private static boolean isFar(double value, double usual) {
    return usual > 0 && (value > FACTOR * usual || value < usual / FACTOR);
  }

  private static double median(List<Cells.Cell> cells) {
    double[] sorted = cells.stream().mapToDouble(Cells.Cell::value).sorted().toArray();
    return (sorted[BEFORE / 2 - 1] + sorted[BEFORE / 2]) / 2;
  }
}
