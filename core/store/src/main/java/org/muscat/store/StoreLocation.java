package org.muscat.store;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Where a store is: a SQLite file, or a database of a PostgreSQL server. Immutable; its text names
 * it for people, without user and password.
 */
public final class StoreLocation {

  private static final String POSTGRES = "jdbc:postgresql:";

  /** How the database of a location is opened. */
  private interface Opening {
    Database open();
  }

  private final String place;
  private final BooleanSupplier there;
  private final Opening opening;
  private final boolean upgradeAllowed;

  private StoreLocation(
      String place, BooleanSupplier there, Opening opening, boolean upgradeAllowed) {
    this.place = place;
    this.there = there;
    this.opening = opening;
    this.upgradeAllowed = upgradeAllowed;
  }

  /** A SQLite file, which need not exist yet; its folder must. */
  public static StoreLocation file(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return new StoreLocation(
        whole.toString(), () -> whole.toFile().length() > 0, () -> Sqlite.open(whole), false);
  }

  /**
   * A file, or a database of PostgreSQL by its URL.
   *
   * @param text a path, or {@code jdbc:postgresql://host:port/database?user=..&password=..} with
   *     any parameter of the driver
   * @throws IllegalArgumentException if the URL cannot be used; the message quotes no parameter
   */
  public static StoreLocation of(String text) {
    return text.startsWith("jdbc:") ? postgres(text, "", "") : file(Path.of(text));
  }

  /**
   * A database of PostgreSQL.
   *
   * @param user blank if the URL or the environment tells it
   * @param password blank if the URL, a password file or nothing tells it
   * @throws IllegalArgumentException if the URL cannot be used; the message quotes no parameter
   */
  public static StoreLocation postgres(String url, String user, String password) {
    if (!url.startsWith(POSTGRES)) {
      throw new IllegalArgumentException(
          "a store is a file or "
              + POSTGRES
              + "//host:port/database, not "
              + PostgresUrl.withoutSecrets(url));
    }
    PostgresUrl parsed = PostgresUrl.parse(url).withUser(user, password);
    return new StoreLocation(parsed.place(), () -> true, () -> Postgres.open(parsed), false);
  }

  /**
   * The same, whose tables may be brought up to this program without a backup by Muscat. Has no
   * meaning for a file: Muscat backs that up.
   */
  public StoreLocation allowingUpgrade() {
    return new StoreLocation(place, there, opening, true);
  }

  boolean isUpgradeAllowed() {
    return upgradeAllowed;
  }

  /** Whether opening it makes no file. */
  boolean isThere() {
    return there.getAsBoolean();
  }

  Database open() {
    return opening.open();
  }

  @Override
  public String toString() {
    return place;
  }
}
