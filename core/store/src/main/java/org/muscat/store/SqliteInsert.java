package org.muscat.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.muscat.spi.KnownBasis;

/**
 * Inserts observations of one vintage into SQLite, in batches. Each value that is bound crosses
 * into native code, and texts are converted there, so the statement for points binds only what
 * differs from point to point.
 */
final class SqliteInsert implements AutoCloseable {

  private static final String COLUMNS =
      "insert into observation (vintage, known_basis, observed, known, value, delivery, event_key,"
          + " type, attributes) values (";
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final long vintage;
  private final Map<KnownBasis, PreparedStatement> points = new EnumMap<>(KnownBasis.class);
  private final Map<KnownBasis, PreparedStatement> events = new EnumMap<>(KnownBasis.class);
  private int waiting;

  SqliteInsert(Connection connection, long vintage) {
    this.connection = connection;
    this.vintage = vintage;
  }

  void add(Merge.Row row) throws SQLException {
    Version version = row.version();
    Content content = version.content();
    boolean point =
        row.identity().key().isEmpty()
            && content.type().isEmpty()
            && content.attributes().isEmpty();
    PreparedStatement insert = statement(version.basis(), point);
    insert.setLong(1, row.identity().observed());
    insert.setLong(2, version.known());
    insert.setDouble(3, content.value());
    insert.setLong(4, version.delivery());
    if (!point) {
      insert.setString(5, Text.encode(row.identity().key()));
      insert.setString(6, Text.encode(content.type()));
      insert.setString(7, content.attributes());
    }
    insert.addBatch();
    if (++waiting == BATCH) {
      finish();
    }
  }

  /** Inserts what waits. */
  void finish() throws SQLException {
    for (PreparedStatement insert : points.values()) {
      insert.executeBatch();
    }
    for (PreparedStatement insert : events.values()) {
      insert.executeBatch();
    }
    waiting = 0;
  }

  private PreparedStatement statement(KnownBasis basis, boolean point) throws SQLException {
    Map<KnownBasis, PreparedStatement> statements = point ? points : events;
    PreparedStatement known = statements.get(basis);
    if (known != null) {
      return known;
    }
    PreparedStatement insert =
        connection.prepareStatement(
            COLUMNS
                + vintage
                + ", '"
                + VersionRow.letter(basis)
                + "', ?, ?, ?, ?, "
                + (point ? "'', '', '')" : "?, ?, ?)"));
    statements.put(basis, insert);
    return insert;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement insert : points.values()) {
      insert.close();
    }
    for (PreparedStatement insert : events.values()) {
      insert.close();
    }
  }
}
