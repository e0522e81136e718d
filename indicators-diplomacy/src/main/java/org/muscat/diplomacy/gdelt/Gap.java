package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;

/**
 * Files in a row that a list does not name.
 *
 * @param start the stamp of the first
 * @param size how many, from 0
 */
record Gap(FileStamp start, long size) {

  /** The files that should lie between two, a quarter of an hour from each to the next. */
  static Gap between(FileStamp last, FileStamp next) {
    FileStamp start = last.next();
    Duration open = Duration.between(start.time(), next.time());
    long cadence = FileStamp.CADENCE.toSeconds();
    return new Gap(start, open.isNegative() ? 0 : (open.toSeconds() + cadence - 1) / cadence);
  }

  /** How many of them, from the first, are older than the newest file by the patience. */
  long givenUp(FileStamp newest, Duration patience) {
    Instant until = newest.time().minus(patience);
    if (until.isBefore(start.time())) {
      return 0;
    }
    long old = Duration.between(start.time(), until).dividedBy(FileStamp.CADENCE) + 1;
    return Math.min(size, old);
  }

  Gap first(long count) {
    return new Gap(start, count);
  }

  /** The stamp of the last. */
  FileStamp last() {
    return FileStamp.of(start.time().plus(FileStamp.CADENCE.multipliedBy(size - 1)));
  }

  @Override
  public String toString() {
    return size == 1
        ? start.fileName()
        : size + " files from " + start.fileName() + " to " + last().fileName();
  }
}
