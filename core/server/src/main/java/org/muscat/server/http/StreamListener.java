package org.muscat.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.StreamDocument;

/**
 * One who listens to the stream. What it does not read in time waits here, up to a limit; past that
 * it is sent away, so that memory does not grow with slow readers. For one event loop.
 */
final class StreamListener {

  /** How many events wait for a reader, beside what the connection holds. */
  static final int MOST_WAITING = 256;

  private static final Buffer BEAT = Buffer.buffer(": beat\n\n");

  private final HttpServerResponse response;
  private final String client;
  private final @Nullable String theatre;
  private final Deque<Buffer> waiting = new ArrayDeque<>();
  private final List<StreamEvent> whileCatchingUp = new ArrayList<>();
  private boolean catchingUp;
  private boolean over;

  /**
   * A listener.
   *
   * @param client what its limit goes by
   * @param theatre that it wants to hear of; null for all
   * @param catchingUp whether what was missed is still to come first
   */
  StreamListener(
      HttpServerResponse response, String client, @Nullable String theatre, boolean catchingUp) {
    this.response = response;
    this.client = client;
    this.theatre = theatre;
    this.catchingUp = catchingUp;
    response.drainHandler(unused -> flush());
  }

  /** What its limit goes by. */
  String client() {
    return client;
  }

  /** Whether it was sent away, or went. */
  boolean isOver() {
    return over;
  }

  /** It went. */
  void gone() {
    over = true;
    waiting.clear();
    whileCatchingUp.clear();
  }

  /** Hands it what was just published. */
  void hear(StreamEvent event) {
    if (over || (theatre != null && !theatre.equals(event.said().theatre()))) {
      return;
    }
    if (catchingUp) {
      whileCatchingUp.add(event);
      if (whileCatchingUp.size() > MOST_WAITING) {
        sendAway("lagging", "what was missed could not be found in time");
      }
    } else {
      send(event.text());
    }
  }

  /**
   * Hands it what it missed, oldest first.
   *
   * @param gap what it is told if more was missed than is sent; null if nothing was
   */
  void catchUp(List<StreamEvent> missed, @Nullable String gap) {
    catchingUp = false;
    if (gap != null) {
      send(StreamEvent.text("gap", gap));
    }
    // What was missed was asked for as a whole: it does not count as being slow.
    missed.forEach(event -> waiting.add(event.text()));
    StreamEvent last = missed.isEmpty() ? null : missed.get(missed.size() - 1);
    for (StreamEvent event : whileCatchingUp) {
      if (last == null || StreamDocument.ORDER.compare(event.said(), last.said()) > 0) {
        waiting.add(event.text());
      }
    }
    whileCatchingUp.clear();
    flush();
  }

  /** Keeps the connection from being taken for dead. */
  void beat() {
    if (!over && waiting.isEmpty() && !response.writeQueueFull()) {
      write(BEAT);
    }
  }

  /** Ends it with a last event; if even that is not read, the server cuts the connection. */
  void sendAway(String event, String reason) {
    if (!over) {
      gone();
      var unused = response.end(StreamEvent.text(event, reason));
    }
  }

  private void send(Buffer text) {
    waiting.add(text);
    flush();
    if (!over && waiting.size() > MOST_WAITING && response.writeQueueFull()) {
      sendAway("lagging", "events are not read as fast as they come; connect again to go on");
    }
  }

  private void flush() {
    while (!over && !waiting.isEmpty() && !response.writeQueueFull()) {
      write(waiting.removeFirst());
    }
  }

  private void write(Buffer text) {
    var unused = response.write(text);
  }
}
