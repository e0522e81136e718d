package org.muscat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.muscat.spi.KnownBasis;

/** A row of the table of observations. */
final class VersionRow {

  /** What {@link #identity} and {@link #version} read, in their order. */
  static final String COLUMNS =
      "observed, event_key, known, known_basis, value, type, attributes, delivery";

  private VersionRow() {}

  static Identity identity(ResultSet row) throws SQLException {
    return new Identity(row.getLong(1), Text.decode(row.getString(2)));
  }

  static Version version(ResultSet row, Identity identity) throws SQLException {
    return new Version(
        row.getLong(3), basis(row.getString(4)), content(row, identity), row.getLong(8));
  }

  private static Content content(ResultSet row, Identity identity) throws SQLException {
    double value = row.getDouble(5);
    // Two texts less to read from each row of a long series: those of a point are empty.
    return identity.key().isEmpty()
        ? new Content(value, "", "")
        : new Content(value, Text.decode(row.getString(6)), row.getString(7));
  }

  /** The letter that stands for a known basis. */
  static String letter(KnownBasis basis) {
    return switch (basis) {
      case FETCHED -> "F";
      case PUBLISHED -> "P";
      case ASSUMED -> "A";
    };
  }

  static KnownBasis basis(String letter) {
    return switch (letter) {
      case "F" -> KnownBasis.FETCHED;
      case "P" -> KnownBasis.PUBLISHED;
      case "A" -> KnownBasis.ASSUMED;
      default -> throw new StoreException("unknown known basis '" + letter + "' in the database");
    };
  }
}
