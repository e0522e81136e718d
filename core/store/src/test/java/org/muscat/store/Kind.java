package org.muscat.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The kinds of databases that the contract of the store is tested on. */
enum Kind {
  SQLITE {
    @Override
    TestDatabase fresh(Path folder) {
      return new SqliteFile(folder.resolve("muscat-" + COUNT.incrementAndGet() + ".db"));
    }

    @Override
    TestDatabase bare(Path folder) {
      return fresh(folder);
    }
  },

  POSTGRES {
    @Override
    TestDatabase fresh(Path folder) {
      return PostgresServer.shared().fresh();
    }

    @Override
    TestDatabase bare(Path folder) {
      return PostgresServer.shared().bare();
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A database without observations; the first store makes its tables, or finds them. */
  abstract TestDatabase fresh(Path folder);

  /** A database without tables. */
  abstract TestDatabase bare(Path folder);

  private record SqliteFile(Path file) implements TestDatabase {

    @Override
    public String url() {
      return file.toString();
    }

    @Override
    public Connection connect() throws SQLException {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        // So that an "insert or replace" meets the triggers that forbid a delete.
        statement.execute("pragma recursive_triggers = true");
      }
      return connection;
    }

    /** The folder of the test goes with all its files. */
    @Override
    public void close() {}
  }
}
