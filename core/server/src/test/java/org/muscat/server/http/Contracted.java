package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The contract of the API as another library reads it, and stricter: a field of an answer that it
 * does not name is a fault.
 */
final class Contracted {

  /** Headers of the last page, and of what is not a file to keep, are not there. */
  private static final Set<String> SOMETIMES = Set.of("Link", "Content-Disposition");

  private static final SchemaValidatorsConfig WITH_FORMATS =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode root;
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  Contracted() throws IOException {
    try (InputStream in = Contracted.class.getResourceAsStream("/openapi/muscat.yaml")) {
      root = new ObjectMapper(new YAMLFactory()).readTree(in);
    }
    for (JsonNode schema : root.at("/components/schemas")) {
      if (schema.has("properties") && !schema.has("additionalProperties")) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
    }
  }

  /** An operation of the contract. */
  record Asked(String method, String path, JsonNode said) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** All operations. */
  List<Asked> operations() {
    List<Asked> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        all.add(
            new Asked(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
      }
    }
    return all;
  }

  /** The operation with this id. */
  Asked operation(String id) {
    return operations().stream()
        .filter(one -> one.said().get("operationId").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The parameters of an operation, without references. */
  List<JsonNode> parameters(Asked asked) {
    List<JsonNode> all = new ArrayList<>();
    asked.said().path("parameters").forEach(one -> all.add(resolved(one)));
    return all;
  }

  /** What something refers to, or itself. */
  JsonNode resolved(JsonNode said) {
    return said.has("$ref") ? root.at(said.get("$ref").asText().substring(1)) : said;
  }

  /** Fails unless an answer is one that the contract tells of. */
  void check(Asked asked, String how, HttpResponse<String> answer) throws IOException {
    String what = asked + " " + how + ": " + answer.statusCode() + " " + start(answer.body());
    JsonNode response = resolved(asked.said().at("/responses/" + answer.statusCode()));
    assertThat(response.isObject()).as("undocumented: %s", what).isTrue();
    if (answer.statusCode() == 304) {
      return;
    }
    String type = answer.headers().firstValue("content-type").orElse("").split(";")[0];
    JsonNode content = response.get("content").path(type);
    assertThat(content.isObject()).as("undocumented type %s: %s", type, what).isTrue();
    if (type.endsWith("json")) {
      Set<?> faults =
          schema(content.get("schema")).validate(new ObjectMapper().readTree(answer.body()));
      assertThat(faults).as(what).isEmpty();
    }
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      if (!SOMETIMES.contains(header.getKey())) {
        assertThat(answer.headers().firstValue(header.getKey())).as(what).isPresent();
      }
    }
  }

  /** A validator. */
  JsonSchema schema(JsonNode said) {
    return schemas.computeIfAbsent(
        said.toString(),
        text -> {
          ObjectNode whole = said.deepCopy();
          whole.set("components", root.get("components"));
          return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(whole, WITH_FORMATS);
        });
  }

  private static String start(String body) {
    return body.substring(0, Math.min(body.length(), 300));
  }
}
