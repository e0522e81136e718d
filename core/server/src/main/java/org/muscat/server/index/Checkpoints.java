package org.muscat.server.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Published;
import org.muscat.engine.regime.RegimePosterior;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreMemory.Held;
import org.muscat.engine.theatre.Volatility;
import org.muscat.spi.Measured;

/**
 * Writes what a fold remembers as JSON, and reads it. Numbers are written so that they are read as
 * the same bits.
 */
final class Checkpoints {

  /** It writes a number alike on every Java. */
  private static final ObjectMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build());

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Checkpoints() {}

  /** The memory as one line of JSON. */
  static String write(TheatreMemory memory) {
    ObjectNode node = NODES.objectNode();
    node.put("at", text(memory.at()));
    ObjectNode held = node.putObject("held");
    memory.held().forEach((id, last) -> held.set(id, held(last)));
    Published published = memory.published();
    node.set(
        "published",
        published == null
            ? NODES.nullNode()
            : NODES
                .objectNode()
                .put("index", published.index())
                .put("at", published.at().toString()));
    node.set("regime", RegimeStates.write(memory.regime()));
    ArrayNode posterior = node.putArray("posterior");
    memory.posterior().probabilities().forEach(posterior::add);
    ArrayNode dynamic = node.putArray("dynamic");
    for (OptionalDouble point : memory.volatility().dynamic()) {
      dynamic.add(point.isPresent() ? NODES.numberNode(point.getAsDouble()) : NODES.nullNode());
    }
    return line(node);
  }

  private static String line(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every tree can be written", e);
    }
  }

  /**
   * The memory that was written.
   *
   * @throws IllegalStateException if it is not what {@link #write} writes
   */
  static TheatreMemory read(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      Map<String, Held> held = new TreeMap<>();
      for (Map.Entry<String, JsonNode> entry : node.required("held").properties()) {
        held.put(entry.getKey(), held(entry.getValue()));
      }
      JsonNode published = node.required("published");
      List<Double> posterior = new ArrayList<>();
      node.required("posterior").forEach(one -> posterior.add(one.doubleValue()));
      List<OptionalDouble> dynamic = new ArrayList<>();
      for (JsonNode one : node.required("dynamic")) {
        dynamic.add(one.isNull() ? OptionalDouble.empty() : OptionalDouble.of(one.doubleValue()));
      }
      return new TheatreMemory(
          moment(node.required("at")),
          held,
          published.isNull()
              ? null
              : new Published(
                  published.required("index").doubleValue(),
                  Instant.parse(published.required("at").asText())),
          RegimeStates.read(node.required("regime")),
          new RegimePosterior(posterior),
          Volatility.of(dynamic));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalStateException("a stored checkpoint cannot be read: " + e.getMessage(), e);
    }
  }

  private static ObjectNode held(Held last) {
    Measured measured = last.measured();
    ObjectNode node =
        NODES
            .objectNode()
            .put("value", measured.value())
            .put("observedAt", measured.observedAt().toString())
            .put("caveat", measured.caveat().orElse(null));
    ObjectNode facts = node.putObject("facts");
    measured.facts().forEach(facts::put);
    return node.put("at", last.at().toString());
  }

  private static Held held(JsonNode node) {
    Measured measured =
        Measured.of(
            node.required("value").doubleValue(),
            Instant.parse(node.required("observedAt").asText()));
    if (!node.required("caveat").isNull()) {
      measured = measured.partial(node.required("caveat").asText());
    }
    for (Map.Entry<String, JsonNode> fact : node.required("facts").properties()) {
      measured = measured.fact(fact.getKey(), fact.getValue().asText());
    }
    return new Held(measured, Instant.parse(node.required("at").asText()));
  }

  static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  private static @Nullable Instant moment(JsonNode node) {
    return node.isNull() ? null : Instant.parse(node.asText());
  }
}
