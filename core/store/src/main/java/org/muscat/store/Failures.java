package org.muscat.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in one line why a database failed. */
final class Failures {

  private Failures() {}

  /**
   * An error from what the database itself said, without the statement and its values.
   *
   * @param task what cannot be done and where
   */
  static StoreException explain(String task, Dialect dialect, Throwable failure) {
    SQLException said = innermost(failure);
    String reason = said == null ? failure.getMessage() : said.getMessage();
    String advice = said == null ? "" : dialect.advice(said);
    return new StoreException(task + ": " + reason + advice, failure);
  }

  /** The first cause: a pool and a mapper say less than the driver. */
  static @Nullable SQLException innermost(Throwable failure) {
    SQLException said = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        said = sql;
      }
    }
    return said;
  }
}
