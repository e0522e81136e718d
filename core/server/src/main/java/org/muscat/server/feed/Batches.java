package org.muscat.server.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.muscat.host.FetchOutcome;
import org.muscat.host.HostedFeed;
import org.muscat.spi.Batch;
import org.muscat.spi.FetchRequest;

/**
 * Asks a feed for one batch after the other in one run, and knows when the run has lasted long
 * enough: other feeds, and whoever changes the configuration, wait for its end. For one thread.
 */
final class Batches {

  static final int MOST = 1_000;

  private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

  private final HostedFeed feed;
  private final Clock clock;
  private final Duration deadline;
  private final BooleanSupplier isWaitedFor;
  private final Instant startedAt;
  private int asked;

  /**
   * The batches of a run.
   *
   * @param deadline for each call of the feed
   * @param isWaitedFor whether somebody waits for the end of the run
   */
  Batches(
      HostedFeed feed,
      Clock clock,
      Instant startedAt,
      Duration deadline,
      BooleanSupplier isWaitedFor) {
    this.feed = feed;
    this.clock = clock;
    this.deadline = deadline;
    this.isWaitedFor = isWaitedFor;
    this.startedAt = startedAt;
  }

  /** What the feed has after a position. */
  Batch after(Optional<String> cursor) throws FetchStopped {
    asked++;
    Instant until = clock.instant().plus(deadline);
    FetchRequest request =
        cursor
            .map(position -> FetchRequest.after(position, until))
            .orElseGet(() -> FetchRequest.first(until));
    FetchOutcome outcome = feed.fetch(request);
    if (outcome instanceof FetchOutcome.Failed failed) {
      throw Failures.of(failed, clock.instant());
    }
    return ((FetchOutcome.Fetched) outcome).batch();
  }

  /** Whether there is more behind a batch that was asked for from there. */
  static boolean goesOn(Batch batch, Optional<String> cursor) throws FetchStopped {
    if (batch.hasMore() && cursor.equals(Optional.of(batch.nextCursor()))) {
      throw Failures.invalid(Failures.standstill(batch.nextCursor()));
    }
    return batch.hasMore();
  }

  /** Whether the run should end here, and go on in another. */
  boolean areEnough() {
    return isWaitedFor() || isBeyond(MOST, LONGEST_RUN);
  }

  /** Whether somebody waits for the end of the run. */
  boolean isWaitedFor() {
    return isWaitedFor.getAsBoolean();
  }

  /** Whether the run has had so many batches, or has lasted so long. */
  boolean isBeyond(int batches, Duration longest) {
    return asked >= batches || !clock.instant().isBefore(startedAt.plus(longest));
  }
}
