package org.muscat.server.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.regime.Axes;
import org.muscat.engine.regime.AxisReading;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.regime.RegimeState;
import org.muscat.engine.regime.Strait;

/** Writes the regime of a checkpoint as JSON, and reads it. */
final class RegimeStates {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RegimeStates() {}

  static JsonNode write(@Nullable RegimeState state) {
    if (state == null) {
      return NODES.nullNode();
    }
    Regime suspended = state.suspended();
    ObjectNode node =
        NODES
            .objectNode()
            .put("regime", state.regime().name())
            .put("since", state.since().toString())
            .put("reason", state.reason())
            .put("steps", state.steps())
            .put("quietSteps", state.quietSteps())
            .put("unseenSteps", state.unseenSteps())
            .put("suspended", suspended == null ? null : suspended.name());
    ArrayNode recent = node.putArray("recent");
    for (Axes axes : state.recent()) {
      ObjectNode one = recent.addObject().put("asOf", axes.asOf().toString());
      one.set("dialogue", axis(axes.dialogue()));
      one.set("pressure", axis(axes.pressure()));
      one.set("kinetic", axis(axes.kinetic()));
      one.put("strait", axes.strait().name());
    }
    return node;
  }

  static @Nullable RegimeState read(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    List<Axes> recent = new ArrayList<>();
    for (JsonNode one : node.required("recent")) {
      recent.add(
          new Axes(
              Instant.parse(one.required("asOf").asText()),
              axis(one.required("dialogue")),
              axis(one.required("pressure")),
              axis(one.required("kinetic")),
              Strait.valueOf(one.required("strait").asText())));
    }
    JsonNode suspended = node.required("suspended");
    return new RegimeState(
        Regime.valueOf(node.required("regime").asText()),
        Instant.parse(node.required("since").asText()),
        node.required("reason").asText(),
        node.required("steps").intValue(),
        node.required("quietSteps").intValue(),
        // A checkpoint of an earlier build does not count them.
        node.path("unseenSteps").asInt(0),
        suspended.isNull() ? null : Regime.valueOf(suspended.asText()),
        recent);
  }

  private static ObjectNode axis(AxisReading axis) {
    ObjectNode node = NODES.objectNode().put("level", axis.level()).put("atLeast", axis.atLeast());
    ArrayNode missing = node.putArray("missing");
    axis.missing().forEach(missing::add);
    return node;
  }

  private static AxisReading axis(JsonNode node) {
    JsonNode level = node.required("level");
    List<String> missing = new ArrayList<>();
    node.required("missing").forEach(id -> missing.add(id.asText()));
    return new AxisReading(
        level.isNull() ? null : (Double) level.doubleValue(),
        node.required("atLeast").doubleValue(),
        missing);
  }
}
