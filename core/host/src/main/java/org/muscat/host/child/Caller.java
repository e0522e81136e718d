package org.muscat.host.child;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.child.wire.Codec;
import org.muscat.host.child.wire.Failure;
import org.muscat.host.child.wire.Frame;
import org.muscat.host.child.wire.Question;
import org.muscat.host.child.wire.Reply;
import org.muscat.host.child.wire.Request;
import org.muscat.host.load.ElsewhereException;

/**
 * Calls a child and waits, like any blocking call. When the waiting thread is interrupted, so is
 * the call in the child; if it does not end within half of the grace, the child is ended.
 */
final class Caller {

  /** Without end, as far as a caller is concerned: whoever guards the call interrupts it. */
  static final Duration UNTIL_INTERRUPTED = Duration.ofDays(36_525);

  private final ChildLine line;
  private final Duration grace;

  /**
   * A caller.
   *
   * @param grace between the interrupt of a call and giving up its thread
   */
  Caller(ChildLine line, Duration grace) {
    this.line = line;
    this.grace = grace.dividedBy(2);
  }

  /**
   * Calls the child.
   *
   * @param lender answers the questions of the feed that is called, if it is one
   * @param feed the number of the feed, if it is one
   * @param atMost after which the child is ended
   * @return the answer; if the thread was interrupted it still is
   * @throws ElsewhereException if the child ended
   * @throws InterruptedException if the thread was interrupted and the child had to be ended
   */
  Answer call(Request request, Optional<Lender> lender, Optional<Integer> feed, Duration atMost)
      throws InterruptedException {
    byte[] encoded = Codec.encode(Request.class, request);
    if (encoded.length > Frame.MOST_BYTES) {
      throw ElsewhereException.thrown(
          encoded.length
              + " bytes of input are more than the "
              + Frame.MOST_BYTES
              + " that go to a child JVM; run the plugin in the host");
    }
    try (ChildLine.Call call = line.begin(encoded, feed)) {
      try {
        return await(call, lender, atMost);
      } catch (InterruptedException e) {
        Answer late = awaitCancelled(call, lender);
        Thread.currentThread().interrupt();
        return late;
      }
    }
  }

  /**
   * Asks the child something that it answers by itself, without a plugin.
   *
   * @return the answer; empty if it did not come in time, which the child survives
   * @throws ElsewhereException if the child ended
   */
  Optional<Answer> ask(Request request, Duration atMost) throws InterruptedException {
    byte[] encoded = Codec.encode(Request.class, request);
    try (ChildLine.Call call = line.begin(encoded, Optional.empty())) {
      return call.next(atMost).map(this::decoded);
    }
  }

  private Answer await(ChildLine.Call call, Optional<Lender> lender, Duration atMost)
      throws InterruptedException {
    long started = System.nanoTime();
    while (true) {
      Optional<Frame> next = call.next(atMost.minusNanos(System.nanoTime() - started));
      if (next.isEmpty()) {
        line.kill("was killed because it did not answer within " + atMost);
        throw new ElsewhereException("the process of the plugin did not answer within " + atMost);
      }
      if (next.get().kind() == Frame.Kind.ANSWER) {
        return decoded(next.get());
      }
      reply(call, next.get(), lender);
    }
  }

  private void reply(ChildLine.Call call, Frame question, Optional<Lender> lender)
      throws InterruptedException {
    if (lender.isPresent()) {
      try {
        call.reply(question.id(), lender.get().answer(question(question)));
      } catch (InterruptedException e) {
        // Whoever asked is not always the call, which is interrupted as well.
        call.reply(question.id(), new Reply.Threw(Failure.of(e)));
        throw e;
      }
    }
  }

  /** The child gets a moment to end the call. */
  private Answer awaitCancelled(ChildLine.Call call, Optional<Lender> lender)
      throws InterruptedException {
    call.cancel();
    long started = System.nanoTime();
    while (true) {
      Optional<Frame> next = call.next(grace.minusNanos(System.nanoTime() - started));
      if (next.isEmpty()) {
        line.kill("was killed because a call did not end in time and ignored the interrupt");
        throw new InterruptedException("the call did not end");
      }
      if (next.get().kind() == Frame.Kind.ANSWER) {
        return decoded(next.get());
      }
      if (question(next.get()) instanceof Question.Time) {
        reply(call, next.get(), lender);
      } else {
        call.reply(
            next.get().id(),
            new Reply.Threw(Failure.of(new InterruptedException("the deadline has passed"))));
      }
    }
  }

  private Answer decoded(Frame frame) {
    try {
      return Codec.decode(Answer.class, frame.body());
    } catch (IOException e) {
      throw garbled(e);
    }
  }

  private Question question(Frame frame) {
    try {
      return Codec.decode(Question.class, frame.body());
    } catch (IOException e) {
      throw garbled(e);
    }
  }

  private ElsewhereException garbled(IOException e) {
    String what = "was killed because its answer is none: " + e.getMessage();
    line.kill(what);
    return new ElsewhereException("the process of the plugin " + what);
  }
}
