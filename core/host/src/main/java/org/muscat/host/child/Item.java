package org.muscat.host.child;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.muscat.host.child.wire.Request;
import org.muscat.host.load.ElsewhereException;

/** A feed or an indicator in a child, which a new child has to make again. Thread-safe. */
final class Item {

  private final int number;
  private final Request making;
  private final Optional<Lender> lender;
  private final AtomicReference<@Nullable String> broken = new AtomicReference<>();

  /**
   * An item.
   *
   * @param making makes it, in each new child
   * @param lender lends to it, if it is a feed
   */
  Item(int number, Request making, Optional<Lender> lender) {
    this.number = number;
    this.making = making;
    this.lender = lender;
  }

  int number() {
    return number;
  }

  Request making() {
    return making;
  }

  Optional<Lender> lender() {
    return lender;
  }

  /** The number, if it is a feed. */
  Optional<Integer> feed() {
    return lender.map(present -> number);
  }

  /** Notes what came of making it again: why it could not be made, or null if it was. */
  void madeAgain(@Nullable String problem) {
    broken.set(problem);
  }

  /**
   * Checks that it is there.
   *
   * @throws ElsewhereException if it could not be made again
   */
  void requireMade() {
    String problem = broken.get();
    if (problem != null) {
      throw new ElsewhereException(
          "it could not be made again when the process of its plugin was restarted: " + problem);
    }
  }
}
