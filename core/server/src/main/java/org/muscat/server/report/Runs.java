package org.muscat.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Cuts lists into runs of neighbours that belong together. */
final class Runs {

  private Runs() {}

  /**
   * The runs of a list, in its order.
   *
   * @param together whether one goes on with what came just before it
   */
  static <T> List<List<T>> of(List<T> all, BiPredicate<T, T> together) {
    List<List<T>> runs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i == 0 || !together.test(all.get(i - 1), all.get(i))) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(all.get(i));
    }
    return runs;
  }
}
