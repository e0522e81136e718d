package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.muscat.store.StoreCheck;

/** Tells how much a store holds. */
final class StoreSize {

  private StoreSize() {}

  static void print(StoreCheck check, PrintWriter out) {
    check
        .rows()
        .forEach((table, rows) -> out.printf(Locale.ROOT, "%-20s %12d rows%n", table, rows));
    check
        .bytes()
        .ifPresent(
            bytes -> {
              long observations = check.observations();
              String each =
                  observations == 0
                      ? ""
                      : String.format(
                          Locale.ROOT,
                          ", %.1f for each observation",
                          (double) bytes / observations);
              out.printf(Locale.ROOT, "%-20s %12d bytes%s%n", "all", bytes, each);
            });
  }
}
