package org.muscat.server.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes JSON. */
final class Nodes {

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private Nodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A schema that stands by itself. */
  static ObjectNode document(String title, ObjectNode schema) {
    ObjectNode document = object().put("$schema", DRAFT).put("title", title);
    document.setAll(schema);
    return document;
  }

  /** Holds if the value of a key of a mapping is just this one. */
  static ObjectNode keyIs(String key, String value) {
    ObjectNode condition = object();
    condition.put("type", "object").putObject("properties").putObject(key).put("const", value);
    condition.putArray("required").add(key);
    return condition;
  }

  static ObjectNode ifThen(ObjectNode condition, ObjectNode consequence) {
    ObjectNode schema = object();
    schema.set("if", condition);
    schema.set("then", consequence);
    return schema;
  }

  static ObjectNode ref(String definition) {
    return object().put("$ref", "#/$defs/" + definition);
  }
}
