package org.muscat.host.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpQuery;

/** Makes of what was sent either an answer for the feed or the reason why there is none. */
final class AnswerReader {

  private static final int EXCERPT = 200;
  private static final int MOST_READ = 16 << 10;

  private final HttpQuery query;
  private final RawAnswer raw;
  private final Redactor redactor;

  private AnswerReader(HttpQuery query, RawAnswer raw, Redactor redactor) {
    this.query = query;
    this.raw = raw;
    this.redactor = redactor;
  }

  /**
   * Reads what was answered.
   *
   * @throws FeedException with the reason if it is of no use
   */
  static HttpAnswer read(HttpQuery query, RawAnswer raw, Redactor redactor) throws FeedException {
    return new AnswerReader(query, raw, redactor).read();
  }

  /** The body for people; what cannot be unpacked is empty. */
  static byte[] readable(HttpQuery query, RawAnswer raw, Redactor redactor) {
    return new AnswerReader(query, raw, redactor).readable();
  }

  private HttpAnswer read() throws FeedException {
    if (raw.status() == 304 && isConditional()) {
      return answer(new byte[0]);
    }
    boolean partial = raw.status() == 206;
    if (raw.status() / 100 != 2 || (partial && !query.headers().containsKey("Range"))) {
      throw refused();
    }
    byte[] body = body();
    requireMediaType(body);
    return answer(body);
  }

  private HttpAnswer answer(byte[] body) {
    return HttpAnswer.of(
        query.redactedUrl(), raw.status(), raw.headers(), body, raw.receivedAt(), raw.replayed());
  }

  private boolean isConditional() {
    return query.headers().containsKey("If-None-Match")
        || query.headers().containsKey("If-Modified-Since");
  }

  private FeedException refused() {
    int status = raw.status();
    return switch (status) {
      case 401, 403, 407 ->
          failure(
              Reason.UNAUTHORISED, "check its key or the terms of the source", Optional.empty());
      case 429 -> failure(Reason.RATE_LIMITED, "wants fewer requests", RetryAfter.of(raw));
      default ->
          status >= 500
              ? failure(Reason.SOURCE_FAILED, "failed on its side", RetryAfter.of(raw))
              : failure(
                  Reason.SOURCE_CHANGED,
                  "is not where or what it was; check its address and " + "parameters",
                  Optional.empty());
    };
  }

  private FeedException failure(Reason reason, String what, Optional<Instant> retryAfter) {
    String message =
        "%s answered %d (%s)%s%s"
            .formatted(
                query,
                raw.status(),
                what,
                retryAfter.map(moment -> "; no request before " + moment).orElse(""),
                excerpt(readable()));
    String redacted = redactor.redact(message);
    return retryAfter
        .map(moment -> new FeedException(reason, redacted, moment))
        .orElseGet(() -> new FeedException(reason, redacted));
  }

  /** The body of an error for people; one that cannot be unpacked is not worth another error. */
  private byte[] readable() {
    try {
      return body();
    } catch (FeedException e) {
      return new byte[0];
    }
  }

  private byte[] body() throws FeedException {
    String encoding = raw.header("Content-Encoding").orElse("identity").strip();
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity", "" -> raw.bytes();
      case "gzip", "x-gzip" -> unpacked();
      default ->
          throw new FeedException(
              Reason.BAD_DATA,
              query + " answered in the compression '" + encoding + "', which nobody asked for");
    };
  }

  private byte[] unpacked() throws FeedException {
    int most = (int) query.mostBytes();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw.bytes()))) {
      byte[] body = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new FeedException(
            Reason.TOO_LARGE,
            query + " answered more than " + most + " bytes once they are unpacked");
      }
      return body;
    } catch (IOException e) {
      throw new FeedException(
          Reason.BAD_DATA, query + " answered a broken gzip stream: " + e.getMessage(), e);
    }
  }

  private void requireMediaType(byte[] body) throws FeedException {
    Optional<String> header = raw.header("Content-Type");
    List<String> accepted = query.mediaTypes();
    if (header.isEmpty() || accepted.isEmpty()) {
      return;
    }
    String type = header.get().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!accepted.contains(type)) {
      String message =
          "%s answered %s, not %s%s"
              .formatted(query, type, String.join(" or ", accepted), excerpt(body));
      throw new FeedException(Reason.BAD_DATA, redactor.redact(message));
    }
  }

  private String excerpt(byte[] body) {
    // Redacted before it is cut: half a secret could not be told any more.
    String text = new String(body, 0, Math.min(body.length, MOST_READ), StandardCharsets.UTF_8);
    String line = redactor.redact(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String cut = line.length() > EXCERPT ? line.substring(0, EXCERPT) + "..." : line;
    return cut.isEmpty() ? "" : ": " + cut;
  }
}
