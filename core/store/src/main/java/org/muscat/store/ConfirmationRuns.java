package org.muscat.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muscat.spi.KnownBasis;

/** Collects the confirmations of one delivery, from its identities and the stored ones in order. */
final class ConfirmationRuns {

  private record Run(KnownBasis basis, Identity first, Identity last, boolean confirms) {}

  private final long delivery;
  private final List<Confirmation> confirmations = new ArrayList<>();
  private Map<Long, Run> open = new HashMap<>();

  ConfirmationRuns(long delivery) {
    this.delivery = delivery;
  }

  /**
   * The next identity.
   *
   * @param told what the delivery tells about it; empty if it is stored only, which ends all runs
   * @param unchanged the known-ats of those facts that were not stored
   */
  void next(Identity identity, List<Fact> told, Set<Long> unchanged) {
    Map<Long, Run> going = new HashMap<>();
    for (Fact fact : told) {
      Run run = open.get(fact.known());
      boolean goesOn = run != null && run.basis() == fact.basis();
      boolean confirms = unchanged.contains(fact.known());
      if (run != null && goesOn) {
        open.remove(fact.known());
        going.put(
            fact.known(), new Run(run.basis(), run.first(), identity, run.confirms() || confirms));
      } else {
        going.put(fact.known(), new Run(fact.basis(), identity, identity, confirms));
      }
    }
    close();
    open = going;
  }

  /** Ends all runs. */
  void close() {
    open.forEach(
        (known, run) -> {
          if (run.confirms()) {
            confirmations.add(
                new Confirmation(known, run.basis(), run.first(), run.last(), delivery));
          }
        });
    open.clear();
  }

  List<Confirmation> all() {
    return List.copyOf(confirmations);
  }
}
