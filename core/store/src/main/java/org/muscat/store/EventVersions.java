package org.muscat.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Event;
import org.muscat.spi.KnownBasis;

/**
 * All versions of the events of one vintage, by observed-at, key and known-at. All views share
 * their {@link Event}s. Immutable.
 */
final class EventVersions {

  private record Told(Event event, long observed, long known, KnownBasis basis) {}

  private final Told[] told;
  private final long[] observed;

  private EventVersions(List<Told> told) {
    this.told = told.toArray(Told[]::new);
    this.observed = told.stream().mapToLong(Told::observed).toArray();
  }

  /** The places of the versions that a view shows. */
  int[] select(Cut cut) {
    int from = Search.after(observed, observed.length, cut.after());
    int to = Search.after(observed, observed.length, cut.upTo());
    int[] selected = new int[Math.max(0, to - from)];
    int size = 0;
    for (int first = from, next; first < to; first = next) {
      next = first + 1;
      int last = first;
      while (next < to && isSame(first, next)) {
        last = told[next].known() <= cut.knownAt() ? next : last;
        next++;
      }
      if (told[first].known() <= cut.heldAt()) {
        selected[size++] = last;
      }
    }
    return Arrays.copyOf(selected, size);
  }

  private boolean isSame(int one, int other) {
    return observed[one] == observed[other]
        && told[one].event().key().equals(told[other].event().key());
  }

  List<Event> events(int[] selected) {
    Event[] events = new Event[selected.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = told[selected[i]].event();
    }
    return List.of(events);
  }

  void tell(int[] selected, Grounds grounds) {
    for (int place : selected) {
      grounds.add(told[place].observed(), told[place].known(), told[place].basis());
    }
  }

  /** The latest observed-at of a selection. */
  long newestObserved(int[] selected) {
    return selected.length == 0 ? Long.MIN_VALUE : observed[selected[selected.length - 1]];
  }

  /** Collects versions; equal attributes are kept once. */
  static final class Collector {

    private final List<Told> all = new ArrayList<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private @Nullable Identity identity;
    private @Nullable Content content;

    /** The next version, by identity in the order of the database, then known-at. */
    void add(Identity of, Version version) {
      if (of.equals(identity) && version.content().equals(content)) {
        return;
      }
      identity = of;
      content = version.content();
      Event event =
          new Event(
              of.key(),
              Instant.ofEpochMilli(of.observed()),
              Instant.ofEpochMilli(version.known()),
              types.computeIfAbsent(content.type(), type -> type),
              content.value(),
              attributes.computeIfAbsent(content.attributes(), Text::decodeAttributes));
      all.add(new Told(event, of.observed(), version.known(), version.basis()));
    }

    EventVersions versions() {
      all.sort(
          Comparator.comparing(Told::event, KnownVersions.EVENT_ORDER)
              .thenComparingLong(Told::known));
      return new EventVersions(all);
    }
  }
}
