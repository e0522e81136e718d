package org.muscat.server.feed;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells in the log, once after the start, which sources answer and which do not. For {@link
 * FeedBoard#listen}.
 */
public final class FirstAnswers implements Consumer<FeedStatus> {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAnswers.class);

  private final SortedSet<String> waiting;
  private final SortedSet<String> answering = new TreeSet<>();
  private final SortedSet<String> failing = new TreeSet<>();

  /**
   * Waits for feeds.
   *
   * @param feeds their instances in the configuration
   */
  public FirstAnswers(Collection<String> feeds) {
    this.waiting = new TreeSet<>(feeds);
  }

  @Override
  public synchronized void accept(FeedStatus status) {
    if (status.fetches() == 0 || !waiting.remove(status.feed())) {
      return;
    }
    boolean failed = status.failure().isPresent();
    (failed ? failing : answering).add(status.feed());
    if (!failed) {
      LOG.atInfo()
          .addKeyValue("feed", status.feed())
          .addKeyValue("observed", status.observed())
          .log("source answers");
    }
    if (waiting.isEmpty()) {
      LOG.atLevel(failing.isEmpty() ? Level.INFO : Level.WARN)
          .addKeyValue("answering", String.join(",", answering))
          .addKeyValue("failing", String.join(",", failing))
          .log("every source was asked");
    }
  }
}
