package org.muscat.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException.Reason;

/** What a web server answered, whole. Immutable. */
public final class HttpAnswer {

  static final String ETAG = "etag:";
  static final String LAST_MODIFIED = "last-modified:";

  private static final int NOT_MODIFIED = 304;
  private static final int PARTIAL_CONTENT = 206;

  private final String url;
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] bytes;
  private final Instant receivedAt;
  private final boolean replayed;

  private HttpAnswer(
      String url,
      int status,
      Map<String, List<String>> headers,
      byte[] bytes,
      Instant receivedAt,
      boolean replayed) {
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
    this.receivedAt = receivedAt;
    this.replayed = replayed;
  }

  /**
   * An answer; hosts make them.
   *
   * @param url that was asked, secrets redacted
   * @param status of HTTP
   * @param headers by name in any case
   * @param bytes of the body, unpacked if it came compressed; not copied, so hand them over
   * @param receivedAt when it came
   * @param replayed whether it comes from a recording
   */
  public static HttpAnswer of(
      String url,
      int status,
      Map<String, List<String>> headers,
      byte[] bytes,
      Instant receivedAt,
      boolean replayed) {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> byName.put(name, List.copyOf(values)));
    return new HttpAnswer(url, status, byName, bytes, receivedAt, replayed);
  }

  /** The address that was asked, secrets redacted; for messages. */
  public String url() {
    return url;
  }

  /** The status of HTTP: 2xx, or 304 if {@link #isUnchanged()}. */
  public int status() {
    return status;
  }

  /** Whether the server said that nothing changed since the validator of the query; no bytes. */
  public boolean isUnchanged() {
    return status == NOT_MODIFIED;
  }

  /** Whether these are the bytes of the range that was asked for, not the whole. */
  public boolean isPartial() {
    return status == PARTIAL_CONTENT;
  }

  /** All headers with their values, by name whatever its case. */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * What to give to {@link HttpQuery#ifChangedSince} the next time: the ETag or else Last-Modified;
   * empty if the server names neither.
   */
  public Optional<String> validator() {
    return header("ETag")
        .map(tag -> ETAG + tag)
        .or(() -> header("Last-Modified").map(date -> LAST_MODIFIED + date));
  }

  /** The body, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The number of bytes of the body. */
  public int size() {
    return bytes.length;
  }

  /** The SHA-256 of the body in hexadecimal digits. */
  public String contentHash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** When it came; of a recording, when it came first. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** Whether it comes from a recording and not from the network. */
  public boolean isReplayed() {
    return replayed;
  }

  /**
   * The body as text, read as UTF-8 without any leniency; a byte order mark is left out.
   *
   * @throws FeedException {@code BAD_DATA} if it is no UTF-8; names the byte
   */
  public String text() throws FeedException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new FeedException(
          Reason.BAD_DATA,
          url
              + " answered bytes that are no UTF-8, at byte %d (0x%02x); nothing of it is used"
                  .formatted(in.position(), in.get(in.position())));
    }
    String text = out.flip().toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /**
   * The answer with the one file of a zip archive as its body.
   *
   * @param mostBytes of the file; unpacking stops there, whatever the archive says of itself
   * @throws FeedException {@code BAD_DATA} if the body is no archive of just one file, {@code
   *     TOO_LARGE} if the file has more bytes
   */
  public HttpAnswer unzipped(int mostBytes) throws FeedException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      if (zip.getNextEntry() == null) {
        throw noArchive("is no zip archive, or an empty one", null);
      }
      byte[] file = zip.readNBytes(mostBytes);
      if (zip.read() >= 0) {
        throw new FeedException(
            Reason.TOO_LARGE,
            url + " is a zip archive whose file has more than " + mostBytes + " bytes");
      }
      if (zip.getNextEntry() != null) {
        throw noArchive("is a zip archive of several files; one was expected", null);
      }
      return new HttpAnswer(url, status, headers, file, receivedAt, replayed);
    } catch (IOException | IllegalArgumentException e) {
      // The second is what ZipInputStream has for a name that is no UTF-8.
      throw noArchive("is a broken zip archive: " + e.getMessage(), e);
    }
  }

  private FeedException noArchive(String what, @Nullable Exception cause) {
    String message = url + " " + what;
    return cause == null
        ? new FeedException(Reason.BAD_DATA, message)
        : new FeedException(Reason.BAD_DATA, message, cause);
  }

  /** Address, status and size. */
  @Override
  public String toString() {
    return url + " -> " + status + ", " + bytes.length + " bytes";
  }
}
