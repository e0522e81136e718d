package org.muscat.diplomacy.sanctions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/** Collects the entries of one list, in whatever form it comes. For one thread. */
final class SdnListReader {

  /** About five times as large as the list of 2026, in bytes. */
  static final int MOST_BYTES = 128 << 20;

  /** The watched entries go into the cursor, of about 100 bytes each. */
  static final int MOST_WATCHED = 20_000;

  private static final int MOST_REJECTIONS = 100;

  private final String where;
  private final Programmes programmes;
  private final Map<Long, SdnEntry> watched = new TreeMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private long entries;
  private @Nullable LocalDate published;

  private SdnListReader(String where, Programmes programmes) {
    this.where = where;
    this.programmes = programmes;
  }

  /**
   * Reads a list; XML is told from CSV by its first byte.
   *
   * @param where it comes from, for messages
   * @throws FeedException {@code BAD_DATA} if it is neither or not whole, {@code SOURCE_CHANGED} if
   *     it is another document or has no watched entry, {@code TOO_LARGE} if it has too many
   */
  static SdnList read(String where, byte[] content, Programmes programmes)
      throws FeedException, InterruptedException {
    SdnListReader reader = new SdnListReader(where, programmes);
    if (SdnXml.isXml(content)) {
      SdnXml.read(content, reader);
    } else {
      SdnCsv.read(content, reader);
    }
    return reader.list();
  }

  String where() {
    return where;
  }

  long entries() {
    return entries;
  }

  void publishedOn(LocalDate day) {
    published = day;
  }

  /** Counts an entry, and keeps it if it is watched; one that cannot be read is a rejection. */
  void add(long line, Supplier<SdnEntry> read) throws FeedException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while reading " + where);
    }
    entries++;
    try {
      SdnEntry entry = read.get();
      if (programmes.haveAny(entry.programmes())) {
        watch(entry);
      }
    } catch (IllegalArgumentException e) {
      reject(line, String.valueOf(e.getMessage()));
    }
  }

  private void watch(SdnEntry entry) throws FeedException {
    if (watched.putIfAbsent(entry.uid(), entry) != null) {
      throw new IllegalArgumentException("entry " + entry.uid() + " stands in the list twice");
    }
    if (watched.size() > MOST_WATCHED) {
      throw failure(
          Reason.TOO_LARGE,
          "more than " + MOST_WATCHED + " entries of " + programmes + "; name fewer 'programmes'");
    }
  }

  /** Tells of something that cannot be read, and may be a watched entry. */
  void reject(long line, String reason) throws FeedException {
    if (rejections.size() == MOST_REJECTIONS) {
      throw failure(
          Reason.SOURCE_CHANGED,
          "more than "
              + MOST_REJECTIONS
              + " entries that cannot be read, the first because of: "
              + rejections.get(0).reason());
    }
    rejections.add(new Rejection(where, line, reason));
  }

  /** Why the list is of no use. */
  FeedException failure(Reason reason, String what) {
    return new FeedException(reason, where + " has " + what);
  }

  private SdnList list() throws FeedException {
    if (watched.isEmpty()) {
      throw failure(
          Reason.SOURCE_CHANGED,
          "no entry of %s among %d; it has changed, or correct 'programmes'"
              .formatted(programmes, entries));
    }
    return new SdnList(Optional.ofNullable(published), watched, List.copyOf(rejections));
  }
}
