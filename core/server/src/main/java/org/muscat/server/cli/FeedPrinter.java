package org.muscat.server.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.muscat.server.feed.FeedStatus;
import org.muscat.store.FetchRecord;

/**
 * Prints a line for each feed when its first fetch ends, and when it begins or ceases to answer, in
 * part or whole. Safe for any thread.
 */
final class FeedPrinter implements Consumer<FeedStatus> {

  private enum Answer {
    WHOLE("answers"),
    IN_PART("answers in part"),
    NONE("no answer");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    static Answer of(FeedStatus status) {
      return status
          .failure()
          .map(end -> end.stored() + end.unchanged() > 0 ? IN_PART : NONE)
          .orElse(WHOLE);
    }
  }

  private final PrintWriter out;
  private final Map<String, Answer> answered = new HashMap<>();

  FeedPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void accept(FeedStatus status) {
    boolean waits = status.fetches() == 0;
    if (waits && (status.nextAt() == null || status.lastCompletion().isEmpty())) {
      return; // it has not been asked yet, and will be at once
    }
    Answer now = Answer.of(status);
    if (answered.put(status.feed(), now) != now) {
      out.println(
          "feed "
              + status.feed()
              + ": "
              + now.words
              + status.failure().map(FeedPrinter::why).orElseGet(() -> what(status))
              + (waits ? "; it is asked again at " + status.nextAt() : ""));
      out.flush();
    }
  }

  private static String why(FetchRecord.End end) {
    return ", " + end.reason() + ": " + end.detail();
  }

  private static String what(FeedStatus status) {
    Optional<Instant> newest = status.newest().values().stream().max(Instant::compareTo);
    return newest
        .map(at -> "; %d observations were new, the newest of %s".formatted(status.observed(), at))
        .orElse("; nothing was new");
  }
}
