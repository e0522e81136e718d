package org.muscat.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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

  /**
   * Makes sure that there is a backup of tables that are about to be changed.
   *
   * @param from the schema version that is stored
   * @param to the schema version of this program
   * @param allowed whether the operator says that there is one, where Muscat cannot take it
   * @throws StoreException if there is none
   */
  void prepareUpgrade(Connection connection, String from, String to, boolean allowed)
      throws SQLException;

  /**
   * Checks what a small write does not show: whether there is room for more.
   *
   * @throws StoreException if there is next to none
   */
  void checkRoom();

  /**
   * Whether a failure shows that open connections lead to a database that is no longer at its
   * place, so that they are to be opened anew.
   */
  boolean isElsewhere(SQLException failure);

  /** What a person can do about a failure, to end a message; empty if nothing is known to help. */
  String advice(SQLException failure);

  /**
   * What the database finds wrong with its own files; none if it does not look.
   *
   * @param place names the database
   */
  default List<String> damage(String place) {
    return List.of();
  }

  /** How many bytes the database takes; empty if it does not tell. */
  default OptionalLong bytes(Handle handle) {
    return OptionalLong.empty();
  }

  /**
   * Copies the database, as it is at one moment, into a file that is not there yet; nobody has to
   * stop writing.
   *
   * @param place names the database
   * @throws StoreException if this kind of database has tools of its own for that
   */
  default void copy(String place, Path target) {
    throw new StoreException(
        place
            + " is no file of Muscat; back it up with the tools of the database, such as pg_dump");
  }
}
