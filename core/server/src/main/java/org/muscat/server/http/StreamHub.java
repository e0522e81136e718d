package org.muscat.server.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.HistoryPoint;
import org.muscat.server.document.StreamDocument;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.PublishedPoint;
import org.muscat.server.index.Snapshot;

/**
 * Hands what is published to all who listen. A tick leaves its snapshot and goes on; everything
 * else happens on one event loop.
 */
final class StreamHub {

  /** More would take memory from what else Muscat does. */
  static final int MOST_LISTENERS = 2_000;

  /** So that no client alone takes the place of all others. */
  static final int MOST_OF_ONE = 200;

  private static final long BEAT_MILLIS = TimeUnit.SECONDS.toMillis(15);

  /** Snapshots that the event loop has not seen yet; the oldest goes first. */
  private static final int MOST_SNAPSHOTS = 16;

  private final IndexBoard board;
  private final Deque<Snapshot> handedOver = new ArrayDeque<>();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private final Set<StreamListener> listeners = new LinkedHashSet<>();
  private final Map<String, Integer> byClient = new HashMap<>();

  /** What was told last, by theatre: a clock that stands still names two events alike. */
  private Map<String, StreamDocument> told = Map.of();

  private volatile @Nullable Context context;

  @Inject
  StreamHub(IndexBoard board) {
    this.board = board;
  }

  /** Begins to listen to ticks, on the event loop of the caller. */
  void start(Vertx vertx) {
    context = vertx.getOrCreateContext();
    board.listen(this::handOver);
    var unused = vertx.setPeriodic(BEAT_MILLIS, timer -> listeners.forEach(StreamListener::beat));
  }

  /** How many listen. */
  int size() {
    return listeners.size();
  }

  /** How many of one client listen. */
  int size(String client) {
    return byClient.getOrDefault(client, 0);
  }

  /**
   * Adds a listener until its connection ends.
   *
   * @param client what its limit goes by
   * @param theatre that it wants to hear of; null for all
   * @param catchingUp whether what it missed is still to come first
   */
  StreamListener add(
      HttpServerResponse response, String client, @Nullable String theatre, boolean catchingUp) {
    StreamListener listener = new StreamListener(response, client, theatre, catchingUp);
    listeners.add(listener);
    byClient.merge(client, 1, Integer::sum);
    response.closeHandler(unused -> leave(listener)).exceptionHandler(unused -> leave(listener));
    return listener;
  }

  /** Tells everybody that this is the end. */
  void stop() {
    List.copyOf(listeners)
        .forEach(listener -> listener.sendAway("goodbye", "Muscat is stopping; connect again"));
    listeners.clear();
    byClient.clear();
  }

  private void remove(StreamListener listener) {
    if (listeners.remove(listener)) {
      byClient.computeIfPresent(
          listener.client(), (client, count) -> count == 1 ? null : count - 1);
    }
  }

  private void leave(StreamListener listener) {
    listener.gone();
    remove(listener);
  }

  private void handOver(Snapshot snapshot) {
    synchronized (handedOver) {
      if (handedOver.size() == MOST_SNAPSHOTS) {
        handedOver.removeFirst();
      }
      handedOver.addLast(snapshot);
    }
    Context loop = context;
    if (loop != null && awaited.compareAndSet(false, true)) {
      loop.runOnContext(unused -> tell());
    }
  }

  private void tell() {
    awaited.set(false);
    List<Snapshot> snapshots;
    synchronized (handedOver) {
      snapshots = new ArrayList<>(handedOver);
      handedOver.clear();
    }
    for (Snapshot snapshot : snapshots) {
      List<StreamEvent> events = events(snapshot);
      for (StreamListener listener : List.copyOf(listeners)) {
        events.forEach(listener::hear);
        if (listener.isOver()) {
          remove(listener);
        }
      }
    }
  }

  /** Those of a snapshot that were not told yet. */
  private List<StreamEvent> events(Snapshot snapshot) {
    List<StreamDocument> all =
        snapshot.assessments().stream()
            .map(
                assessment ->
                    StreamDocument.of(
                        assessment.theatre().id(), HistoryPoint.of(PublishedPoint.of(assessment))))
            .sorted(StreamDocument.ORDER)
            .toList();
    Map<String, StreamDocument> before = told;
    told = all.stream().collect(Collectors.toMap(StreamDocument::theatre, Function.identity()));
    return listeners.isEmpty()
        ? List.of()
        : all.stream()
            .filter(said -> !said.equals(before.get(said.theatre())))
            .map(StreamEvent::of)
            .toList();
  }
}
