package org.muscat.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Texts and JSON at random, with whatever breaks careless programs among them. */
final class RandomJson {

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "null",
          "\u0000",
          "\r\nSet-Cookie: a=b",
          "../../etc/passwd",
          "%00",
          "'; drop table publication; --",
          "<script>alert(1)</script>",
          "\ud83d\ude00\u202e",
          "-999999999999999999999",
          "1e999",
          "NaN",
          "{\"a\":".repeat(50),
          "x".repeat(400),
          "2019-02-30T00:00:00Z",
          "0001-01-01T00:00:00Z",
          "9999-12-31T23:59:59Z",
          "+1000000000-01-01T00:00:00Z",
          "2025-01-20T00:00:00+02:00");

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** Some text. */
  String text() {
    if (random.nextBoolean()) {
      return NASTY.get(random.nextInt(NASTY.size()));
    }
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append((char) (random.nextBoolean() ? 32 + random.nextInt(95) : random.nextInt(0xd7ff)));
    }
    return text.toString();
  }

  /** A value that a schema allows, as a parameter or a body has it. */
  String like(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size())).asText();
    }
    if (schema.path("format").asText().equals("date-time")) {
      // Most in the days of which something is known.
      return Instant.parse("2025-01-01T00:00:00Z")
          .plusSeconds((long) (random.nextGaussian() * 30 * 86_400))
          .toString();
    }
    return switch (schema.path("type").asText()) {
      case "integer" ->
          String.valueOf(
              schema.path("minimum").asInt()
                  + random.nextInt(
                      schema.path("maximum").asInt() - schema.path("minimum").asInt() + 1));
      case "boolean" -> String.valueOf(random.nextBoolean());
      case "object" -> object(schema);
      default -> "some reason";
    };
  }

  private String object(JsonNode schema) {
    StringBuilder object = new StringBuilder("{");
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean required = schema.path("required").toString().contains(property.getKey());
      if (required || random.nextBoolean()) {
        object.append(object.length() == 1 ? "" : ",");
        object.append('"').append(property.getKey()).append("\":").append(value(property));
      }
    }
    return object.append('}').toString();
  }

  private String value(Map.Entry<String, JsonNode> property) {
    return switch (property.getKey()) {
      case "readings" -> "{\"one\":" + random.nextGaussian() * 100 + "}";
      case "weights" -> "{\"first\":" + (0.1 + random.nextDouble()) + "}";
      default -> JsonNodeFactory.instance.textNode(like(property.getValue())).toString();
    };
  }

  /** JSON of any shape. */
  String any(int depth) {
    int kind = random.nextInt(depth == 0 ? 5 : 10);
    return switch (kind) {
      case 0 -> "null";
      case 1 -> String.valueOf(random.nextBoolean());
      case 2 -> String.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300));
      case 3 -> "1" + "0".repeat(random.nextInt(1_200));
      case 9 -> '"' + "x".repeat(random.nextInt(9_000)) + '"';
      case 4 -> JsonNodeFactory.instance.textNode(text()).toString();
      case 5 -> "[" + any(depth - 1) + "," + any(depth - 1) + "]";
      default ->
          "{"
              + key()
              + ":"
              + any(depth - 1)
              + ","
              + (oneIn(3)
                  ? '"' + "k".repeat(random.nextInt(9_000)) + '"'
                  : JsonNodeFactory.instance.textNode(text()).toString())
              + ":"
              + any(depth - 1)
              + "}";
    };
  }

  private String key() {
    return List.of("\"asOf\"", "\"readings\"", "\"weights\"", "\"reason\"").get(random.nextInt(4));
  }
}
