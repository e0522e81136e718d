package org.muscat.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of deliveries, inside one transaction. */
final class Deliveries {

  private Deliveries() {}

  /**
   * Gives a delivery its id, higher than any before.
   *
   * @param recorded in milliseconds
   * @param fetch that brought it; null for an import
   */
  static long record(Handle handle, long recorded, @Nullable Long fetch) {
    return handle
        .createUpdate("insert into delivery (recorded, \"fetch\") values (:recorded, :fetch)")
        .bind("recorded", recorded)
        .bind("fetch", fetch)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }
}
