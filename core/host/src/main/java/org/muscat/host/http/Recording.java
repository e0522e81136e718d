package org.muscat.host.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muscat.spi.HttpQuery;

/**
 * A folder of recorded answers.
 *
 * <pre>
 *   bodies/SHA-256                            the exact bytes of a body, as they were sent
 *   answers/QUESTION/RECEIVED-NUMBER.json     what was asked and answered, with the SHA-256
 * </pre>
 *
 * <p>QUESTION is a hash of method, address and headers without secrets; the files of one question
 * are in the order of their names in which they were received. A file is there whole or not at all.
 */
final class Recording {

  /** Headers that say something about who asked. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "set-cookie",
          "set-cookie2",
          "cookie",
          "authorization",
          "proxy-authorization",
          "authentication-info",
          "proxy-authentication-info",
          "www-authenticate",
          "proxy-authenticate");

  private static final Pattern RECEIVED = Pattern.compile("(\\d{13})-\\d+\\.json");

  private final Path folder;

  Recording(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /**
   * Keeps an answer.
   *
   * @param number to tell answers of the same millisecond apart
   */
  void keep(HttpQuery query, RawAnswer answer, long number, Redactor redactor) throws IOException {
    String hash = sha256(answer.bytes());
    Path body = folder.resolve("bodies").resolve(hash);
    if (!Files.exists(body)) {
      write(body, answer.bytes());
    }
    Map<String, List<String>> kept = new TreeMap<>(answer.headers());
    kept.keySet().removeIf(name -> LEFT_OUT.contains(name.toLowerCase(Locale.ROOT)));
    kept.values().removeIf(values -> values.stream().anyMatch(redactor::knowsOneIn));
    JsonObject headers = new JsonObject();
    kept.forEach((name, values) -> headers.put(name, new JsonArray(values)));
    JsonObject asked = new JsonObject();
    query.headers().forEach(asked::put);
    JsonObject side =
        new JsonObject()
            .put("method", "GET")
            .put("url", query.redactedUrl())
            .put("request-headers", asked)
            .put("status", answer.status())
            .put("headers", headers)
            .put("received-at", answer.receivedAt().toString())
            .put("sha256", hash);
    String name = "%013d-%06d.json".formatted(answer.receivedAt().toEpochMilli(), number);
    write(answers(query).resolve(name), (side.encode() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The files of a question in the order in which they were received. */
  List<Path> of(HttpQuery query) throws IOException {
    Path answers = answers(query);
    if (!Files.isDirectory(answers)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(answers)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /**
   * Reads an answer back.
   *
   * @throws IOException if file or body cannot be read, or the body is not what was recorded
   */
  RawAnswer read(Path file) throws IOException {
    try {
      JsonObject side = new JsonObject(Files.readString(file, StandardCharsets.UTF_8));
      String hash = side.getString("sha256");
      byte[] body = Files.readAllBytes(folder.resolve("bodies").resolve(hash));
      if (!sha256(body).equals(hash)) {
        throw new IOException("the body " + hash + " is not what was recorded");
      }
      Map<String, List<String>> headers = new TreeMap<>();
      JsonObject recorded = side.getJsonObject("headers");
      for (String name : recorded.fieldNames()) {
        List<String> values = new ArrayList<>();
        recorded.getJsonArray(name).forEach(value -> values.add(String.valueOf(value)));
        headers.put(name, values);
      }
      return new RawAnswer(
          side.getInteger("status"),
          headers,
          body,
          Instant.parse(side.getString("received-at")),
          true);
    } catch (DecodeException | ClassCastException | NullPointerException | DateTimeException e) {
      throw new IOException("it is no recorded answer: " + e.getMessage(), e);
    }
  }

  /** When the newest answer of any question was received; empty if there is none. */
  Optional<Instant> newest() throws IOException {
    Path answers = folder.resolve("answers");
    if (!Files.isDirectory(answers)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(answers)) {
      return files
          .map(file -> RECEIVED.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> Instant.ofEpochMilli(Long.parseLong(name.group(1))))
          .max(Comparator.naturalOrder());
    }
  }

  private Path answers(HttpQuery query) {
    StringBuilder identity = new StringBuilder("GET ").append(query.redactedUrl());
    query
        .headers()
        .forEach(
            (name, value) ->
                identity
                    .append('\n')
                    .append(name.toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(value));
    String hash = sha256(identity.toString().getBytes(StandardCharsets.UTF_8));
    return folder.resolve("answers").resolve(hash.substring(0, 32));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException("no folder for " + file);
    }
    Files.createDirectories(parent);
    Path whole = Files.createTempFile(parent, ".", ".tmp");
    try {
      Files.write(whole, bytes);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
