package org.muscat.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends observations to PostgreSQL by COPY in its binary format, in pieces of bounded size. For one
 * copy.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, binary format</a>
 */
final class ObservationCopy {

  private static final String SQL =
      "copy observation (vintage, observed, event_key, known, value, type, attributes, known_basis,"
          + " delivery) from stdin (format binary)";

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private static final short FIELDS = 9;
  private static final short END = -1;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  private ObservationCopy(CopyIn copy) {
    this.copy = copy;
  }

  /** Inserts observations of one vintage, in their order. */
  static void run(PGConnection connection, long vintage, List<Merge.Row> rows) throws SQLException {
    CopyIn copy = connection.getCopyAPI().copyIn(SQL);
    try {
      ObservationCopy sending = new ObservationCopy(copy);
      sending.buffer.put(SIGNATURE);
      for (Merge.Row row : rows) {
        sending.row(vintage, row.identity(), row.version());
      }
      sending.room(Short.BYTES).putShort(END);
      sending.flush();
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void row(long vintage, Identity identity, Version version) throws SQLException {
    room(Short.BYTES).putShort(FIELDS);
    number(vintage);
    number(identity.observed());
    text(Text.encode(identity.key()));
    number(version.known());
    number(Double.doubleToLongBits(version.content().value()));
    text(Text.encode(version.content().type()));
    text(version.content().attributes());
    text(VersionRow.letter(version.basis()));
    number(version.delivery());
  }

  private void number(long bits) throws SQLException {
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(bits);
  }

  private void text(String text) throws SQLException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
  }

  /** The buffer with room for so many bytes. */
  private ByteBuffer room(int bytes) throws SQLException {
    if (buffer.remaining() < bytes) {
      flush();
      if (buffer.capacity() < bytes) {
        buffer = ByteBuffer.allocate(bytes);
      }
    }
    return buffer;
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
