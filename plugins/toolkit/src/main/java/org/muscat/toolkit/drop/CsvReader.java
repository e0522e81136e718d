package org.muscat.toolkit.drop;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180) in UTF-8, with or without a byte order mark, lines ended by LF,
 * CRLF or CR. It works on bytes, because a byte of a longer UTF-8 character is never a comma, quote
 * or line end; so a row that is not UTF-8 can be named, and the next one read.
 */
public final class CsvReader {

  /** A row, or what is wrong with it. Lines count from 1. */
  public record Row(long line, List<String> cells, @Nullable String problem) {

    /** Whether nothing stands in the line. */
    public boolean isBlank() {
      return problem == null && cells.size() == 1 && cells.get(0).isBlank();
    }
  }

  /** Bounds what one stray quote can swallow, and the time to recover from many. */
  private static final int LONGEST_QUOTED = 10_000;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRowException(String reason) {
      super(reason, null, false, false);
    }
  }

  private final byte[] bytes;
  private int position;
  private long line = 1;

  /** A reader of one file. */
  public CsvReader(byte[] bytes) {
    this.bytes = bytes;
    if (bytes.length >= 3
        && ByteBuffer.wrap(bytes, 0, 3).equals(ByteBuffer.wrap(BYTE_ORDER_MARK))) {
      position = 3;
    }
  }

  /** The next row; null at the end. After a bad row it goes on at the next line. */
  public @Nullable Row next() {
    if (position >= bytes.length) {
      return null;
    }
    int start = position;
    long first = line;
    List<String> cells = new ArrayList<>();
    try {
      cells.add(cell());
      while (position < bytes.length && bytes[position] == ',') {
        position++;
        cells.add(cell());
      }
      endLine();
      return new Row(first, List.copyOf(cells), null);
    } catch (BadRowException e) {
      position = start;
      line = first;
      skipLine();
      return new Row(first, List.of(), e.getMessage());
    }
  }

  private String cell() throws BadRowException {
    return position < bytes.length && bytes[position] == '"' ? quotedCell() : plainCell();
  }

  private String plainCell() throws BadRowException {
    int from = position;
    while (position < bytes.length && bytes[position] != ',' && !isLineEnd(bytes[position])) {
      if (bytes[position] == '"') {
        throw new BadRowException("a quote stands inside a cell that is not quoted");
      }
      position++;
    }
    return decode(from, position);
  }

  private String quotedCell() throws BadRowException {
    int from = ++position;
    boolean doubled = false;
    for (; position < bytes.length && position - from <= LONGEST_QUOTED; position++) {
      if (bytes[position] == '"') {
        if (position + 1 < bytes.length && bytes[position + 1] == '"') {
          doubled = true;
          position++;
        } else {
          String text = decode(from, position++);
          requireEndOfCell();
          return doubled ? text.replace("\"\"", "\"") : text;
        }
      } else if (endsLine(position)) {
        line++;
      }
    }
    throw new BadRowException(
        "a quoted cell is not closed within " + LONGEST_QUOTED + " bytes; add the closing quote");
  }

  private void requireEndOfCell() throws BadRowException {
    if (position < bytes.length && bytes[position] != ',' && !isLineEnd(bytes[position])) {
      throw new BadRowException("text follows the closing quote of a cell");
    }
  }

  private String decode(int from, int to) throws BadRowException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadRowException("the row is not UTF-8; save the file as UTF-8");
    }
  }

  private void skipLine() {
    while (position < bytes.length && !isLineEnd(bytes[position])) {
      position++;
    }
    endLine();
  }

  private void endLine() {
    if (position < bytes.length) {
      position += endsLine(position) ? 1 : 2;
      line++;
    }
  }

  /** Whether this byte is the last of a line end: LF, or a CR without LF. */
  private boolean endsLine(int index) {
    return bytes[index] == '\n'
        || (bytes[index] == '\r' && (index + 1 >= bytes.length || bytes[index + 1] != '\n'));
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }
}
