package org.muscat.spi;

/**
 * Asks web servers on behalf of one feed. Lent by the host, which keeps to each server's pace,
 * tries again where that is harmless, checks certificates, counts, and can record and replay what
 * was answered. For the thread of the feed; never call it on an event loop.
 */
public interface HttpFetcher {

  /**
   * Asks and waits for the whole answer. Redirects are followed, at most five, never from https to
   * http, and secrets go to no other host.
   *
   * @return an answer with a status of success, or {@link HttpAnswer#isUnchanged()} if the query
   *     was conditional
   * @throws FeedException if there is no such answer. {@code UNREACHABLE}: no connection, or it
   *     broke. {@code UNTRUSTED}: the certificate is no proof. {@code TIMED_OUT}: not whole within
   *     {@link HttpQuery#within}. {@code UNAUTHORISED}: 401, 403 or 407. {@code RATE_LIMITED}: 429,
   *     see {@link FeedException#retryAfter()}. {@code SOURCE_FAILED}: 5xx. {@code SOURCE_CHANGED}:
   *     any other status. {@code TOO_LARGE}: more than {@link HttpQuery#atMost}. {@code BAD_DATA}:
   *     another media type than those {@linkplain HttpQuery#accepting accepted}, or a compression
   *     that is broken. {@code CONFIGURATION}: a secret cannot be looked up, or the address is none
   *     of http or https
   * @throws InterruptedException if the thread is interrupted while waiting; the exchange is cut
   *     off
   */
  HttpAnswer fetch(HttpQuery query) throws FeedException, InterruptedException;
}
