package org.muscat.server.http;

import java.util.HashMap;
import java.util.Map;
import org.muscat.server.access.Address;

/**
 * So much of something that all who ask share, and of which one address may have half; of this
 * machine, where a proxy stands for many, all of it. Thread-safe.
 */
final class Shares {

  private final int most;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int taken;

  /**
   * Nothing is taken yet.
   *
   * @param most that is taken at a time
   */
  Shares(int most) {
    this.most = most;
  }

  /**
   * Takes some.
   *
   * @return whether there was as much; nothing is taken if there was not
   */
  synchronized boolean take(Address from, int amount) {
    int ofOne = byAddress.getOrDefault(from.key(), 0) + amount;
    if (taken + amount > most || (ofOne > most / 2 && !from.loopback())) {
      return false;
    }
    taken += amount;
    byAddress.put(from.key(), ofOne);
    return true;
  }

  /** Gives back what was taken. */
  synchronized void give(Address from, int amount) {
    taken -= amount;
    byAddress.computeIfPresent(from.key(), (key, ofOne) -> ofOne == amount ? null : ofOne - amount);
  }

  /** How much is taken. */
  synchronized int taken() {
    return taken;
  }
}
