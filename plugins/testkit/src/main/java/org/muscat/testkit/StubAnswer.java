package org.muscat.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a {@link StubServer} sends for one request, well or badly. */
@FunctionalInterface
public interface StubAnswer {

  /**
   * Sends the answer; the server closes the connection afterwards.
   *
   * @param out to the client
   * @param closing is counted down when the server closes: wait on it instead of sleeping
   * @throws IOException if the client hung up
   */
  void send(OutputStream out, CountDownLatch closing) throws IOException, InterruptedException;

  /** A whole answer. */
  static StubAnswer of(int status, String contentType, byte[] body, String... moreHeaders) {
    return (out, closing) -> {
      out.write(head(status, contentType, body.length, moreHeaders));
      out.write(body);
    };
  }

  /** 200 with a JSON document. */
  static StubAnswer json(String body) {
    return of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** 200 with plain text. */
  static StubAnswer text(String body) {
    return of(200, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * 200 with the content of a file, which is read each time; the media type is that of its suffix.
   */
  static StubAnswer file(Path file) {
    String name = file.getFileName().toString();
    String type =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "json" -> "application/json";
          case "csv" -> "text/csv";
          case "xml" -> "application/xml";
          case "zip" -> "application/zip";
          default -> "text/plain; charset=utf-8";
        };
    return (out, closing) -> of(200, type, Files.readAllBytes(file)).send(out, closing);
  }

  /**
   * A status with a short text.
   *
   * @param moreHeaders such as {@code Retry-After: 7}
   */
  static StubAnswer status(int status, String... moreHeaders) {
    byte[] body = ("status " + status).getBytes(StandardCharsets.UTF_8);
    return of(status, "text/plain", body, moreHeaders);
  }

  /** 304, without a body. */
  static StubAnswer notModified() {
    return (out, closing) ->
        out.write(
            "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends somewhere else. */
  static StubAnswer redirect(int status, String location) {
    return status(status, "Location: " + location);
  }

  /** Promises a body and hangs up in the middle of it. */
  static StubAnswer truncated(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (out, closing) -> {
      out.write(head(200, "application/json", bytes.length));
      out.write(Arrays.copyOf(bytes, bytes.length / 2));
    };
  }

  /** Sends a body in chunks and hangs up before the last one. */
  static StubAnswer truncatedChunks(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (out, closing) -> {
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                  + "Connection: close\r\n\r\n"
                  + Integer.toHexString(bytes.length)
                  + "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    };
  }

  /** Takes the request and says nothing until the server closes. */
  static StubAnswer hanging() {
    return (out, closing) -> closing.await();
  }

  /** Sends the head and a first byte, and nothing more until the server closes. */
  static StubAnswer hangingInTheBody() {
    return (out, closing) -> {
      out.write(head(200, "application/json", 1_000));
      out.write('{');
      out.flush();
      closing.await();
    };
  }

  /** A whole answer that comes byte by byte, with a pause before each. */
  static StubAnswer slow(String body, long pauseMillis) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (out, closing) -> {
      out.write(head(200, "application/json", bytes.length));
      for (byte next : bytes) {
        if (closing.await(pauseMillis, TimeUnit.MILLISECONDS)) {
          return;
        }
        out.write(next);
        out.flush();
      }
    };
  }

  /** A body without an end, and without saying how long it is. */
  static StubAnswer endless() {
    return (out, closing) -> {
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      byte[] block = new byte[64 << 10];
      while (closing.getCount() > 0) {
        out.write(block);
      }
    };
  }

  /** 200 with a body compressed by gzip. */
  static StubAnswer gzip(String contentType, byte[] body) {
    return of(200, contentType, gzipped(body), "Content-Encoding: gzip");
  }

  /** Whatever these bytes are, without a head of HTTP. */
  static StubAnswer bytes(byte[] raw) {
    return (out, closing) -> out.write(raw);
  }

  /** Compresses by gzip. */
  static byte[] gzipped(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A zip archive of one file; the same bytes whenever it is made, dated 2000-01-01. */
  static byte[] zipped(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] head(int status, String type, long length, String... moreHeaders) {
    List<String> lines = new ArrayList<>();
    lines.add("HTTP/1.1 " + status + " Status");
    lines.add("Content-Type: " + type);
    lines.add("Content-Length: " + length);
    lines.add("Connection: close");
    lines.addAll(List.of(moreHeaders));
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
