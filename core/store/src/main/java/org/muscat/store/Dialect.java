package org.muscat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is particular to a kind of database. All else is one SQL. */
interface Dialect {

  /** Folders of the migrations, on the class path. */
  List<String> migrations();

  /** What the common migrations leave open. */
  Map<String, String> placeholders();

  /**
   * Makes a transaction that will write wait for all others that do, so that deliveries are
   * committed in the order of their ids.
   */
  void claim(Handle handle);

  /** Inserts observations of one vintage, in their order. */
  void insert(Connection connection, long vintage, List<Merge.Row> rows) throws SQLException;

  /** What a person can do about a failure, to end a message; empty if nothing is known to help. */
  String advice(SQLException failure);
}
