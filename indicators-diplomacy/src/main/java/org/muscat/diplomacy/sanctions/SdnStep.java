package org.muscat.diplomacy.sanctions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * The step from one list to the next.
 *
 * @param before the day of the first
 * @param published the day of the second
 * @param mark what tells this step from others between lists of one day; empty between two days
 */
record SdnStep(LocalDate before, LocalDate published, String mark) {

  private static final int MARK_LENGTH = 12;

  /** The step from what was seen to a list. */
  static SdnStep of(Seen before, SdnList list, LocalDate published) {
    boolean isOfOneDay = before.published().equals(published);
    String mark = isOfOneDay ? mark(before.entries().keySet(), list.watched().keySet()) : "";
    return new SdnStep(before.published(), published, mark);
  }

  /**
   * The key of a change. An entry may come with the first list of a day and go with the second:
   * those are two changes. The same step has the same key whenever it is taken.
   */
  String key(SdnEntry entry) {
    String key = published + "/" + entry.uid();
    return mark.isEmpty() ? key : key + "/" + mark;
  }

  private static String mark(Collection<Long> before, Collection<Long> after) {
    String step = new TreeSet<>(before) + ">" + new TreeSet<>(after);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(step.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, MARK_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
