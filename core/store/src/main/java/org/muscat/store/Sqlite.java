package org.muscat.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** All that is particular to SQLite. */
final class Sqlite {

  /** Folders of the migrations, on the class path. */
  static final List<String> MIGRATIONS =
      List.of(
          "classpath:org/muscat/store/schema/common", "classpath:org/muscat/store/schema/sqlite");

  /** What the common migrations leave open. */
  static final Map<String, String> PLACEHOLDERS =
      Map.of("identity", "integer primary key", "clustered", "without rowid");

  private static final int PAGE_BYTES = 16_384;
  private static final int CACHE_KIB = 32 * 1024;
  private static final int BUSY_MILLIS = 10_000;
  private static final int READERS = 4;

  /** "MUSC", in the header of the file. */
  private static final int APPLICATION_ID = 0x4d555343;

  private Sqlite() {}

  /**
   * Makes an empty or absent file a database of Muscat, and checks that any other one is.
   *
   * @throws StoreException if the file is something else
   */
  static void prepare(Path file) {
    // The page size can only be set before WAL, and the driver would set WAL first.
    SQLiteConfig plain = new SQLiteConfig();
    plain.setBusyTimeout(BUSY_MILLIS);
    try (Connection connection = plain.createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      if (number(statement, "pragma page_count") == 0) {
        statement.execute("pragma page_size = " + PAGE_BYTES);
        statement.execute("pragma application_id = " + APPLICATION_ID);
        statement.execute("pragma journal_mode = wal");
      } else if (number(statement, "pragma application_id") != APPLICATION_ID) {
        throw new StoreException(
            file + " is a SQLite database of another program; name another file");
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code) {
        throw new StoreException(
            file + " is not a database; name another file, or move this one away", e);
      }
      throw new StoreException("cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /** The one connection that writes; its transactions take the write lock at their start. */
  static HikariDataSource writer(Path file) {
    return pool(file, "store-writer", 1, "pragma query_only = false", TransactionMode.IMMEDIATE);
  }

  /** Connections that only read, each transaction from one snapshot. */
  static HikariDataSource readers(Path file) {
    return pool(
        file, "store-reader", READERS, "pragma query_only = true", TransactionMode.DEFERRED);
  }

  private static SQLiteConfig config(TransactionMode transactions) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-CACHE_KIB);
    config.setTransactionMode(transactions);
    // So that an "insert or replace" meets the triggers that forbid a delete.
    config.enableRecursiveTriggers(true);
    return config;
  }

  private static HikariDataSource pool(
      Path file, String name, int size, String first, TransactionMode transactions) {
    SQLiteDataSource source = new SQLiteDataSource(config(transactions));
    source.setUrl("jdbc:sqlite:" + file);
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source);
    pool.setPoolName(name);
    pool.setMaximumPoolSize(size);
    pool.setMaxLifetime(0);
    pool.setConnectionInitSql(first);
    return new HikariDataSource(pool);
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.getLong(1);
    }
  }
}
