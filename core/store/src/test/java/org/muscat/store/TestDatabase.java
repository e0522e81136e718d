package org.muscat.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A new database for one test. Closing it throws it away; close what was opened first. */
interface TestDatabase extends AutoCloseable {

  /** What {@link StoreLocation#of} takes, for another process. */
  String url();

  default StoreLocation location() {
    return StoreLocation.of(url());
  }

  /** A connection of another program, as an operator would open it. */
  Connection connect() throws SQLException;

  default Store open() {
    return Store.open(location());
  }

  /** The one number that a query gives. */
  default long number(String query) throws SQLException {
    try (Connection connection = connect()) {
      return number(connection, query);
    }
  }

  /** The same on an open connection. */
  static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      if (!row.next()) {
        throw new SQLException("no row: " + query);
      }
      return row.getLong(1);
    }
  }

  default void execute(String... commands) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  @Override
  void close();
}
