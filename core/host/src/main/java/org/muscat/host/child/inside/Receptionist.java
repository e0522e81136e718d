package org.muscat.host.child.inside;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.child.wire.Codec;
import org.muscat.host.child.wire.Failure;
import org.muscat.host.child.wire.Frame;
import org.muscat.host.child.wire.Pipe;
import org.muscat.host.child.wire.Request;
import org.muscat.host.guard.CallThread;

/**
 * Reads what the host wants and hands it to a thread of its own, so that it always reads on: a
 * cancellation reaches a call that runs, and both sides may write as much as they like.
 */
final class Receptionist {

  /** Of all that runs code of the plugin here. */
  private final ThreadGroup threads = new ThreadGroup("plugin");

  private final Pipe pipe;
  private final Questions questions;
  private final Workshop workshop;
  private final Map<Integer, RunningCall> running = new ConcurrentHashMap<>();
  private final ExecutorService workers =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::worker);

  Receptionist(Pipe pipe) {
    this.pipe = pipe;
    this.questions = new Questions(pipe);
    this.workshop = new Workshop(questions, threads);
  }

  /**
   * Receives until the host is gone.
   *
   * @throws java.io.EOFException when it is
   */
  void receive() throws IOException {
    while (true) {
      Frame frame = pipe.read();
      switch (frame.kind()) {
        case CALL -> call(frame);
        case CANCEL -> cancel(frame.id());
        case REPLY -> questions.replied(frame);
        case ANSWER, QUESTION, NOTE -> throw new IOException("a host does not say " + frame.kind());
      }
    }
  }

  private void call(Frame frame) {
    RunningCall call = new RunningCall();
    running.put(frame.id(), call);
    workers.execute(
        () -> {
          byte[] answer = encoded(call.run(() -> answer(frame)));
          running.remove(frame.id());
          send(new Frame(Frame.Kind.ANSWER, frame.id(), answer));
        });
  }

  private void cancel(int id) {
    RunningCall call = running.get(id);
    if (call != null) {
      call.interrupt();
    }
  }

  private Answer answer(Frame frame) {
    try {
      return workshop.handle(Codec.decode(Request.class, frame.body()));
    } catch (Throwable e) {
      return new Answer.Threw(Failure.of(e));
    }
  }

  /** What a plugin gave may hold nulls, or too much. */
  private static byte[] encoded(Answer answer) {
    try {
      byte[] bytes = Codec.encode(Answer.class, answer);
      if (bytes.length <= Frame.MOST_BYTES) {
        return bytes;
      }
      throw new IllegalArgumentException(
          bytes.length
              + " bytes were given at once, the most from a child JVM are "
              + Frame.MOST_BYTES
              + "; give less, and more of it the next time");
    } catch (RuntimeException e) {
      return Codec.encode(Answer.class, new Answer.Threw(Failure.of(e)));
    }
  }

  private void send(Frame frame) {
    try {
      pipe.write(frame);
    } catch (IOException e) {
      // The host does not listen any more: there is nobody left to tell.
      Runtime.getRuntime().halt(0);
    }
  }

  private Thread worker(Runnable task) {
    return CallThread.of(threads, task, "call");
  }
}
