package org.muscat.maritime.warnings;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.toolkit.Json;

/**
 * One answer of the NGA.
 *
 * @param warnings as they came, whatever they are; at least one
 */
record Answer(List<? extends @Nullable Object> warnings) {

  /** The recorded answer has 454; more are no list of warnings in force. */
  static final int MOST_WARNINGS = 5_000;

  private static final String LIST = "broadcast-warn";
  private static final int EXCERPT = 200;

  /**
   * Reads an answer.
   *
   * @throws FeedException {@code BAD_DATA} if it is no JSON, {@code SOURCE_CHANGED} if it has no
   *     list or an empty one: the seas are never without a warning; {@code SOURCE_FAILED} if it
   *     holds an error; {@code TOO_LARGE} if it has too many
   */
  static Answer read(HttpAnswer answer) throws FeedException {
    String text = answer.text();
    Object document;
    try {
      document = Json.read(text);
    } catch (IOException e) {
      throw new FeedException(
          Reason.BAD_DATA, answer.url() + " answered no JSON: " + excerpt(text), e);
    }
    if (document instanceof Map<?, ?> members && members.get(LIST) instanceof List<?> warnings) {
      if (warnings.isEmpty()) {
        throw new FeedException(
            Reason.SOURCE_CHANGED,
            answer.url() + " answered no warnings at all; it refuses or has changed");
      }
      if (warnings.size() > MOST_WARNINGS) {
        throw new FeedException(
            Reason.TOO_LARGE,
            answer.url()
                + " answered "
                + warnings.size()
                + " warnings, more than "
                + MOST_WARNINGS);
      }
      return new Answer(warnings);
    }
    if (document instanceof Map<?, ?> members && members.containsKey("error")) {
      throw new FeedException(
          Reason.SOURCE_FAILED,
          answer.url() + " answered an error under status 200: " + excerpt(text));
    }
    throw new FeedException(
        Reason.SOURCE_CHANGED,
        answer.url() + " answered JSON without a list '" + LIST + "': " + excerpt(text));
  }

  private static String excerpt(String text) {
    String line = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "..." : text;
    return line.replaceAll("\\s+", " ").strip();
  }
}
