package org.muscat.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables of observations and confirmations of one vintage, inside one write transaction. Plain
 * JDBC, for deliveries of a million rows.
 */
final class Observations implements Merge.Confirmations {

  private final Connection connection;
  private final long vintage;

  Observations(Connection connection, Vintage vintage) {
    this.connection = connection;
    this.vintage = vintage.id();
  }

  /** All versions observed in [from, to], by identity and known-at. */
  Map<Identity, NavigableMap<Long, Version>> versions(long from, long to) throws SQLException {
    Map<Identity, NavigableMap<Long, Version>> versions = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + VersionRow.COLUMNS
                + " from observation where vintage = ? and observed between ? and ?")) {
      query.setLong(1, vintage);
      query.setLong(2, from);
      query.setLong(3, to);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Identity identity = VersionRow.identity(row);
          Version version = VersionRow.version(row, identity);
          versions
              .computeIfAbsent(identity, first -> new TreeMap<>())
              .put(version.known(), version);
        }
      }
    }
    return versions;
  }

  @Override
  public Optional<Confirmation> first(Identity identity, Version version, long from, long until) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select known, known_basis, first_observed, first_key, last_observed, last_key,"
                + " delivery from confirmation where vintage = ? and known >= ? and known < ?"
                + " and first_observed <= ? and last_observed >= ? order by known, delivery")) {
      query.setLong(1, vintage);
      query.setLong(2, from);
      query.setLong(3, until);
      query.setLong(4, identity.observed());
      query.setLong(5, identity.observed());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Confirmation confirmation =
              new Confirmation(
                  row.getLong(1),
                  VersionRow.basis(row.getString(2)),
                  new Identity(row.getLong(3), Text.decode(row.getString(4))),
                  new Identity(row.getLong(5), Text.decode(row.getString(6))),
                  row.getLong(7));
          if (confirmation.covers(identity, version)) {
            return Optional.of(confirmation);
          }
        }
        return Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreException("cannot read confirmations: " + e.getMessage(), e);
    }
  }

  void confirm(List<Confirmation> confirmations) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into confirmation (vintage, known, known_basis, first_observed, first_key,"
                + " last_observed, last_key, delivery) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Confirmation confirmation : confirmations) {
        insert.setLong(1, vintage);
        insert.setLong(2, confirmation.known());
        insert.setString(3, VersionRow.letter(confirmation.basis()));
        insert.setLong(4, confirmation.first().observed());
        insert.setString(5, Text.encode(confirmation.first().key()));
        insert.setLong(6, confirmation.last().observed());
        insert.setString(7, Text.encode(confirmation.last().key()));
        insert.setLong(8, confirmation.delivery());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
