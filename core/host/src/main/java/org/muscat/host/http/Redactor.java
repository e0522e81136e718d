package org.muscat.host.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.muscat.spi.HttpQuery;

/** Takes secrets that were sent out of texts that may be seen. Safe for any thread. */
final class Redactor {

  /** Secrets change now and then; those of long ago are no longer worth hiding. */
  private static final int REMEMBERED = 100;

  /** A shorter text would be found everywhere. */
  private static final int SHORTEST = 3;

  private final Deque<String> secrets = new ArrayDeque<>();

  /** Remembers a secret, as it is and as it looks in an address. */
  synchronized void add(String secret) {
    remember(secret);
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    remember(encoded);
    remember(encoded.replace("+", "%20"));
  }

  private void remember(String secret) {
    if (secret.length() < SHORTEST) {
      return;
    }
    secrets.remove(secret);
    secrets.addLast(secret);
    if (secrets.size() > REMEMBERED) {
      secrets.removeFirst();
    }
  }

  /** The text with every known secret replaced. */
  String redact(String text) {
    String redacted = text;
    for (String secret : longestFirst()) {
      redacted = redacted.replace(secret, HttpQuery.REDACTED);
    }
    return redacted;
  }

  boolean knowsOneIn(String text) {
    return longestFirst().stream().anyMatch(text::contains);
  }

  /** Whether a body holds a secret; a body is searched as bytes, whatever its encoding. */
  boolean knowsOneIn(byte[] bytes) {
    List<String> known = longestFirst();
    if (known.isEmpty()) {
      return false;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return known.stream()
        .map(s -> new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
        .anyMatch(text::contains);
  }

  private synchronized List<String> longestFirst() {
    return secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }
}
