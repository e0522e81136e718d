package org.muscat.server.http;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the bytes of a body (RFC 9110, section 8.8.3).
 *
 * @param text with its quotes
 */
record EntityTag(String text) {

  private static final int BYTES = 18;

  /** That of a body: the beginning of its SHA-256. */
  static EntityTag of(Buffer body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
      byte[] begin = java.util.Arrays.copyOf(hash, BYTES);
      return new EntityTag(
          '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(begin) + '"');
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** That of the same body, compressed: its bytes are others. */
  EntityTag packed() {
    return new EntityTag(text.substring(0, text.length() - 1) + "-gzip\"");
  }

  /**
   * Whether a caller has the body already.
   *
   * @param ifNoneMatch the header that it sent, if any
   */
  boolean isIn(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String told : ifNoneMatch.split(",")) {
      String tag = told.strip();
      if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(text)) {
        return true;
      }
    }
    return false;
  }
}
