package org.muscat.maritime.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.toolkit.Json;

/** An answer in JSON, and what is wrong with it in words. Immutable. */
public final class JsonAnswer {

  private static final int EXCERPT = 200;

  private final String url;
  private final String text;
  private final Map<?, ?> members;

  private JsonAnswer(String url, String text, Map<?, ?> members) {
    this.url = url;
    this.text = text;
    this.members = members;
  }

  /**
   * Reads an answer. A document that is no object is one without members.
   *
   * @throws FeedException {@code BAD_DATA} if it is no JSON
   */
  public static JsonAnswer read(HttpAnswer answer) throws FeedException {
    String text = answer.text();
    try {
      Map<?, ?> members = Json.read(text) instanceof Map<?, ?> object ? object : Map.of();
      return new JsonAnswer(answer.url(), text, members);
    } catch (IOException e) {
      throw new FeedException(
          Reason.BAD_DATA,
          answer.url() + " answered no JSON: " + excerpt(text) + " (" + firstLine(e) + ")",
          e);
    }
  }

  /** What the document has under a name; null if that is null or nothing. */
  public @Nullable Object member(String name) {
    return members.get(name);
  }

  /** The list that the document has under a name, if it has one. */
  public Optional<List<? extends @Nullable Object>> list(String name) {
    return members.get(name) instanceof List<?> list ? Optional.of(list) : Optional.empty();
  }

  /**
   * Why the answer is of no use, with where it came from and how it begins.
   *
   * @param what was answered, such as {@code an error under status 200}
   */
  public FeedException failure(Reason reason, String what) {
    return new FeedException(reason, url + " answered " + what + ": " + excerpt(text));
  }

  /** It fits on one line. */
  private static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > EXCERPT ? line.substring(0, EXCERPT) + "..." : line;
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
