package org.muscat.server.http;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.Moments;

/** A schema of the contract, and what is wrong with a value in words. For one event loop. */
final class Schema {

  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("app://muscat")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);

  private final JsonObject schema;
  private final Validator validator;

  /**
   * A schema.
   *
   * @param schema without references
   */
  Schema(JsonObject schema) {
    this.schema = schema.copy();
    // The validator writes into what it is given.
    this.validator = Validator.create(JsonSchema.of(schema.copy()), OPTIONS, Schema::formatFault);
  }

  /** The library has a regular expression for it, on which a long text makes the stack overflow. */
  private static @Nullable String formatFault(String type, @Nullable String format, Object value) {
    return "date-time".equals(format) && value instanceof String text ? Moments.fault(text) : null;
  }

  /** Its keyword {@code type}, if that is one word; else empty. */
  String type() {
    return schema.getValue("type") instanceof String type ? type : "";
  }

  /**
   * Something wrong with a value.
   *
   * @param pointer into the value, such as {@code /readings/oil-fear}; empty for the whole
   * @param value in JSON; null if it is not there
   * @param message without its subject
   */
  record Fault(String pointer, @Nullable String value, String message) {}

  /** Everything that is wrong with a value; none if it fits. */
  List<Fault> faults(@Nullable Object value) {
    OutputUnit result = validator.validate(value);
    if (Boolean.TRUE.equals(result.getValid())) {
      return List.of();
    }
    Map<String, OutputUnit> byPlace = new LinkedHashMap<>();
    if (result.getErrors() != null) {
      result
          .getErrors()
          .forEach(unit -> byPlace.merge(unit.getInstanceLocation(), unit, Schema::nearer));
    }
    List<Fault> faults = new ArrayList<>();
    byPlace.forEach(
        (place, unit) -> {
          boolean isAround =
              byPlace.keySet().stream().anyMatch(other -> other.startsWith(place + "/"));
          if (!isAround) {
            faults.addAll(faults(value, place.substring(1), unit));
          }
        });
    return faults.isEmpty() ? List.of(new Fault("", null, "does not fit the contract")) : faults;
  }

  /**
   * What comes later of one place is the nearer reason; but a property that does not fit is then
   * also said not to be known.
   */
  private static OutputUnit nearer(OutputUnit before, OutputUnit after) {
    boolean isKnown =
        keyword(after).equals("additionalProperties") && !keyword(before).equals("properties");
    return isKnown ? before : after;
  }

  private static String keyword(OutputUnit unit) {
    String location = unit.getKeywordLocation();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private List<Fault> faults(@Nullable Object root, String place, OutputUnit unit) {
    String location = unit.getKeywordLocation();
    String keyword = keyword(unit);
    JsonObject around = at(location.substring(1, location.lastIndexOf('/')));
    Object value = Pointer.at(root, place);
    if (keyword.equals("required") && value instanceof JsonObject object) {
      return around.getJsonArray("required").stream()
          .map(String::valueOf)
          .filter(name -> !object.containsKey(name))
          .map(name -> new Fault(place + "/" + name, null, "is missing"))
          .toList();
    }
    String told = value instanceof String text ? text : Json.encode(value);
    return List.of(new Fault(place, told, message(keyword, around, unit)));
  }

  private JsonObject at(String pointer) {
    Object found = Pointer.at(schema, pointer);
    return found instanceof JsonObject object ? object : new JsonObject();
  }

  private static String message(String keyword, JsonObject around, OutputUnit unit) {
    return switch (keyword) {
      case "type" -> "is not " + types(around.getValue("type"));
      case "enum" -> "is none of " + around.getJsonArray("enum").getList();
      case "minimum", "maximum" ->
          "is not from " + around.getValue("minimum") + " to " + around.getValue("maximum");
      case "minLength" -> "is empty";
      case "maxLength" -> "has more than " + around.getValue("maxLength") + " characters";
      case "additionalProperties" ->
          "is not known; there are "
              + String.join(", ", around.getJsonObject("properties").fieldNames());
      case "maxProperties" -> "is not empty";
      case "pattern" -> "does not match " + around.getString("pattern");
      default -> String.valueOf(unit.getError());
    };
  }

  private static String types(Object type) {
    return type instanceof JsonArray several
        ? several.stream()
            .map(one -> article(String.valueOf(one)))
            .collect(Collectors.joining(" or "))
        : article(String.valueOf(type));
  }

  private static String article(String type) {
    return switch (type) {
      case "null" -> "null";
      case "integer" -> "a whole number";
      case "object", "array" -> "an " + type;
      case "boolean" -> "true or false";
      default -> "a " + type;
    };
  }
}
