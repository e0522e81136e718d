package org.muscat.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The contract of the API, an OpenAPI document: what may be asked, and what is answered. Immutable.
 */
final class Contract {

  private static final String FILE = "/openapi/muscat.yaml";
  private static final String REFERENCE = "$ref";
  private static final Set<String> METHODS = Set.of("get", "post");

  private final String text;
  private final Map<String, Operation> operations;

  private Contract(String text, Map<String, Operation> operations) {
    this.text = text;
    this.operations = Map.copyOf(operations);
  }

  /** The one of this program. Blocks. */
  static Contract load() {
    String text;
    try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + FILE);
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + FILE, e);
    }
    Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return new Contract(text, operations(new JsonObject(root)));
  }

  /** As it is served. */
  String text() {
    return text;
  }

  /** What may be asked of an endpoint; empty if it is none of the API. */
  Optional<Operation> of(Endpoint endpoint) {
    return Optional.ofNullable(operations.get(key(endpoint.method().name(), endpoint.template())));
  }

  /** The methods and paths of all operations, such as {@code GET /api/v1/feeds}. */
  Set<String> keys() {
    return operations.keySet();
  }

  static String key(String method, String template) {
    return HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)) + " " + template;
  }

  private static Map<String, Operation> operations(JsonObject root) {
    Map<String, Operation> operations = new HashMap<>();
    JsonObject paths = root.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject item = paths.getJsonObject(path);
      for (String method : item.fieldNames()) {
        if (METHODS.contains(method)) {
          operations.put(key(method, path), operation(root, item.getJsonObject(method)));
        }
      }
    }
    return operations;
  }

  private static Operation operation(JsonObject root, JsonObject said) {
    List<Operation.Parameter> parameters = new ArrayList<>();
    for (Object reference : said.getJsonArray("parameters", new JsonArray())) {
      JsonObject parameter = resolve(root, (JsonObject) reference);
      parameters.add(
          new Operation.Parameter(
              parameter.getString("name"),
              parameter.getString("in"),
              parameter.getBoolean("required", false),
              new Schema(resolve(root, parameter.getJsonObject("schema")))));
    }
    return new Operation(
        said.getString("operationId"),
        parameters,
        Optional.ofNullable(said.getJsonObject("requestBody")).map(body -> body(root, body)));
  }

  private static Operation.Body body(JsonObject root, JsonObject reference) {
    JsonObject body = resolve(root, reference);
    JsonObject schema =
        body.getJsonObject("content").getJsonObject("application/json").getJsonObject("schema");
    return new Operation.Body(
        body.getBoolean("required", false), new Schema(resolve(root, schema)));
  }

  private static JsonObject resolve(JsonObject root, JsonObject said) {
    String reference = said.getString(REFERENCE);
    return reference == null
        ? said
        : (JsonObject) Objects.requireNonNull(Pointer.at(root, reference.substring(1)), reference);
  }
}
