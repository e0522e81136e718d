package org.muscat.server.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/** Keeps jobs of the same schedule from beginning together. */
public final class Jitter {

  private Jitter() {}

  /**
   * How long after each of its slots a job begins: always the same, whoever asks.
   *
   * @param job its id
   * @param most less than this; none if it is zero
   * @return whole milliseconds
   */
  public static Duration of(String job, Duration most) {
    if (most.toMillis() < 1) {
      return Duration.ZERO;
    }
    CRC32 checksum = new CRC32();
    checksum.update(job.getBytes(StandardCharsets.UTF_8));
    return Duration.ofMillis(checksum.getValue() % most.toMillis());
  }
}
