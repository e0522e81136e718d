package org.muscat.host;

import java.time.Duration;
import java.util.Optional;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException;

/** What became of one fetch. */
public sealed interface FetchOutcome {

  /**
   * The feed answered.
   *
   * @param batch what it brought
   */
  record Fetched(Batch batch) implements FetchOutcome {}

  /**
   * The feed gave nothing.
   *
   * @param failure what happened
   * @param reason what the feed says about its source, if it said so
   * @param retryAfter how long the source wants to be left alone, if it said so
   */
  record Failed(
      CallFailed failure, Optional<FeedException.Reason> reason, Optional<Duration> retryAfter)
      implements FetchOutcome {}
}
