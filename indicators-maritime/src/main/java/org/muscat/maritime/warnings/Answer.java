package org.muscat.maritime.warnings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.web.JsonAnswer;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;

/**
 * One answer of the NGA.
 *
 * @param warnings as they came, whatever they are; at least one
 */
record Answer(List<? extends @Nullable Object> warnings) {

  /** The recorded answer has 454; more are no list of warnings in force. */
  static final int MOST_WARNINGS = 5_000;

  private static final String LIST = "broadcast-warn";

  /**
   * Reads an answer.
   *
   * @throws FeedException {@code BAD_DATA} if it is no JSON, {@code SOURCE_CHANGED} if it has no
   *     list or an empty one: the seas are never without a warning; {@code SOURCE_FAILED} if it
   *     holds an error; {@code TOO_LARGE} if it has too many
   */
  static Answer read(HttpAnswer answer) throws FeedException {
    JsonAnswer json = JsonAnswer.read(answer);
    List<? extends @Nullable Object> warnings =
        json.list(LIST).orElseThrow(() -> withoutList(json));
    if (warnings.isEmpty()) {
      throw json.failure(
          Reason.SOURCE_CHANGED, "no warnings at all, so that it refuses or has changed");
    }
    if (warnings.size() > MOST_WARNINGS) {
      throw json.failure(
          Reason.TOO_LARGE, warnings.size() + " warnings, more than " + MOST_WARNINGS);
    }
    return new Answer(warnings);
  }

  private static FeedException withoutList(JsonAnswer json) {
    return json.member("error") == null
        ? json.failure(Reason.SOURCE_CHANGED, "JSON without a list '" + LIST + "'")
        : json.failure(Reason.SOURCE_FAILED, "an error under status 200");
  }
}
