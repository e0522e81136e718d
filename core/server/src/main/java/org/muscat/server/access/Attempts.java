package org.muscat.server.access;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How often somebody may try credentials: five times for one user from one address, then once in
 * ten seconds; thirty times from one address that is not of this machine, then once in two. What
 * succeeds does not count. Thread-safe.
 */
final class Attempts {

  private static final int MOST = 10_000;
  private static final int LONGEST_NAME = 64;

  private final Buckets byUser = new Buckets(0.1, 5, MOST);
  private final Buckets byAddress = new Buckets(0.5, 30, MOST);
  private final LongSupplier nanoTime;

  Attempts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Counts an attempt.
   *
   * @throws Refusal if there were too many
   */
  void begin(Address from, String user) {
    long now = nanoTime.getAsLong();
    refuse(byUser.take(key(from, user), now));
    // A proxy of this machine stands for many.
    if (!from.loopback()) {
      refuse(byAddress.take(from.key(), now));
    }
  }

  /** The attempt was right after all. */
  void succeeded(Address from, String user) {
    long now = nanoTime.getAsLong();
    byUser.give(key(from, user), now);
    if (!from.loopback()) {
      byAddress.give(from.key(), now);
    }
  }

  private static void refuse(OptionalLong wait) {
    if (wait.isPresent()) {
      throw Refusal.tooMany(
          "too many wrong credentials; try again in " + wait.getAsLong() + " s", wait.getAsLong());
    }
  }

  private static String key(Address from, String user) {
    String name = user.length() > LONGEST_NAME ? user.substring(0, LONGEST_NAME) : user;
    return from.key() + " " + name;
  }
}
