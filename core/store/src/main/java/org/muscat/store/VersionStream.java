package org.muscat.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the versions of vintages row by row, inside one read transaction. Plain JDBC, for speed.
 */
final class VersionStream {

  /** How many rows a database that would send all at once sends at a time. */
  private static final int FETCH = 1_000;

  private final Connection connection;
  private final long from;
  private final long to;
  private final long asOf;

  /**
   * A stream.
   *
   * @param from the earliest observed-at
   * @param to the latest observed-at
   * @param asOf the latest known-at
   */
  VersionStream(Connection connection, Instant from, Instant to, Instant asOf) {
    this.connection = connection;
    this.from = Times.atOrAfter(from);
    this.to = Times.atOrBefore(to);
    this.asOf = Times.atOrBefore(asOf);
  }

  /** Hands over the versions of a vintage that do not repeat the one before them. */
  void read(Vintage vintage, Consumer<StoredVersion> sink) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + VersionRow.COLUMNS
                + ", recorded from observation o join delivery d on d.id = o.delivery"
                + " where vintage = ? and observed >= ? and observed <= ? and known <= ?"
                + " order by observed, event_key, known")) {
      query.setFetchSize(FETCH);
      query.setLong(1, vintage.id());
      query.setLong(2, from);
      query.setLong(3, to);
      query.setLong(4, asOf);
      try (ResultSet row = query.executeQuery()) {
        @Nullable Identity identity = null;
        @Nullable Content content = null;
        while (row.next()) {
          Identity of = VersionRow.identity(row);
          Version version = VersionRow.version(row, of);
          if (!of.equals(identity) || !version.content().equals(content)) {
            sink.accept(stored(vintage, of, version, row.getLong("recorded")));
          }
          identity = of;
          content = version.content();
        }
      }
    }
  }

  private static StoredVersion stored(
      Vintage vintage, Identity identity, Version version, long recorded) {
    return new StoredVersion(
        vintage.series(),
        vintage.source(),
        vintage.number(),
        identity.key(),
        Instant.ofEpochMilli(identity.observed()),
        Instant.ofEpochMilli(version.known()),
        version.basis(),
        version.content().value(),
        version.content().type(),
        Text.decodeAttributes(version.content().attributes()),
        Instant.ofEpochMilli(recorded));
  }
}
