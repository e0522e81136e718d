package org.muscat.server.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.muscat.host.IndicatorHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.spi.Role;

/** The JSON Schema of model files. */
final class ModelSchema {

  private static final String ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

  private final LoadedPlugins plugins;

  private ModelSchema(LoadedPlugins plugins) {
    this.plugins = plugins;
  }

  /** With the options of the indicators that these plugins offer. */
  static ObjectNode of(LoadedPlugins plugins) {
    return Nodes.document("A model of Muscat", new ModelSchema(plugins).model());
  }

  private ObjectNode model() {
    ObjectNode schema = closed(List.of("model", "version", "theatres", "pillars"));
    ObjectNode keys = (ObjectNode) schema.get("properties");
    keys.set("model", text().put("pattern", ID));
    keys.set("version", Nodes.object().put("type", "integer").put("minimum", 1));
    keys.set("theatres", list(theatre()).put("minItems", 1));
    keys.set("pillars", byName(pillar()));
    keys.set("status", members(Set.of(Role.STATUS)));
    keys.set("sources", list(text()));
    for (String number : List.of("power", "coverage-floor")) {
      keys.set(number, number());
    }
    keys.set("minimum-live", Nodes.object().put("type", "integer").put("minimum", 1));
    keys.set("structure", input("without-framework", number()));
    keys.set("opacity", oneOrMore(input("points", number())));
    keys.set("response", numbers("eta-down", "eta-up"));
    keys.set("axes", axes());
    keys.set("regime", regime());
    keys.set("margin", margin());
    keys.set("history", history());
    ObjectNode definitions = schema.putObject("$defs");
    for (String id : plugins.indicatorIds()) {
      definitions.set("config-" + id, OptionSchema.bindable().mapping(options(id)));
    }
    definitions.set("member", member(List.of("scale"), scale()));
    definitions.set("part", member(List.of("map"), level()));
    definitions.set("input", input("", Nodes.object()));
    return schema;
  }

  private ObjectNode theatre() {
    ObjectNode schema = closed(List.of("id"));
    ObjectNode keys = (ObjectNode) schema.get("properties");
    keys.set("id", text().put("pattern", ID));
    keys.set("title", text());
    keys.set("bind", Nodes.object().put("type", "object"));
    return schema;
  }

  private ObjectNode pillar() {
    ObjectNode schema = closed(List.of("weight", "indicators"));
    ObjectNode keys = (ObjectNode) schema.get("properties");
    keys.set("weight", number().put("exclusiveMinimum", 0));
    keys.set("indicators", members(Set.of(Role.PILLAR)));
    return schema;
  }

  /** A weight, or a mapping; a key that is the id of an indicator stands for it. */
  private ObjectNode members(Set<Role> roles) {
    return named(roles, "member");
  }

  private ObjectNode named(Set<Role> roles, String definition) {
    ObjectNode schema = Nodes.object().put("type", "object");
    ObjectNode keys = schema.putObject("properties");
    for (String id : plugins.indicatorIds()) {
      if (plugins
          .indicator(id)
          .filter(one -> roles.contains(one.descriptor().role()))
          .isPresent()) {
        ObjectNode condition = Nodes.object().put("type", "object");
        condition.putObject("not").putArray("required").add("indicator");
        ObjectNode one = Nodes.object();
        one.putArray("allOf")
            .add(Nodes.ref(definition))
            .add(Nodes.ifThen(condition, withConfig(id)));
        keys.set(id, one);
      }
    }
    schema.set("additionalProperties", naming(definition));
    return schema;
  }

  /** For a key that is no indicator, which has to name one. */
  private static ObjectNode naming(String definition) {
    ObjectNode named = Nodes.object().put("type", "object");
    named.putArray("required").add("indicator");
    ObjectNode schema = Nodes.object();
    schema.putArray("allOf").add(Nodes.ref(definition)).add(named);
    return schema;
  }

  private ObjectNode withConfig(String id) {
    ObjectNode schema = Nodes.object();
    schema.putObject("properties").set("config", Nodes.ref("config-" + id));
    if (OptionSchema.isRequired(options(id))) {
      schema.putArray("required").add("config");
    }
    return schema;
  }

  private ObjectNode member(List<String> names, ObjectNode extra) {
    ObjectNode mapping = closed(List.of());
    ObjectNode keys = (ObjectNode) mapping.get("properties");
    keys.set("weight", number());
    addIndicator(keys);
    names.forEach(name -> keys.set(name, extra));
    mapping.set("allOf", configs());
    ObjectNode schema = Nodes.object();
    schema.putArray("anyOf").add(number()).add(mapping);
    return schema;
  }

  private static ObjectNode oneOrMore(ObjectNode one) {
    ObjectNode schema = Nodes.object();
    schema.putArray("anyOf").add(one).add(list(one.deepCopy()));
    return schema;
  }

  /** An indicator with its options, and one key more. */
  private ObjectNode input(String name, ObjectNode extra) {
    ObjectNode schema = closed(List.of("indicator"));
    ObjectNode keys = (ObjectNode) schema.get("properties");
    addIndicator(keys);
    if (!name.isEmpty()) {
      keys.set(name, extra);
    }
    schema.set("allOf", configs());
    return schema;
  }

  private void addIndicator(ObjectNode keys) {
    ArrayNode known = keys.putObject("indicator").putArray("enum");
    plugins.indicatorIds().forEach(known::add);
    keys.putObject("config").putArray("type").add("object").add("null");
  }

  private ArrayNode configs() {
    ArrayNode all = Nodes.array();
    for (String id : plugins.indicatorIds()) {
      all.add(Nodes.ifThen(Nodes.keyIs("indicator", id), withConfig(id)));
    }
    return all;
  }

  private List<OptionDescriptor> options(String indicator) {
    return plugins.indicator(indicator).map(IndicatorHandle::options).orElse(List.of());
  }

  private ObjectNode axes() {
    ObjectNode schema = closed(List.of());
    ObjectNode keys = (ObjectNode) schema.get("properties");
    for (String axis : List.of("dialogue", "pressure", "kinetic")) {
      keys.set(axis, byName(Nodes.ref("part")));
    }
    return schema;
  }

  private static ObjectNode regime() {
    ObjectNode schema = closed(List.of());
    ObjectNode keys = (ObjectNode) schema.get("properties");
    keys.putObject("thresholds").put("const", "default");
    keys.set("rho", number().put("exclusiveMinimum", 0));
    for (String input : List.of("strait", "agreement", "ultimatum", "mediation")) {
      ObjectNode either = Nodes.object();
      either.putArray("anyOf").add(text()).add(Nodes.ref("input"));
      keys.set(input, either);
    }
    return schema;
  }

  private static ObjectNode margin() {
    ObjectNode schema = numbers("days", "drift");
    ObjectNode cuts = list(number()).put("minItems", 4).put("maxItems", 4);
    ((ObjectNode) schema.get("properties")).set("cuts", cuts);
    return schema;
  }

  private static ObjectNode history() {
    ObjectNode schema = closed(List.of());
    ObjectNode keys = (ObjectNode) schema.get("properties");
    keys.set("from", text());
    keys.set("warm-up", text().put("pattern", "^[Pp]"));
    return schema;
  }

  private static ObjectNode scale() {
    ObjectNode schema = numbers("calm", "stressed");
    schema.putArray("required").add("calm").add("stressed");
    choice(schema, List.of("logistic", "log-logistic"));
    return schema;
  }

  private static ObjectNode level() {
    ObjectNode schema = numbers("zero", "one", "mean");
    schema.putArray("required").add("shape");
    choice(schema, List.of("linear", "normal", "intensity"));
    return schema;
  }

  private static void choice(ObjectNode schema, List<String> shapes) {
    ArrayNode known = ((ObjectNode) schema.get("properties")).putObject("shape").putArray("enum");
    shapes.forEach(known::add);
  }

  private static ObjectNode numbers(String... names) {
    ObjectNode schema = closed(List.of());
    for (String name : names) {
      ((ObjectNode) schema.get("properties")).set(name, number());
    }
    return schema;
  }

  /** A mapping with these required keys and those that are put into it; no others. */
  private static ObjectNode closed(List<String> required) {
    ObjectNode schema = Nodes.object().put("type", "object");
    schema.putObject("properties");
    if (!required.isEmpty()) {
      ArrayNode names = schema.putArray("required");
      required.forEach(names::add);
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode byName(ObjectNode one) {
    ObjectNode schema = Nodes.object().put("type", "object");
    schema.set("additionalProperties", one);
    return schema;
  }

  private static ObjectNode list(ObjectNode item) {
    ObjectNode schema = Nodes.object().put("type", "array");
    schema.set("items", item);
    return schema;
  }

  private static ObjectNode text() {
    return Nodes.object().put("type", "string");
  }

  private static ObjectNode number() {
    return Nodes.object().put("type", "number");
  }
}
