package org.muscat.maritime.portwatch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.toolkit.Json;

/**
 * One page of an ArcGIS query.
 *
 * @param features as they came, whatever they are
 * @param exceeded whether the server says that there are more
 */
record Page(List<? extends @Nullable Object> features, boolean exceeded) {

  private static final int EXCERPT = 200;

  /**
   * Reads an answer.
   *
   * @throws FeedException {@code BAD_DATA} if it is no JSON, {@code SOURCE_CHANGED} if it is no
   *     page, or the reason of the error that it holds: ArcGIS sends errors with status 200
   */
  static Page read(HttpAnswer answer) throws FeedException {
    String text = answer.text();
    Object document;
    try {
      document = Json.read(text);
    } catch (IOException e) {
      throw new FeedException(
          Reason.BAD_DATA,
          answer.url() + " answered no JSON: " + excerpt(text) + " (" + firstLine(e) + ")",
          e);
    }
    if (!(document instanceof Map<?, ?> members)) {
      throw changed(answer, text);
    }
    if (members.get("error") != null) {
      throw error(answer, members.get("error"));
    }
    if (!(members.get("features") instanceof List<?> features)) {
      throw changed(answer, text);
    }
    return new Page(features, Boolean.TRUE.equals(members.get("exceededTransferLimit")));
  }

  private static FeedException changed(HttpAnswer answer, String text) {
    return new FeedException(
        Reason.SOURCE_CHANGED,
        answer.url() + " answered JSON without a list 'features': " + excerpt(text));
  }

  private static FeedException error(HttpAnswer answer, @Nullable Object error) {
    Object code = error instanceof Map<?, ?> members ? members.get("code") : null;
    long status = code instanceof Number number ? number.longValue() : 0;
    return new FeedException(
        reason(status),
        answer.url() + " answered an error under status 200: " + excerpt(String.valueOf(error)));
  }

  /**
   * The codes of ArcGIS are those of HTTP, and 498 and 499 for a token that is wrong or missing.
   */
  private static Reason reason(long code) {
    if (code == 401 || code == 403 || code == 498 || code == 499) {
      return Reason.UNAUTHORISED;
    }
    if (code == 429) {
      return Reason.RATE_LIMITED;
    }
    return code >= 500 ? Reason.SOURCE_FAILED : Reason.SOURCE_CHANGED;
  }

  private static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > EXCERPT ? line.substring(0, EXCERPT) + "..." : line;
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
