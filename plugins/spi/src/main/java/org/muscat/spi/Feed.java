package org.muscat.spi;

/**
 * A source of observations. It may block; it never runs on an event loop and is never called
 * concurrently on one instance. Each feed instance has its own thread.
 */
public interface Feed extends AutoCloseable {

  /**
   * Asks the source for what is new. The host stores the observations and the next cursor in one
   * transaction, so a fetch that is lost is asked again with the old cursor; a feed must therefore
   * give the same observations for the same answer of the source.
   *
   * @param request where the last successful fetch ended, and how long this one may take
   * @return a bounded batch; with {@link Batch#hasMore()} the host asks again at once
   * @throws FeedException if the source gave nothing usable; says why
   * @throws InterruptedException if the deadline passed while waiting
   */
  Batch fetch(FetchRequest request) throws FeedException, InterruptedException;

  /** Lets go of what the feed holds. Idempotent. */
  @Override
  default void close() {}
}
