package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Remembers in which order the data points of families stand by their labels. The client library
 * sorts them for each page, which is most of what a page of many series costs it; but from one tick
 * to the next they hardly ever change, and what is sorted already is sorted at once. Not safe for
 * several threads.
 */
final class PointOrders {

  private final Map<String, Order> byFamily = new HashMap<>();

  /** The points of a family by their labels. */
  <P extends DataPointSnapshot> List<P> sorted(String family, List<P> points) {
    Order order = byFamily.get(family);
    if (order == null || !order.isThatOf(points)) {
      order = Order.of(points);
      byFamily.put(family, order);
    }
    return order.applied(points);
  }

  /**
   * The order of one family.
   *
   * @param labels of the points as they come
   * @param sorted their places, those of the least labels first
   */
  private record Order(List<Labels> labels, List<Integer> sorted) {

    static Order of(List<? extends DataPointSnapshot> points) {
      List<Labels> labels = new ArrayList<>(points.size());
      points.forEach(point -> labels.add(point.getLabels()));
      return new Order(
          labels,
          IntStream.range(0, labels.size())
              .boxed()
              .sorted(Comparator.comparing(labels::get))
              .toList());
    }

    boolean isThatOf(List<? extends DataPointSnapshot> points) {
      if (points.size() != labels.size()) {
        return false;
      }
      for (int i = 0; i < points.size(); i++) {
        if (!points.get(i).getLabels().equals(labels.get(i))) {
          return false;
        }
      }
      return true;
    }

    <P> List<P> applied(List<P> points) {
      List<P> all = new ArrayList<>(points.size());
      sorted.forEach(place -> all.add(points.get(place)));
      return all;
    }
  }
}
