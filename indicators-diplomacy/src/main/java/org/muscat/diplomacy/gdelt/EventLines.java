package org.muscat.diplomacy.gdelt;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads rows of tab separated cells from bytes, one at a time, and decodes only the cells that are
 * asked for. Holds one row and a block of the stream. For one thread.
 *
 * <p>It reads bytes because most rows are about no state of interest: to look at two cells of 61 it
 * need not make a text of any.
 */
final class EventLines {

  /** Real rows have some hundred bytes; a longer one is something else and is passed over. */
  static final int LONGEST = 1 << 20;

  private static final int BLOCK = 64 << 10;

  private final InputStream in;
  private byte[] buffer = new byte[BLOCK];
  private int limit;
  private int lastRead;

  /** Where the next row begins. */
  private int next;

  private final int[] starts = new int[GdeltRow.COLUMNS + 1];
  private int columns;
  private int end;
  private long number;
  private boolean isTooLong;

  EventLines(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next row.
   *
   * @return false at the end of the stream
   * @throws InterruptedIOException if the thread was interrupted
   */
  boolean next() throws IOException {
    if (next == limit && !fill()) {
      return false;
    }
    number++;
    isTooLong = false;
    columns = 1;
    starts[0] = next;
    int at = next;
    while (true) {
      for (; at < limit; at++) {
        byte octet = buffer[at];
        if (octet == '\t') {
          addColumn(at + 1);
        } else if (octet == '\n') {
          finish(at, at + 1);
          return true;
        }
      }
      boolean isMore = fill();
      at = isMore ? limit - lastRead : limit;
      if (!isMore) {
        finish(at, at);
        return true;
      }
    }
  }

  private void addColumn(int start) {
    if (columns < starts.length) {
      starts[columns] = start;
    }
    columns++;
  }

  private void finish(int newline, int following) {
    end = newline > starts[0] && buffer[newline - 1] == '\r' ? newline - 1 : newline;
    next = following;
  }

  /** Reads on behind the row that began, which moves to the front of the buffer. */
  private boolean fill() throws IOException {
    if (Thread.interrupted()) {
      throw new InterruptedIOException("interrupted while reading row " + number);
    }
    int begun = limit - next;
    if (begun == LONGEST) {
      isTooLong = true;
      begun = 0;
    }
    if (begun == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(LONGEST, 2 * begun));
    } else if (next > 0) {
      System.arraycopy(buffer, limit - begun, buffer, 0, begun);
    }
    for (int i = 0; i < Math.min(columns, starts.length); i++) {
      starts[i] = Math.max(0, starts[i] - next);
    }
    next = 0;
    lastRead = in.read(buffer, begun, buffer.length - begun);
    limit = begun + Math.max(0, lastRead);
    return lastRead > 0;
  }

  /** The number of the row, from 1. */
  long number() {
    return number;
  }

  /** How many cells the row has. */
  int columns() {
    return columns;
  }

  /** Whether the row has more than {@link #LONGEST} bytes; it has no cells then. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** A cell of a row with {@link GdeltRow#COLUMNS} cells; bytes that are no UTF-8 are replaced. */
  String text(int column) {
    int from = starts[column];
    return new String(buffer, from, to(column) - from, StandardCharsets.UTF_8);
  }

  /** A cell of three capital letters as a number below 26 * 26 * 26; -1 for any other cell. */
  int code(int column) {
    int from = starts[column];
    return to(column) - from == 3
        ? StateCode.of(buffer[from], buffer[from + 1], buffer[from + 2])
        : -1;
  }

  private int to(int column) {
    return column + 1 < columns ? starts[column + 1] - 1 : end;
  }
}
