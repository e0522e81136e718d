package org.muscat.host.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer as it was sent: whatever its status, compressed if it came so. Nobody changes the
 * bytes.
 *
 * @param status of HTTP
 * @param headers by name in any case
 * @param bytes of the body
 * @param receivedAt when it came; of a recording, when it came first
 * @param replayed whether it comes from a recording
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
record RawAnswer(
    int status,
    Map<String, List<String>> headers,
    byte[] bytes,
    Instant receivedAt,
    boolean replayed) {

  RawAnswer {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = byName;
  }

  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  boolean isRedirect() {
    return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
        && header("Location").isPresent();
  }

  /** Whether the same question may well be answered a little later. */
  boolean isPassing() {
    return status == 502 || status == 503 || status == 504;
  }
}
