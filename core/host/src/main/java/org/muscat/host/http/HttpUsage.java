package org.muscat.host.http;

import java.time.Duration;

/**
 * What a feed has used of the network since it was opened. Immutable; the difference of two says
 * what one fetch used.
 *
 * @param requests sent, with every try and redirect
 * @param bytes received as bodies, as sent: compressed ones count compressed
 * @param took the time that the feed waited for the network, with pauses between tries
 */
public record HttpUsage(long requests, long bytes, Duration took) {

  /** Nothing yet. */
  public static final HttpUsage NONE = new HttpUsage(0, 0, Duration.ZERO);

  /** What was used between an earlier moment and this one. */
  public HttpUsage since(HttpUsage earlier) {
    return new HttpUsage(
        requests - earlier.requests, bytes - earlier.bytes, took.minus(earlier.took));
  }
}
