package org.muscat.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL of this Java process, started when a test first asks for it. */
final class PostgresServer {

  private static final String TEMPLATE = "muscat_template";

  private static final class Holder {
    static final PostgresServer SHARED = new PostgresServer();
  }

  private final EmbeddedPostgres server;
  private final Connection administrator;
  private final AtomicInteger count = new AtomicInteger();

  private PostgresServer() {
    try {
      // Nobody cuts its power: what survives that is tested on an OwnPostgres.
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .start();
      administrator = server.getPostgresDatabase().getConnection();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a PostgreSQL for tests", e);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot reach the PostgreSQL for tests", e);
    }
    execute("create database " + TEMPLATE);
    Store.open(StoreLocation.of(url(TEMPLATE))).close();
  }

  static PostgresServer shared() {
    return Holder.SHARED;
  }

  /** A database with the tables of this program. */
  TestDatabase fresh() {
    return create(" template " + TEMPLATE);
  }

  /** A database without tables. */
  TestDatabase bare() {
    return create("");
  }

  private TestDatabase create(String options) {
    String name = "test_" + count.incrementAndGet();
    // The template is small: copying its files takes half the time of writing them to the log.
    execute("create database " + name + options + " strategy file_copy");
    return new PostgresDatabase(name);
  }

  String url(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  /** On one connection, for opening another takes as long as the command. */
  private synchronized void execute(String command) {
    try (Statement statement = administrator.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException(command + ": " + e.getMessage(), e);
    }
  }

  private final class PostgresDatabase implements TestDatabase {

    private final String name;
    private Connection asking;

    private PostgresDatabase(String name) {
      this.name = name;
    }

    @Override
    public String url() {
      return PostgresServer.this.url(name);
    }

    @Override
    public Connection connect() throws SQLException {
      return server.getDatabase("postgres", name).getConnection();
    }

    /** On one connection: to open another is dearer than most queries. */
    @Override
    public long number(String query) throws SQLException {
      if (asking == null) {
        asking = connect();
      }
      return TestDatabase.number(asking, query);
    }

    @Override
    public void close() {
      try {
        if (asking != null) {
          asking.close();
        }
      } catch (SQLException e) {
        throw new IllegalStateException("cannot leave " + name, e);
      }
      PostgresServer.this.execute("drop database " + name + " with (force)");
    }
  }
}
