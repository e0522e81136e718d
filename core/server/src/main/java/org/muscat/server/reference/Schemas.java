package org.muscat.server.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.document.Json;

/** The JSON Schemas (draft 2020-12) of everything that people configure, for editors. */
public final class Schemas {

  private Schemas() {}

  /**
   * The schemas with the options that these plugins offer.
   *
   * @return texts by file names: {@code muscat.schema.json} for muscat.yaml, {@code
   *     model.schema.json} for model files, and one for the options of each feed and indicator
   */
  public static Map<String, String> of(LoadedPlugins plugins) {
    Map<String, String> files = new TreeMap<>();
    put(files, "muscat", MuscatSchema.of(plugins));
    put(files, "model", ModelSchema.of(plugins));
    for (String id : plugins.feedIds()) {
      plugins
          .feed(id)
          .ifPresent(
              feed ->
                  put(
                      files,
                      "feed-" + id,
                      Nodes.document(
                          "Options of the feed " + id,
                          OptionSchema.bindable().mapping(feed.options()))));
    }
    for (String id : plugins.indicatorIds()) {
      plugins
          .indicator(id)
          .ifPresent(
              indicator ->
                  put(
                      files,
                      "indicator-" + id,
                      Nodes.document(
                          "Options of the indicator " + id,
                          OptionSchema.bindable().mapping(indicator.options()))));
    }
    return files;
  }

  private static void put(Map<String, String> files, String name, ObjectNode schema) {
    files.put(name + ".schema.json", Json.pretty(schema) + "\n");
  }
}
