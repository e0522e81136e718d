package org.muscat.host.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what one feed uses of the network. Safe for any thread. */
final class UsageCounter {

  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();

  void sent() {
    requests.incrementAndGet();
  }

  void received(long more) {
    bytes.addAndGet(more);
  }

  void waited(long moreNanos) {
    nanos.addAndGet(moreNanos);
  }

  HttpUsage usage() {
    return new HttpUsage(requests.get(), bytes.get(), Duration.ofNanos(nanos.get()));
  }
}
