package org.muscat.host.child.inside;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.muscat.host.child.wire.Codec;
import org.muscat.host.child.wire.Frame;
import org.muscat.host.child.wire.Note;
import org.muscat.host.child.wire.Pipe;
import org.muscat.host.child.wire.Question;
import org.muscat.host.child.wire.Reply;

/** Asks the host on behalf of feeds. Thread-safe. */
final class Questions {

  private final Pipe pipe;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Frame>> open = new ConcurrentHashMap<>();

  Questions(Pipe pipe) {
    this.pipe = pipe;
  }

  /** Asks and waits for the reply. */
  Reply ask(Question question) throws InterruptedException {
    int id = lastId.incrementAndGet();
    CompletableFuture<Frame> reply = new CompletableFuture<>();
    open.put(id, reply);
    try {
      write(new Frame(Frame.Kind.QUESTION, id, Codec.encode(Question.class, question)));
      return Codec.decode(Reply.class, reply.get().body());
    } catch (IOException | ExecutionException e) {
      throw new IllegalStateException("the host cannot be asked", e);
    } finally {
      open.remove(id);
    }
  }

  /** Asks and waits, whatever happens; for what cannot say that it was interrupted. */
  Reply askUninterruptibly(Question question) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return ask(question);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Tells the host. */
  void tell(Note note) {
    write(new Frame(Frame.Kind.NOTE, 0, Codec.encode(Note.class, note)));
  }

  /** Takes a reply to whoever waits for it; who was interrupted does not any more. */
  void replied(Frame frame) {
    CompletableFuture<Frame> waiting = open.get(frame.id());
    if (waiting != null) {
      waiting.complete(frame);
    }
  }

  private void write(Frame frame) {
    try {
      pipe.write(frame);
    } catch (IOException e) {
      throw new IllegalStateException("the host is gone", e);
    }
  }
}
