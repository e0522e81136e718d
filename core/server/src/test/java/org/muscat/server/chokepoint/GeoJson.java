package org.muscat.server.chokepoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Looks things up in a map of the theatre north. */
final class GeoJson {

  private GeoJson() {}

  static List<String> incidents(JsonNode map) {
    return stream(map.get("features"))
        .map(feature -> feature.get("properties"))
        .filter(properties -> properties.get("kind").asText().equals("incident"))
        .map(properties -> properties.get("key").asText())
        .toList();
  }

  static JsonNode strait(JsonNode map, String indicator) {
    return feature(map, "chokepoint/north/" + indicator).get("properties");
  }

  static JsonNode feature(JsonNode map, String id) {
    return stream(map.get("features"))
        .filter(feature -> feature.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static List<Double> coordinates(JsonNode feature) {
    return stream(feature.at("/geometry/coordinates")).map(JsonNode::asDouble).toList();
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
