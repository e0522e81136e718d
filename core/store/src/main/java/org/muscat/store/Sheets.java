package org.muscat.store;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Series;

/**
 * The points of one vintage at any moment.
 *
 * <p>From one moment to the next, points are mostly added at the end. A <em>sheet</em> serves all
 * moments of such a stretch: each sees a prefix of it, without a copy. A new sheet begins where a
 * point is revised, or one appears before the last. Sheets are made when they are first wanted,
 * from an earlier one that is still there; some are kept. What is kept changes the time an answer
 * takes, never the answer: any thread may ask at any time.
 */
final class Sheets {

  /** Bounds the memory: of more sheets than this, each of as many neighbourhoods keeps one. */
  private static final int KEPT = 16;

  /**
   * Points as a view shows them.
   *
   * @param from the first of them on the sheet
   * @param to one after the last of them
   */
  record Points(Sheet sheet, int from, int to) {

    Series series() {
      return sheet.points(from, to);
    }

    void tell(Grounds grounds) {
      sheet.tell(from, to, grounds);
    }
  }

  private record Kept(int number, Sheet sheet) {}

  private final Sheet empty;
  private final PointChanges changes;

  /** The first change of each sheet, and at the end the number of changes. */
  private final int[] firsts;

  private final AtomicReferenceArray<@Nullable Kept> kept;

  Sheets(String series, PointChanges changes) {
    this.empty = Sheet.empty(series);
    this.changes = changes;
    this.firsts = firsts(changes);
    this.kept = new AtomicReferenceArray<>(Math.min(KEPT, firsts.length - 1));
  }

  private static int[] firsts(PointChanges changes) {
    int[] firsts = new int[changes.size() + 1];
    int sheets = 0;
    int group = 0;
    long newest = Long.MIN_VALUE;
    for (int i = 0; i < changes.size(); i++) {
      if (i > 0 && changes.known(i) > changes.known(i - 1)) {
        group = i;
      }
      boolean appends = i == 0 || changes.observed(i) > newest;
      boolean begun = sheets > 0 && firsts[sheets - 1] == group;
      if (i == 0 || (!appends && !begun)) {
        firsts[sheets++] = group;
      }
      newest = Math.max(newest, changes.observed(i));
    }
    firsts[sheets] = changes.size();
    return Arrays.copyOf(firsts, sheets + 1);
  }

  Points points(Cut cut) {
    int held = changes.knownAt(cut.heldAt());
    if (held == 0) {
      return new Points(empty, 0, 0);
    }
    int number = number(held);
    Sheet sheet = sheet(number);
    int told = sheet.size() - (firsts[number + 1] - held);
    int to = Math.min(told, sheet.observedAt(cut.upTo()));
    int from = Math.min(to, sheet.observedAt(cut.after()));
    int later = number(changes.knownAt(cut.knownAt()));
    if (later == number) {
      return new Points(sheet, from, to);
    }
    return new Points(sheet(later).alsoIn(sheet, from, to), 0, to - from);
  }

  /** The sheet on which the first so many changes are seen. */
  private int number(int known) {
    int at = Arrays.binarySearch(firsts, known);
    return at >= 0 ? at - 1 : -at - 2;
  }

  private Sheet sheet(int number) {
    int slot = (int) ((long) number * kept.length() / (firsts.length - 1));
    Kept start = startFor(number, slot);
    if (start != null && start.number() == number) {
      return start.sheet();
    }
    Sheet before = start == null ? empty : start.sheet();
    int from = start == null ? 0 : firsts[start.number() + 1];
    Sheet sheet = before.with(changes, from, firsts[number + 1]);
    kept.set(slot, new Kept(number, sheet));
    return sheet;
  }

  /** The nearest sheet at or before this one that is still there. */
  private @Nullable Kept startFor(int number, int slot) {
    for (int i = slot; i >= 0; i--) {
      Kept there = kept.get(i);
      if (there != null && there.number() <= number) {
        return there;
      }
    }
    return null;
  }
}
