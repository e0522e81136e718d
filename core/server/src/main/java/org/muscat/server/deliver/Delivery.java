package org.muscat.server.deliver;

import java.util.List;
import org.muscat.server.index.Assessment;

/** One place where scores go. For one thread; what it has to wait for, it waits for. */
public interface Delivery {

  /** What it is and where, for messages; without a secret. */
  String target();

  /**
   * Hands over the scores of a moment, or keeps them until {@link #finish}. Moments come in the
   * order of time.
   *
   * @param assessments at least one
   * @throws DeliveryException if they, or those before them, were not taken
   */
  void deliver(List<Assessment> assessments);

  /**
   * Hands over what is left.
   *
   * @throws DeliveryException if it was not taken
   */
  default void finish() {}
}
