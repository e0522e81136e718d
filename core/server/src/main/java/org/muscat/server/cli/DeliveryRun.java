package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.muscat.server.deliver.Delivery;
import org.muscat.server.deliver.DeliveryException;
import org.muscat.server.index.Assessment;

/**
 * The deliveries of one run. One that fails is told and left alone from then on, and keeps no other
 * from being made.
 */
final class DeliveryRun {

  private final List<Delivery> good;
  private final PrintWriter err;
  private int code = ExitCode.OK;

  DeliveryRun(List<Delivery> deliveries, PrintWriter err) {
    this.good = new ArrayList<>(deliveries);
    this.err = err;
  }

  void deliver(List<Assessment> assessments) {
    each(delivery -> delivery.deliver(assessments));
  }

  /** Hands over what is left; gives the exit code. */
  int finish() {
    each(Delivery::finish);
    return code;
  }

  private void each(Consumer<Delivery> step) {
    for (Delivery delivery : List.copyOf(good)) {
      try {
        step.accept(delivery);
      } catch (DeliveryException e) {
        good.remove(delivery);
        code = ExitCode.both(code, ExitCode.of(e.reason()));
        err.println("muscat: " + delivery.target() + ": " + e.getMessage());
        err.flush();
      }
    }
  }
}
