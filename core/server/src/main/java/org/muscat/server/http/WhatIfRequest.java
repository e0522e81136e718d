package org.muscat.server.http;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muscat.server.index.Moments;

/**
 * The body of a what-if: {@code {"asOf": "2019-09-20T00:00:00Z", "readings": {"oil-fear": 70},
 * "weights": {"energy": 0.5}}}; each may be left out.
 *
 * @param asOf empty for that of the published index
 * @param readings by the ids of inputs, finite
 * @param weights by the ids of pillars and indicators, finite
 */
record WhatIfRequest(
    Optional<Instant> asOf, Map<String, Double> readings, Map<String, Double> weights) {

  /**
   * Reads a body that fits the contract.
   *
   * @throws Problem that names what is wrong all the same
   */
  static WhatIfRequest read(JsonObject body) {
    return new WhatIfRequest(
        Optional.ofNullable(body.getString("asOf")).map(Moments::parse),
        numbers(body, "readings"),
        numbers(body, "weights"));
  }

  private static Map<String, Double> numbers(JsonObject body, String key) {
    Map<String, Double> numbers = new TreeMap<>();
    JsonObject said = body.getJsonObject(key);
    if (said != null) {
      for (String id : said.fieldNames()) {
        double number = said.getDouble(id);
        if (!Double.isFinite(number)) {
          throw Problem.unprocessable(
              new FieldError("body", "/" + key + "/" + id, null, "is not a finite number"));
        }
        numbers.put(id, number);
      }
    }
    return numbers;
  }
}
