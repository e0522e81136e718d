package org.muscat.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** All that is particular to SQLite. */
final class Sqlite implements Dialect {

  private static final List<String> MIGRATIONS =
      List.of(
          "classpath:org/muscat/store/schema/common", "classpath:org/muscat/store/schema/sqlite");

  private static final Map<String, String> PLACEHOLDERS =
      Map.of("identity", "integer primary key", "clustered", "without rowid");

  private static final int PAGE_BYTES = 16_384;
  private static final int CACHE_KIB = 32 * 1024;
  private static final int BUSY_MILLIS = 10_000;
  private static final int READERS = 4;

  /** "MUSC", in the header of the file. */
  private static final int APPLICATION_ID = 0x4d555343;

  private static final long LEAST_ROOM_BYTES = 1 << 20;

  /** SQLite's primary result codes are the low bits of the extended ones. */
  private static final int PRIMARY_CODE = 0xff;

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;

  private final Path file;

  /** Which file is open: another one stands there after its disk was repaired and mounted again. */
  private volatile @Nullable Object key;

  private Sqlite(Path file) {
    this.file = file;
    this.key = key(file);
  }

  /**
   * Opens the database in a file, and makes the file where needed.
   *
   * @throws StoreException if the folder is missing or not writable, or the file is something else
   */
  static Database open(Path databaseFile) {
    Path file = databaseFile.toAbsolutePath().normalize();
    checkPlace(file);
    prepare(file);
    HikariDataSource writers = writer(file);
    try {
      return new Database(
          file.toString(), new Sqlite(file), writers, readers(file), schedule(file));
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  private static void checkPlace(Path file) {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new StoreException(
          "cannot keep a store in "
              + file
              + ": the folder "
              + folder
              + " does not exist; create it");
    }
    if (Files.isDirectory(file)) {
      throw new StoreException(file + " is a folder; name a file in it");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder) || !Files.isWritable(folder)) {
      throw new StoreException(
          "cannot keep a store in " + file + ": this user may not write there");
    }
  }

  @Override
  public List<String> migrations() {
    return MIGRATIONS;
  }

  @Override
  public Map<String, String> placeholders() {
    return PLACEHOLDERS;
  }

  /** A transaction of the writer takes the write lock of the file at its start. */
  @Override
  public void claim(Handle handle) {}

  @Override
  public void insert(Connection connection, long vintage, List<Merge.Row> rows)
      throws SQLException {
    try (SqliteInsert insert = new SqliteInsert(connection, vintage)) {
      for (Merge.Row row : rows) {
        insert.add(row);
      }
      insert.finish();
    }
  }

  @Override
  public void prepareUpgrade(Connection connection, String from, String to, boolean allowed)
      throws SQLException {
    UpgradeBackup.take(connection, file, from, to);
  }

  /**
   * A full disk still takes a small write: the log has room from transactions that failed or were
   * checkpointed.
   */
  @Override
  public void checkRoom() {
    try {
      long room = Files.getFileStore(file).getUsableSpace();
      if (room < LEAST_ROOM_BYTES) {
        throw new StoreException(
            "cannot write to " + file + ": the disk has " + room + " bytes left; make room");
      }
    } catch (IOException e) {
      throw new StoreException("cannot write to " + file + ": " + e, e);
    }
  }

  @Override
  public boolean isElsewhere(SQLException failure) {
    switch (failure.getErrorCode() & PRIMARY_CODE) {
      case READONLY, IOERR, CANTOPEN -> {
        Object now = key(file);
        boolean another = now != null && !now.equals(key);
        key = another ? now : key;
        return another;
      }
      default -> {
        return false;
      }
    }
  }

  private static @Nullable Object key(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public String advice(SQLException failure) {
    return switch (failure.getErrorCode() & PRIMARY_CODE) {
      case FULL, READONLY -> adviceAtTheStart(failure) + ", Muscat then goes on by itself";
      default -> adviceAtTheStart(failure);
    };
  }

  private static String adviceAtTheStart(SQLException failure) {
    return switch (failure.getErrorCode() & PRIMARY_CODE) {
      case FULL -> "; the disk is full: make room";
      case READONLY -> "; the file or its file system is read-only: make it writable";
      case IOERR, CANTOPEN -> "; check the disk and that this user may write in its folder";
      case BUSY, LOCKED -> "; another process is writing; try again when it has ended";
      default -> "";
    };
  }

  @Override
  public List<String> damage(String place) {
    List<String> damage = new ArrayList<>();
    try (Connection connection = plain(place);
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("pragma integrity_check")) {
        while (row.next()) {
          damage.add(row.getString(1));
        }
      }
      damage.removeIf(line -> line.equals("ok"));
      try (ResultSet row =
          statement.executeQuery(
              "select distinct \"table\", \"parent\" from pragma_foreign_key_check")) {
        while (row.next()) {
          damage.add(
              row.getString(1) + " names a row of " + row.getString(2) + " that is not there");
        }
      }
    } catch (SQLException e) {
      // A page may be too broken to look at.
      damage.add(String.valueOf(e.getMessage()));
    }
    return damage;
  }

  @Override
  public OptionalLong bytes(Handle handle) {
    return OptionalLong.of(
        handle
            .createQuery("select page_count * page_size from pragma_page_count, pragma_page_size")
            .mapTo(Long.class)
            .one());
  }

  @Override
  public void copy(String place, Path target) {
    try (Connection connection = plain(place);
        PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
      copy.setString(1, target.toString());
      copy.execute();
    } catch (SQLException e) {
      throw new StoreException("cannot copy " + place + " to " + target + ": " + e.getMessage(), e);
    }
  }

  /**
   * Makes an empty or absent file a database of Muscat, and checks that any other one is.
   *
   * @throws StoreException if the file is something else
   */
  private static void prepare(Path file) {
    // The page size can only be set before WAL, and the driver would set WAL first.
    try (Connection connection = plain(file.toString());
        Statement statement = connection.createStatement()) {
      if (number(statement, "pragma page_count") == 0) {
        statement.execute("pragma page_size = " + PAGE_BYTES);
        statement.execute("pragma application_id = " + APPLICATION_ID);
        statement.execute("pragma journal_mode = wal");
      } else if (number(statement, "pragma application_id") != APPLICATION_ID) {
        throw new StoreException(
            file + " is a SQLite database of another program; name another file");
      }
      // Flyway takes this lock, too, and logs what keeps it from it before anybody can say it.
      statement.execute("begin immediate");
      statement.execute("rollback");
    } catch (SQLException e) {
      if (e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code) {
        throw new StoreException(
            file + " is not a database; name another file, or move this one away", e);
      }
      throw new StoreException(
          "cannot open " + file + ": " + e.getMessage() + adviceAtTheStart(e), e);
    }
  }

  /** A connection of its own. */
  private static Connection plain(String file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** The one connection that writes; its transactions take the write lock at their start. */
  private static HikariDataSource writer(Path file) {
    return new HikariDataSource(
        pool(file, "store-writer", 1, "pragma query_only = false", TransactionMode.IMMEDIATE));
  }

  /** Connections that only read, each transaction from one snapshot. */
  private static HikariDataSource readers(Path file) {
    HikariConfig pool =
        pool(file, "store-reader", READERS, "pragma query_only = true", TransactionMode.DEFERRED);
    // One command reads by one; a server has the others as soon as it wants them.
    pool.setMinimumIdle(1);
    return new HikariDataSource(pool);
  }

  /** Opened when the schedule asks first: commands have none. */
  private static HikariDataSource schedule(Path file) {
    HikariConfig pool =
        pool(file, "store-schedule", 1, "pragma query_only = false", TransactionMode.IMMEDIATE);
    pool.setMinimumIdle(0);
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
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

  private static HikariConfig pool(
      Path file, String name, int size, String first, TransactionMode transactions) {
    SQLiteDataSource source = new SQLiteDataSource(config(transactions));
    source.setUrl("jdbc:sqlite:" + file);
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source);
    pool.setPoolName(name);
    pool.setMaximumPoolSize(size);
    pool.setMaxLifetime(0);
    pool.setConnectionInitSql(first);
    return pool;
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.getLong(1);
    }
  }
}
