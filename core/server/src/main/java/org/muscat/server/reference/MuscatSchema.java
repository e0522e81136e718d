package org.muscat.server.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muscat.host.FeedHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.server.config.MuscatYaml;
import org.muscat.server.config.MuscatYaml.Group;

/** The JSON Schema of muscat.yaml. */
final class MuscatSchema {

  private static final OptionSchema OPTIONS = OptionSchema.plain();
  private static final OptionSchema FEED_OPTIONS = OptionSchema.bindable();

  private final LoadedPlugins plugins;

  private MuscatSchema(LoadedPlugins plugins) {
    this.plugins = plugins;
  }

  /** With the options of the feeds that these plugins offer. */
  static ObjectNode of(LoadedPlugins plugins) {
    return Nodes.document("muscat.yaml", new MuscatSchema(plugins).group(root()));
  }

  private static Group root() {
    return MuscatYaml.GROUPS.get(0);
  }

  private ObjectNode group(Group group) {
    ObjectNode schema = OPTIONS.mapping(group.options());
    ObjectNode properties = (ObjectNode) schema.get("properties");
    for (Group inner : MuscatYaml.GROUPS) {
      if (inner.isUnder(group.path())) {
        properties.set(inner.name(), shaped(inner));
      }
    }
    if (group.path().equals("feeds")) {
      addConfigs(schema, properties);
    }
    return schema;
  }

  private ObjectNode shaped(Group group) {
    ObjectNode one = group(group);
    ObjectNode schema =
        switch (group.shape()) {
          case ONE, IN_EACH -> one;
          case LIST -> {
            ObjectNode list = Nodes.object().put("type", "array");
            list.set("items", one);
            yield list;
          }
          case BY_NAME -> {
            ObjectNode map = Nodes.object().put("type", "object");
            map.set("additionalProperties", one);
            yield map;
          }
        };
    return schema.put("description", group.doc());
  }

  private void addConfigs(ObjectNode feed, ObjectNode properties) {
    ObjectNode any = properties.putObject("config");
    any.putArray("type").add("object").add("null");
    any.put("description", "the feed's own options; ${home} is the folder of the installation");
    ArrayNode known = ((ObjectNode) properties.get("feed")).putArray("enum");
    ArrayNode all = feed.withArray("allOf");
    for (String id : plugins.feedIds()) {
      known.add(id);
      List<OptionDescriptor> options = plugins.feed(id).map(FeedHandle::options).orElse(List.of());
      ObjectNode config = Nodes.object();
      config.putObject("properties").set("config", FEED_OPTIONS.mapping(options));
      if (OptionSchema.isRequired(options)) {
        config.putArray("required").add("config");
      }
      all.add(Nodes.ifThen(Nodes.keyIs("feed", id), config));
    }
  }
}
