package org.muscat.server.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muscat.host.config.OptionDescriptor;

/** Writes options as JSON Schema 2020-12. */
final class OptionSchema {

  /** A value that is put in later, such as <code>${strait}</code>. */
  private static final String BOUND = "\\$\\{[^}:]+\\}";

  private static final String SECRET = "^\\$\\{(env|file):[^}]+\\}$";

  private final boolean bindable;

  private OptionSchema(boolean bindable) {
    this.bindable = bindable;
  }

  /** For options whose values stand as they are. */
  static OptionSchema plain() {
    return new OptionSchema(false);
  }

  /** For options of which a value may be put in later. */
  static OptionSchema bindable() {
    return new OptionSchema(true);
  }

  /** A mapping with these options and no others. */
  ObjectNode mapping(List<OptionDescriptor> options) {
    ObjectNode schema = Nodes.object();
    ArrayNode types = schema.putArray("type").add("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode all = Nodes.array();
    for (OptionDescriptor option : options) {
      properties.set(option.name(), option(option));
      for (String former : option.formerNames()) {
        properties.set(
            former,
            option(option)
                .put("deprecated", true)
                .put("description", "now called '" + option.name() + "'"));
      }
      if (option.required()) {
        all.add(oneOfItsNames(option));
      }
    }
    if (all.isEmpty()) {
      types.add("null");
    } else {
      schema.set("allOf", all);
    }
    return schema.put("additionalProperties", false);
  }

  /** Whether something must stand in a mapping with these options. */
  static boolean isRequired(List<OptionDescriptor> options) {
    return options.stream().anyMatch(OptionDescriptor::required);
  }

  private static ObjectNode oneOfItsNames(OptionDescriptor option) {
    if (option.formerNames().isEmpty()) {
      return requiring(option.name());
    }
    ObjectNode schema = Nodes.object();
    ArrayNode any = schema.putArray("anyOf").add(requiring(option.name()));
    option.formerNames().forEach(former -> any.add(requiring(former)));
    return schema;
  }

  private static ObjectNode requiring(String name) {
    ObjectNode schema = Nodes.object();
    schema.putArray("required").add(name);
    return schema;
  }

  ObjectNode option(OptionDescriptor option) {
    ObjectNode value = option.list() ? list(option) : single(option);
    ObjectNode schema = value;
    if (bindable || option.optional()) {
      schema = Nodes.object();
      ArrayNode any = schema.putArray("anyOf").add(value);
      if (option.optional()) {
        any.addObject().put("type", "null");
      }
      if (bindable) {
        any.addObject().put("type", "string").put("pattern", BOUND);
      }
    }
    schema.put("description", description(option));
    return schema;
  }

  private static String description(OptionDescriptor option) {
    return option.doc()
        + (option.defaultValue().isEmpty() ? "" : " (default: " + option.defaultValue() + ")")
        + (option.example().isEmpty() ? "" : "; such as " + option.example());
  }

  private ObjectNode list(OptionDescriptor option) {
    ObjectNode list = Nodes.object().put("type", "array");
    ObjectNode item = single(option);
    if (bindable) {
      ObjectNode any = Nodes.object();
      any.putArray("anyOf")
          .add(item)
          .add(Nodes.object().put("type", "string").put("pattern", BOUND));
      item = any;
    }
    list.set("items", item);
    return list;
  }

  private static ObjectNode single(OptionDescriptor option) {
    ObjectNode schema = Nodes.object();
    switch (option.type()) {
      case "integer", "number" -> limits(schema.put("type", option.type()), option);
      case "boolean" -> schema.put("type", "boolean");
      case "duration" -> schema.put("type", "string").put("pattern", "^[-+]?[Pp]");
      case "date" -> schema.put("type", "string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
      case "instant" -> schema.put("type", "string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}[Tt]");
      case "secret" -> schema.put("type", "string").put("pattern", SECRET);
      case "uri", "path" -> schema.put("type", "string");
      case "choice" -> schema.put("type", "string");
      // YAML takes 12 and true for something else than texts; Muscat does not.
      default -> schema.putArray("type").add("string").add("number").add("boolean");
    }
    if (!option.values().isEmpty()) {
      ArrayNode values = schema.putArray("enum");
      option.values().forEach(values::add);
    }
    if (!option.pattern().isEmpty() && !option.type().equals("secret")) {
      schema.put("pattern", "^(?:" + option.pattern() + ")$");
    }
    return schema;
  }

  private static void limits(ObjectNode schema, OptionDescriptor option) {
    if (Double.isFinite(option.min())) {
      schema.put("minimum", option.min());
    }
    if (Double.isFinite(option.max())) {
      schema.put("maximum", option.max());
    }
  }
}
