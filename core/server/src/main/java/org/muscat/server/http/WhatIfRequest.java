package org.muscat.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The body of a what-if: {@code {"asOf": "2019-09-20T00:00:00Z", "readings": {"oil-fear": 70},
 * "weights": {"energy": 0.5}}}; each may be left out.
 *
 * @param asOf as it was written; null for that of the published index
 * @param readings by the ids of inputs
 * @param weights by the ids of pillars and indicators
 */
record WhatIfRequest(
    @Nullable String asOf, Map<String, Double> readings, Map<String, Double> weights) {

  private static final List<String> KEYS = List.of("asOf", "readings", "weights");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /**
   * Reads a body.
   *
   * @throws Problem that names what is wrong
   */
  static WhatIfRequest read(String body) {
    JsonNode root;
    try {
      root = MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage());
    }
    if (!root.isObject()) {
      throw Problem.badRequest("the body is not a JSON object with " + String.join(", ", KEYS));
    }
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw Problem.unprocessable(
            "'" + entry.getKey() + "' is not known; there are " + String.join(", ", KEYS));
      }
    }
    JsonNode asOf = root.path("asOf");
    if (!asOf.isMissingNode() && !asOf.isNull() && !asOf.isTextual()) {
      throw Problem.unprocessable("asOf is " + asOf + ", not an instant in quotes");
    }
    return new WhatIfRequest(
        asOf.isTextual() ? asOf.asText() : null,
        numbers(root, "readings"),
        numbers(root, "weights"));
  }

  private static Map<String, Double> numbers(JsonNode root, String key) {
    JsonNode node = root.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return Map.of();
    }
    if (!node.isObject()) {
      throw Problem.unprocessable(key + " is " + node + ", not an object of numbers by id");
    }
    Map<String, Double> numbers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
        throw Problem.unprocessable(
            "'" + entry.getKey() + "' of " + key + " is " + value + ", not a finite number");
      }
      numbers.put(entry.getKey(), value.doubleValue());
    }
    return numbers;
  }
}
