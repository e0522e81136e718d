package org.muscat.diplomacy.gdelt;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Observation;

/** What one file says; holds no more of it than the dyads' reports. */
final class GdeltFile {

  static final int MOST_REJECTIONS = 1_000;

  private final String where;
  private final FileStamp stamp;
  private final DyadLookup lookup;
  private final List<DyadDays> dyads;
  private final List<Rejection> rejections = new ArrayList<>();
  private Instant knownAt;
  private long unlisted;
  private long rows;

  private GdeltFile(String where, FileStamp stamp, DyadLookup lookup) {
    this.where = where;
    this.stamp = stamp;
    this.lookup = lookup;
    this.knownAt = stamp.knownAt();
    this.dyads = lookup.dyads().stream().map(DyadDays::new).toList();
  }

  /**
   * Reads a file to its end.
   *
   * @param in its unpacked bytes; not closed
   * @param where it comes from, for messages
   */
  static GdeltFile read(InputStream in, String where, FileStamp stamp, DyadLookup dyads)
      throws IOException, InterruptedException {
    GdeltFile file = new GdeltFile(where, stamp, dyads);
    EventLines lines = new EventLines(in);
    try {
      while (lines.next()) {
        file.add(lines);
      }
    } catch (InterruptedIOException e) {
      InterruptedException interrupted =
          new InterruptedException("interrupted while reading " + where);
      interrupted.initCause(e);
      throw interrupted;
    }
    return file;
  }

  private void add(EventLines line) {
    rows++;
    try {
      requireColumns(line);
      int place =
          lookup.place(line.code(GdeltRow.ACTOR1_COUNTRY), line.code(GdeltRow.ACTOR2_COUNTRY));
      if (place >= 0) {
        dyads.get(place).add(GdeltRow.of(line, stamp));
      }
    } catch (BadRowException e) {
      reject(line.number(), e.reason());
    }
  }

  private static void requireColumns(EventLines line) throws BadRowException {
    if (line.isTooLong()) {
      throw new BadRowException("row has more than " + EventLines.LONGEST + " bytes");
    }
    if (line.columns() != GdeltRow.COLUMNS) {
      throw new BadRowException(
          "row has " + line.columns() + " columns; GDELT 2.0 events have " + GdeltRow.COLUMNS);
    }
  }

  private void reject(long line, String reason) {
    if (rejections.size() < MOST_REJECTIONS) {
      rejections.add(new Rejection(where, line, reason));
    } else {
      unlisted++;
    }
  }

  FileStamp stamp() {
    return stamp;
  }

  /** From when on it could be had; not before its stamp says so. */
  Instant knownAt() {
    return knownAt;
  }

  /** Takes it for known from a moment on. */
  GdeltFile known(Instant from) {
    knownAt = from;
    return this;
  }

  /** How many rows it has, refused ones among them. */
  long rows() {
    return rows;
  }

  /** In the order of the lookup. */
  List<DyadDays> dyads() {
    return dyads;
  }

  List<Observation> observations() {
    return dyads.stream().flatMap(days -> days.observations(stamp, knownAt).stream()).toList();
  }

  List<Rejection> rejections() {
    List<Rejection> all = new ArrayList<>(rejections);
    if (unlisted > 0) {
      all.add(new Rejection(where, 0, unlisted + " more bad rows are not listed"));
    }
    return all;
  }
}
