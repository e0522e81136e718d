package org.muscat.host.child;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The feeds and indicators of one child. Nobody closes an indicator, so one that nobody in the host
 * holds any more is forgotten, and the child is told to. Thread-safe.
 */
final class Items {

  private final AtomicInteger lastNumber = new AtomicInteger();
  private final Map<Integer, Numbered> items = new ConcurrentSkipListMap<>();
  private final ReferenceQueue<Item> lost = new ReferenceQueue<>();

  private static final class Numbered extends WeakReference<Item> {

    private final int number;

    Numbered(Item item, ReferenceQueue<Item> lost) {
      super(item, lost);
      this.number = item.number();
    }
  }

  /** Adds an item with the next number. */
  Item add(IntFunction<Item> maker) {
    Item item = maker.apply(lastNumber.incrementAndGet());
    items.put(item.number(), new Numbered(item, lost));
    return item;
  }

  void remove(Item item) {
    items.remove(item.number());
  }

  Optional<Item> get(int number) {
    return Optional.ofNullable(items.get(number)).map(Numbered::get);
  }

  /** All that somebody holds, in the order in which they were made. */
  List<Item> all() {
    return items.values().stream().map(Numbered::get).filter(Objects::nonNull).toList();
  }

  /** The numbers of those that nobody holds any more, each once. */
  List<Integer> forgotten() {
    List<Integer> numbers = new ArrayList<>();
    for (Object next = lost.poll(); next != null; next = lost.poll()) {
      int number = ((Numbered) next).number;
      if (items.remove(number) != null) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
