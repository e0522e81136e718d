package org.muscat.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Token buckets by key: each holds a burst and fills up at a rate. Bounded: of many keys the one
 * that was used longest ago is forgotten. Thread-safe.
 */
final class Buckets {

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private final Map<String, Bucket> byKey;

  private static final class Bucket {
    private double level;
    private long at;

    private Bucket(double level, long at) {
      this.level = level;
      this.at = at;
    }
  }

  /**
   * Full buckets.
   *
   * @param perSecond how fast a bucket fills up; above 0
   * @param burst what a bucket holds; at least 1
   * @param most keys that are remembered
   */
  Buckets(double perSecond, double burst, int most) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.byKey =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Takes one from a bucket.
   *
   * @param nanos the present time of a monotonic clock
   * @return empty if there was one; else in how many seconds there will be, at least 1
   */
  synchronized OptionalLong take(String key, long nanos) {
    Bucket bucket = filled(key, nanos);
    if (bucket.level < 1) {
      return OptionalLong.of(wait(bucket));
    }
    bucket.level -= 1;
    return OptionalLong.empty();
  }

  /** Puts one back that was taken. */
  synchronized void give(String key, long nanos) {
    Bucket bucket = filled(key, nanos);
    bucket.level = Math.min(burst, bucket.level + 1);
  }

  /** How many keys are remembered. */
  synchronized int size() {
    return byKey.size();
  }

  private Bucket filled(String key, long nanos) {
    Bucket bucket = byKey.computeIfAbsent(key, unused -> new Bucket(burst, nanos));
    fill(bucket, nanos);
    return bucket;
  }

  private void fill(Bucket bucket, long nanos) {
    double seconds = Math.max(0, nanos - bucket.at) / NANOS;
    bucket.level = Math.min(burst, bucket.level + seconds * perSecond);
    bucket.at = nanos;
  }

  private long wait(Bucket bucket) {
    return Math.max(1, (long) Math.ceil((1 - bucket.level) / perSecond));
  }
}
