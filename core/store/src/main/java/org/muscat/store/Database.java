package org.muscat.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * The connections to one database, and what is particular to its kind. Safe for any thread. Every
 * method blocks.
 */
final class Database implements AutoCloseable {

  /** What is done in one transaction. */
  interface Work<T> {
    T run(Handle handle) throws SQLException;
  }

  private final String place;
  private final Dialect dialect;
  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final HikariDataSource schedule;
  private final Jdbi writing;
  private final Jdbi reading;
  private final Jdbi scheduling;

  /**
   * A database.
   *
   * @param place names it in errors; without secrets
   */
  Database(
      String place,
      Dialect dialect,
      HikariDataSource writers,
      HikariDataSource readers,
      HikariDataSource schedule) {
    this.place = place;
    this.dialect = dialect;
    this.writers = writers;
    this.readers = readers;
    this.schedule = schedule;
    this.writing = jdbi(writers);
    this.reading = jdbi(readers);
    this.scheduling = jdbi(schedule);
  }

  /** Its statements are no templates, but those that {@link Lists} binds lists to. */
  private static Jdbi jdbi(DataSource connections) {
    return Jdbi.create(connections)
        .configure(
            SqlStatements.class, statements -> statements.setTemplateEngine(TemplateEngine.NOP));
  }

  /** Names it for people. */
  String place() {
    return place;
  }

  /** What is particular to its kind. */
  Dialect dialect() {
    return dialect;
  }

  /** Connections that write. */
  DataSource writers() {
    return writers;
  }

  /** Connections for the schedule, which commits statement by statement. */
  DataSource schedule() {
    return schedule;
  }

  /**
   * Reads from one snapshot of the database.
   *
   * @param task begins the error, such as "cannot read from "
   * @throws StoreException if the database fails
   */
  <T> T read(String task, Work<T> work) {
    return guarded(task, reading, work);
  }

  /**
   * Writes in one transaction, durable when this returns; other writers wait.
   *
   * @param task begins the error, such as "cannot store a delivery in "
   * @throws StoreException if the database fails; nothing is written then
   */
  <T> T write(String task, Work<T> work) {
    return guarded(
        task,
        writing,
        handle -> {
          dialect.claim(handle);
          return work.run(handle);
        });
  }

  /**
   * Writes in one short transaction that waits for no other writer that it does not meet in a row:
   * nothing but the schedule.
   *
   * @param task begins the error, such as "cannot claim a run in "
   * @throws StoreException if the database fails; nothing is written then
   */
  <T> T schedule(String task, Work<T> work) {
    return guarded(task, scheduling, work);
  }

  /** Does not wait for what is running. Closing twice is harmless. */
  @Override
  public void close() {
    schedule.close();
    readers.close();
    writers.close();
  }

  private <T> T guarded(String task, Jdbi jdbi, Work<T> work) {
    try {
      return jdbi.inTransaction(work::run);
    } catch (SQLException | JdbiException e) {
      SQLException said = Failures.innermost(e);
      if (said != null && dialect.isElsewhere(said)) {
        reconnect();
      }
      throw Failures.explain(task + place, dialect, e);
    }
  }

  private void reconnect() {
    for (HikariDataSource pool : List.of(writers, readers, schedule)) {
      HikariPoolMXBean connections = pool.getHikariPoolMXBean();
      if (connections != null) {
        connections.softEvictConnections();
      }
    }
  }
}
