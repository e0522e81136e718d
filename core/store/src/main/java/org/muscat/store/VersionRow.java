package org.muscat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.muscat.spi.KnownBasis;

/** A row of the table of observations. */
final class VersionRow {

  /**
   * What {@link #identity} and {@link #version} read, in their order. Making a text of a row costs
   * more than the rest of it, so a point, which has none, is told by a number, and so is the basis.
   */
  static final String COLUMNS =
      "observed, case event_key when '' then 0 else 1 end as is_event, known,"
          + " case known_basis when 'F' then 0 when 'P' then 1 when 'A' then 2 else -1 end as basis,"
          + " value, delivery, event_key, type, attributes";

  private static final List<KnownBasis> BASES =
      List.of(KnownBasis.FETCHED, KnownBasis.PUBLISHED, KnownBasis.ASSUMED);

  private VersionRow() {}

  static Identity identity(ResultSet row) throws SQLException {
    boolean event = row.getInt(2) == 1;
    return new Identity(row.getLong(1), event ? Text.decode(row.getString(7)) : "");
  }

  static Version version(ResultSet row, Identity identity) throws SQLException {
    int basis = row.getInt(4);
    if (basis < 0) {
      throw new StoreException("unknown known basis in the database, of " + identity);
    }
    return new Version(row.getLong(3), BASES.get(basis), content(row, identity), row.getLong(6));
  }

  private static Content content(ResultSet row, Identity identity) throws SQLException {
    double value = row.getDouble(5);
    return identity.key().isEmpty()
        ? new Content(value, "", "")
        : new Content(value, Text.decode(row.getString(8)), row.getString(9));
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
