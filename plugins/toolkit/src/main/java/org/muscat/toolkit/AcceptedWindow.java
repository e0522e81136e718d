package org.muscat.toolkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last 730 accepted days, from 14 days ago backwards. */
final class AcceptedWindow {

  private static final long SHIFT_MILLIS = Duration.ofDays(14).toMillis();

  private record Point(long millis, double value) {}

  private final Deque<Point> tooRecent = new ArrayDeque<>();
  private final SortedWindow window;

  AcceptedWindow(int capacity) {
    this.window = new SortedWindow(capacity);
  }

  void accept(long millis, double value) {
    tooRecent.addLast(new Point(millis, value));
  }

  /** Lets in what was accepted at least 14 days before a moment. */
  void advanceTo(long millis) {
    for (Point next = tooRecent.peekFirst();
        next != null && next.millis() <= millis - SHIFT_MILLIS;
        next = tooRecent.peekFirst()) {
      window.add(next.value());
      tooRecent.removeFirst();
    }
  }

  int size() {
    return window.size();
  }

  double median() {
    return window.median();
  }
}
