package org.muscat.server.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muscat.host.IndicatorHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.server.document.Json;
import org.muscat.spi.Role;

/**
 * Writes a configuration for a plugin that has none: each feed, and one theatre with the indicators
 * that a model can hold without being told more. Options keep their defaults; one that has none
 * gets its example.
 */
final class GeneratedConfig {

  static final String CONFIG = "muscat.yaml";
  static final String MODEL = "model.yaml";

  private static final String HEAD = "# Made by muscat dev. To say more, copy this to src/dev.\n";

  private static final Set<String> QUOTED = Set.of("text", "secret", "path", "uri", "choice");

  private final Workplace workplace;
  private final LoadedPlugins plugins;

  GeneratedConfig(Workplace workplace, LoadedPlugins plugins) {
    this.workplace = workplace;
    this.plugins = plugins;
  }

  /** Whether there is something for a theatre to score. */
  boolean hasModel() {
    return !indicators(Role.PILLAR).isEmpty();
  }

  /**
   * Writes what the author has not written.
   *
   * @param folder to write into
   * @return the file muscat.yaml
   */
  Path write(Path folder) throws IOException {
    Path own = workplace.own().resolve(CONFIG);
    if (Files.exists(own)) {
      return own;
    }
    Files.createDirectories(folder);
    Path model = workplace.own().resolve(MODEL);
    if (Files.exists(model)) {
      return Files.writeString(folder.resolve(CONFIG), config(model.toString()));
    }
    Files.writeString(folder.resolve(MODEL), model());
    return Files.writeString(folder.resolve(CONFIG), config(MODEL));
  }

  private String config(String model) {
    StringBuilder yaml = new StringBuilder(HEAD);
    yaml.append("models: [").append(Json.compact(model)).append("]\n");
    yaml.append("heartbeat: PT2S\n");
    if (Files.isDirectory(workplace.recorded())) {
      yaml.append("http: {replay: ")
          .append(Json.compact(workplace.recorded().toString()))
          .append("}\n");
    }
    List<String> feeds = new ArrayList<>();
    for (String id : plugins.feedIds()) {
      feeds.add(
          "  - {feed: "
              + id
              + plugins.feed(id).map(feed -> config(feed.options())).orElse("")
              + "}\n");
    }
    return yaml.append(feeds.isEmpty() ? "" : "feeds:\n" + String.join("", feeds)).toString();
  }

  private String model() {
    StringBuilder yaml = new StringBuilder(HEAD);
    List<IndicatorHandle> pillars = indicators(Role.PILLAR);
    String title = pillars.isEmpty() ? "nothing" : pillars.get(0).plugin().title();
    yaml.append("model: dev\nversion: 1\nminimum-live: 1\n")
        .append("theatres: [{id: dev, title: ")
        .append(Json.compact(title + " (DEV)"))
        .append("}]\npillars:\n  dev:\n    weight: 1\n    indicators:\n");
    pillars.forEach(indicator -> yaml.append("      ").append(member(indicator)).append('\n'));
    List<IndicatorHandle> words = indicators(Role.STATUS);
    if (!words.isEmpty()) {
      yaml.append("status:\n");
      words.forEach(indicator -> yaml.append("  ").append(member(indicator)).append('\n'));
    }
    yaml.append(opacity()).append(structure());
    return yaml.toString();
  }

  private static String member(IndicatorHandle indicator) {
    return indicator.descriptor().id() + ": {weight: 1" + config(indicator.options()) + "}";
  }

  private String opacity() {
    List<String> all = indicators(Role.OPACITY).stream().map(GeneratedConfig::input).toList();
    return all.isEmpty() ? "" : "opacity: [" + String.join(", ", all) + "]\n";
  }

  /** A model holds one of these. */
  private String structure() {
    return indicators(Role.STRUCTURE).stream()
        .findFirst()
        .map(indicator -> "structure: " + input(indicator) + "\n")
        .orElse("");
  }

  private static String input(IndicatorHandle indicator) {
    return "{indicator: " + indicator.descriptor().id() + config(indicator.options()) + "}";
  }

  /** What has no default: a missing example is told by whoever reads the file. */
  static String config(List<OptionDescriptor> options) {
    String given =
        options.stream()
            .filter(OptionDescriptor::required)
            .filter(option -> !option.example().isEmpty())
            .map(option -> option.name() + ": " + example(option))
            .collect(Collectors.joining(", "));
    return given.isEmpty() ? "" : ", config: {" + given + "}";
  }

  /** A text may hold what means something else between braces, such as a comma. */
  private static String example(OptionDescriptor option) {
    return QUOTED.contains(option.type()) && !option.list()
        ? Json.compact(option.example())
        : option.example();
  }

  private List<IndicatorHandle> indicators(Role role) {
    return plugins.indicatorIds().stream()
        .flatMap(id -> plugins.indicator(id).stream())
        .filter(indicator -> indicator.descriptor().role() == role)
        .toList();
  }
}
