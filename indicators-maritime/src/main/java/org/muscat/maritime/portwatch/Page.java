package org.muscat.maritime.portwatch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.web.JsonAnswer;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;

/**
 * One page of an ArcGIS query.
 *
 * @param features as they came, whatever they are
 * @param exceeded whether the server says that there are more
 */
record Page(List<? extends @Nullable Object> features, boolean exceeded) {

  /**
   * Reads an answer.
   *
   * @throws FeedException {@code BAD_DATA} if it is no JSON, {@code SOURCE_CHANGED} if it is no
   *     page, or the reason of the error that it holds: ArcGIS sends errors with status 200
   */
  static Page read(HttpAnswer answer) throws FeedException {
    JsonAnswer json = JsonAnswer.read(answer);
    Object error = json.member("error");
    if (error != null) {
      throw json.failure(reason(error), "an error under status 200");
    }
    return new Page(
        json.list("features")
            .orElseThrow(
                () -> json.failure(Reason.SOURCE_CHANGED, "JSON without a list 'features'")),
        Boolean.TRUE.equals(json.member("exceededTransferLimit")));
  }

  /**
   * The codes of ArcGIS are those of HTTP, and 498 and 499 for a token that is wrong or missing.
   */
  private static Reason reason(Object error) {
    long code =
        error instanceof Map<?, ?> members && members.get("code") instanceof Number number
            ? number.longValue()
            : 0;
    if (code == 401 || code == 403 || code == 498 || code == 499) {
      return Reason.UNAUTHORISED;
    }
    if (code == 429) {
      return Reason.RATE_LIMITED;
    }
    return code >= 500 ? Reason.SOURCE_FAILED : Reason.SOURCE_CHANGED;
  }
}
