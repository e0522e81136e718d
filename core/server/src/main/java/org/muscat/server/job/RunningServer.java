package org.muscat.server.job;

import java.util.function.Supplier;
import org.muscat.server.feed.FetchOnDemand;
import org.muscat.server.index.Ticker;

/**
 * What jobs ask the server for that runs them.
 *
 * @param fetches lets feeds be fetched
 * @param ticker assesses theatres between its ticks
 */
public record RunningServer(Supplier<FetchOnDemand> fetches, Supplier<Ticker> ticker) {

  /** No server: jobs of its store and its files can run, fetches and ticks cannot. */
  public static final RunningServer NONE =
      new RunningServer(
          () -> {
            throw missing();
          },
          () -> {
            throw missing();
          });

  private static IllegalStateException missing() {
    return new IllegalStateException("only a running server does this");
  }
}
