package org.muscat.server.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.server.config.AccessConfig;

/**
 * How often may be asked: by one address, and where the web configuration says so by all together.
 * Thread-safe.
 */
final class Pace {

  private static final int MOST = 10_000;

  /** A scrape that is refused is a hole in the data, and a probe that is refused a restart. */
  private static final Set<String> OF_MACHINES = Set.of("/metrics", "/-/healthy", "/-/ready");

  private final @Nullable Buckets byAddress;
  private final Supplier<Loaded> loaded;
  private final LongSupplier nanoTime;
  private volatile @Nullable Together together;

  private record Together(WebConfig.Rate rate, Buckets buckets) {}

  Pace(AccessConfig config, Supplier<Loaded> loaded, LongSupplier nanoTime) {
    this.byAddress =
        config.requestsPerSecond() == 0
            ? null
            : new Buckets(config.requestsPerSecond(), config.burst(), MOST);
    this.loaded = loaded;
    this.nanoTime = nanoTime;
  }

  /**
   * Counts a request.
   *
   * @param path that is answered: without dot segments, as the routes see it
   * @throws Refusal if there were too many
   */
  void check(HttpServerRequest request, String path) {
    check(Address.of(request), path, nanoTime.getAsLong());
  }

  /** The same of a request for a path, at a moment of the monotonic clock. */
  void check(Address from, String path, long now) {
    loaded.get().web().rate().ifPresent(rate -> refuse(of(rate).take("", now)));
    if (byAddress != null && !from.loopback() && !OF_MACHINES.contains(path)) {
      refuse(byAddress.take(from.key(), now));
    }
  }

  private Buckets of(WebConfig.Rate rate) {
    Together present = together;
    if (present == null || !present.rate().equals(rate)) {
      present = new Together(rate, new Buckets(rate.perSecond(), rate.burst(), 1));
      together = present;
    }
    return present.buckets();
  }

  private static void refuse(OptionalLong wait) {
    if (wait.isPresent()) {
      throw Refusal.tooMany(
          "too many requests; try again in " + wait.getAsLong() + " s", wait.getAsLong());
    }
  }
}
