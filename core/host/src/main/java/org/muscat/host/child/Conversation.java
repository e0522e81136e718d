package org.muscat.host.child;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.muscat.host.child.wire.Frame;

/** A call that waits for its answer, and answers questions in the meantime. */
final class Conversation {

  /** Something that the call waits for. */
  sealed interface Incoming {

    /** The child said something. */
    record Said(Frame frame) implements Incoming {}

    /**
     * The child is no more.
     *
     * @param how it ended, a whole sentence without the full stop
     */
    record Ended(String how) implements Incoming {}
  }

  private final BlockingQueue<Incoming> inbox = new LinkedBlockingQueue<>();

  /** Hands something to the call. Does not wait. */
  void deliver(Incoming incoming) {
    inbox.add(incoming);
  }

  /** What nobody has waited for. */
  List<Incoming> rest() {
    List<Incoming> rest = new ArrayList<>();
    inbox.drainTo(rest);
    return rest;
  }

  /** Waits for the next thing; empty if there is none in time. */
  Optional<Incoming> next(Duration atMost) throws InterruptedException {
    return Optional.ofNullable(inbox.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS));
  }
}
