package org.muscat.host.child;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.muscat.host.child.Conversation.Incoming;
import org.muscat.host.child.wire.Codec;
import org.muscat.host.child.wire.Failure;
import org.muscat.host.child.wire.Frame;
import org.muscat.host.child.wire.GarbledException;
import org.muscat.host.child.wire.Note;
import org.muscat.host.child.wire.Pipe;
import org.muscat.host.child.wire.Question;
import org.muscat.host.child.wire.Reply;
import org.muscat.host.load.ElsewhereException;

/**
 * The line to one child process. One thread reads and one writes, and neither waits for anything
 * else, so that both sides may write as much as they like at once, and a child that does not read
 * blocks nobody who could not be interrupted. Thread-safe.
 */
final class ChildLine implements AutoCloseable {

  private static final Duration READER_PATIENCE = Duration.ofSeconds(1);

  private final String plugin;
  private final ChildProcess process;
  private final Pipe pipe;
  private final IntFunction<Optional<Lender>> lenders;
  private final BiConsumer<ChildLine, String> listener;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, Conversation> calls = new ConcurrentHashMap<>();
  private final Map<Integer, Conversation> feedCalls = new ConcurrentHashMap<>();

  /** Empty is the end: hang up. */
  private final BlockingQueue<Optional<Frame>> outgoing = new LinkedBlockingQueue<>();

  private final AtomicReference<@Nullable String> killedBecause = new AtomicReference<>();
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
  private final Thread reader;
  private final Thread writer;
  private final CompletableFuture<Void> exit;

  /**
   * A line.
   *
   * @param lenders finds what is lent to a feed by its number
   * @param listener is told once how the child ended
   */
  ChildLine(
      String plugin,
      ChildProcess process,
      IntFunction<Optional<Lender>> lenders,
      BiConsumer<ChildLine, String> listener) {
    this.plugin = plugin;
    this.process = process;
    this.pipe = new Pipe(process.output(), process.input());
    this.lenders = lenders;
    this.listener = listener;
    this.reader = ChildProcess.daemon("child-" + plugin + "-reader", this::read);
    this.writer = ChildProcess.daemon("child-" + plugin + "-writer", this::write);
    // Somebody whom the child started may hold its output open.
    this.exit = process.onExit().thenRunAsync(this::exited);
  }

  /** The process at the other end. */
  long pid() {
    return process.pid();
  }

  /** How the child ended, if it did. */
  Optional<String> ended() {
    return Optional.ofNullable(ended.get());
  }

  /** Begins a conversation: says something that will be answered. */
  Call begin(byte[] request, Optional<Integer> feed) {
    int id = lastId.incrementAndGet();
    Call call = new Call(id, feed);
    calls.put(id, call.conversation);
    feed.ifPresent(number -> feedCalls.put(number, call.conversation));
    String how = ended.get();
    if (how != null) {
      call.conversation.deliver(new Incoming.Ended(how));
    }
    send(new Frame(Frame.Kind.CALL, id, request));
    return call;
  }

  /** Ends the child at once. */
  void kill(String because) {
    killedBecause.compareAndSet(null, because);
    process.kill();
  }

  /** Lets the child end, then ends it, and waits until nothing of it is left. Idempotent. */
  @Override
  public void close() {
    killedBecause.compareAndSet(null, "was closed");
    outgoing.add(Optional.empty());
    process.end(READER_PATIENCE);
    exit.cancel(false);
    try {
      reader.join(READER_PATIENCE.toMillis());
      writer.join(READER_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One call on this line. */
  final class Call implements AutoCloseable {

    private final int id;
    private final Optional<Integer> feed;
    private final Conversation conversation = new Conversation();

    private Call(int id, Optional<Integer> feed) {
      this.id = id;
      this.feed = feed;
    }

    /**
     * Waits for what comes next.
     *
     * @return the answer or a question; empty if nothing came in time
     * @throws ElsewhereException if the child ended
     */
    Optional<Frame> next(Duration atMost) throws InterruptedException {
      Optional<Incoming> incoming = conversation.next(atMost);
      if (incoming.isPresent() && incoming.get() instanceof Incoming.Ended end) {
        throw new ElsewhereException(end.how());
      }
      return incoming.map(said -> ((Incoming.Said) said).frame());
    }

    /** Has the child interrupt the call. */
    void cancel() {
      send(Frame.empty(Frame.Kind.CANCEL, id));
    }

    void reply(int question, Reply reply) {
      ChildLine.this.reply(question, reply);
    }

    /** Threads of the feed that asked and got no reply yet do not wait for ever. */
    @Override
    public void close() {
      calls.remove(id);
      feed.ifPresent(number -> feedCalls.remove(number, conversation));
      for (Incoming left : conversation.rest()) {
        if (left instanceof Incoming.Said said && said.frame().kind() == Frame.Kind.QUESTION) {
          reply(
              said.frame().id(),
              new Reply.Threw(Failure.of(new InterruptedException("the call is over"))));
        }
      }
    }
  }

  private void read() {
    try {
      pipe.awaitGreeting();
      while (true) {
        dispatch(pipe.read());
      }
    } catch (GarbledException e) {
      kill("was killed because it wrote on its pipe what no child says: " + e.getMessage());
      end(process.ending());
    } catch (IOException e) {
      end(process.ending());
    }
  }

  private void dispatch(Frame frame) throws IOException {
    switch (frame.kind()) {
      case ANSWER -> deliver(calls.get(frame.id()), frame);
      case QUESTION -> question(frame);
      case NOTE -> {
        Note note = Codec.decode(Note.class, frame.body());
        lenders.apply(note.feed()).ifPresent(lender -> lender.take(note));
      }
      case CALL, CANCEL, REPLY -> throw new GarbledException("a frame of the kind " + frame.kind());
    }
  }

  /** Who waited may have given up. */
  private static void deliver(@Nullable Conversation conversation, Frame frame) {
    if (conversation != null) {
      conversation.deliver(new Incoming.Said(frame));
    }
  }

  private void question(Frame frame) throws IOException {
    Question question = Codec.decode(Question.class, frame.body());
    Conversation conversation = feedCalls.get(question.feed());
    if (conversation != null) {
      conversation.deliver(new Incoming.Said(frame));
      return;
    }
    reply(
        frame.id(),
        new Reply.Threw(
            Failure.of(
                new IllegalStateException(
                    "the host answers a feed in a child JVM only while it calls it"))));
  }

  private void reply(int question, Reply reply) {
    send(new Frame(Frame.Kind.REPLY, question, Codec.encode(Reply.class, reply)));
  }

  private void send(Frame frame) {
    outgoing.add(Optional.of(frame));
  }

  private void write() {
    try {
      Optional<Frame> next = outgoing.take();
      while (next.isPresent()) {
        pipe.write(next.get());
        next = outgoing.take();
      }
      process.input().close();
    } catch (IOException e) {
      // It ended; the reader sees that too, and tells how.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void exited() {
    try {
      reader.join(READER_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(process.ending());
  }

  private void end(String how) {
    String because = killedBecause.get();
    String told = "the process of plugin '" + plugin + "' " + (because == null ? how : because);
    if (ended.compareAndSet(null, told)) {
      outgoing.add(Optional.empty());
      calls.values().forEach(call -> call.deliver(new Incoming.Ended(told)));
      listener.accept(this, told);
    }
  }
}
