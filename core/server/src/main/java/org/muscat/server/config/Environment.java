package org.muscat.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Suggestion;

/**
 * Variables of the environment that stand for options of muscat.yaml: {@code MUSCAT_LISTEN_PORT}
 * for {@code listen.port}. They are put over what the file says, and read as if they stood there.
 */
final class Environment {

  private static final String PREFIX = "MUSCAT_";

  /** What the start script and the log read. */
  private static final Set<String> OTHERS =
      Set.of("MUSCAT_JAVA_OPTS", "MUSCAT_LOG_LEVEL", "MUSCAT_LOG_FORMAT");

  /** Kubernetes sets these for a service that is called muscat. */
  private static final Pattern OF_A_SERVICE =
      Pattern.compile(
          "MUSCAT_(SERVICE_(HOST|PORT(_.*)?)|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

  private static final Pattern NAMED_AS_SECRET = Pattern.compile("\\$\\{env:([^}]+)}");

  private final Map<String, String> variables;
  private final Problems problems;

  private Environment(Map<String, String> variables, Problems problems) {
    this.variables = new TreeMap<>(variables);
    this.problems = problems;
  }

  /**
   * Puts variables over a file.
   *
   * @param root of the file
   * @param variables of the environment, also others
   * @param problems gets those that look as if they were meant for Muscat and are not known
   */
  static ConfigNode over(ConfigNode root, Map<String, String> variables, Problems problems) {
    if (!(root instanceof ConfigNode.Mapping mapping)) {
      return root;
    }
    Environment environment = new Environment(variables, problems);
    environment.addUnknown(namedAsSecrets(root));
    return environment.over(mapping, "");
  }

  /** The variable that stands for each option that can have one, by its name. */
  static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (MuscatYaml.Group group : MuscatYaml.GROUPS) {
      if (group.shape() == MuscatYaml.Shape.ONE) {
        for (OptionDescriptor option : group.options()) {
          String path = group.path().isEmpty() ? option.name() : group.path() + "." + option.name();
          names.put(name(path), path);
        }
      }
    }
    return names;
  }

  static String name(String path) {
    return PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private ConfigNode.Mapping over(ConfigNode.Mapping mapping, String path) {
    Map<String, ConfigNode.Entry> entries = new LinkedHashMap<>();
    mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
    for (MuscatYaml.Group group : MuscatYaml.GROUPS) {
      if (group.shape() != MuscatYaml.Shape.ONE) {
        continue;
      }
      if (group.path().equals(path)) {
        group
            .options()
            .forEach(option -> set(option, path).ifPresent(e -> entries.put(e.key(), e)));
      } else if (group.isUnder(path)) {
        putGroup(group, entries);
      }
    }
    return new ConfigNode.Mapping(mapping.place(), List.copyOf(entries.values()));
  }

  /** A group that the file does not have begins with the first variable that stands for it. */
  private void putGroup(MuscatYaml.Group group, Map<String, ConfigNode.Entry> entries) {
    Optional<String> first =
        names().entrySet().stream()
            .filter(name -> name.getValue().startsWith(group.path() + "."))
            .map(Map.Entry::getKey)
            .filter(variables::containsKey)
            .findFirst();
    ConfigNode.Entry given = entries.get(group.name());
    if (first.isEmpty() || (given != null && !isMapping(given.value()))) {
      return;
    }
    Place place = new Place(first.get(), 0, group.path());
    ConfigNode.Entry entry =
        given != null && given.value() instanceof ConfigNode.Mapping
            ? given
            : new ConfigNode.Entry(group.name(), place, ConfigNode.emptyMapping(place));
    ConfigNode.Mapping inner = (ConfigNode.Mapping) entry.value();
    entries.put(
        group.name(), new ConfigNode.Entry(group.name(), entry.place(), over(inner, group.path())));
  }

  /** Nothing is written as nothing, or as {@code ~}. */
  private static boolean isMapping(ConfigNode node) {
    return node instanceof ConfigNode.Mapping
        || (node instanceof ConfigNode.Scalar scalar && scalar.absent());
  }

  private Optional<ConfigNode.Entry> set(OptionDescriptor option, String group) {
    String path = group.isEmpty() ? option.name() : group + "." + option.name();
    String variable = name(path);
    String text = variables.get(variable);
    if (text == null) {
      return Optional.empty();
    }
    Place place = new Place(variable, 0, path);
    Optional<ConfigNode> value =
        option.list()
            ? ConfigReader.parse(variable, text, problems).map(node -> placed(node, place))
            : Optional.of(new ConfigNode.Scalar(place, text, false));
    return value.map(node -> new ConfigNode.Entry(option.name(), place, node));
  }

  private static ConfigNode placed(ConfigNode node, Place place) {
    if (node instanceof ConfigNode.Sequence sequence) {
      List<ConfigNode> items = new ArrayList<>();
      for (ConfigNode item : sequence.items()) {
        Place at = new Place(place.file(), 0, place.path() + "[" + items.size() + "]");
        items.add(placed(item, at));
      }
      return new ConfigNode.Sequence(place, items);
    }
    return node instanceof ConfigNode.Scalar scalar
        ? new ConfigNode.Scalar(place, scalar.text(), scalar.absent())
        : node.withPath(place.path());
  }

  private void addUnknown(Set<String> secrets) {
    Set<String> known = new TreeSet<>(names().keySet());
    known.addAll(OTHERS);
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(PREFIX)
          && !known.contains(name)
          && !secrets.contains(name)
          && !isOfAService(name, variable.getValue())) {
        problems.add(
            new Place(name, 0, ""),
            "this variable of the environment stands for no option" + Suggestion.of(name, known));
      }
    }
  }

  private static boolean isOfAService(String name, String value) {
    return OF_A_SERVICE.matcher(name).matches()
        || (name.equals("MUSCAT_PORT") && value.startsWith("tcp://"));
  }

  private static Set<String> namedAsSecrets(ConfigNode node) {
    Set<String> names = new TreeSet<>();
    if (node instanceof ConfigNode.Mapping mapping) {
      mapping.entries().forEach(entry -> names.addAll(namedAsSecrets(entry.value())));
    } else if (node instanceof ConfigNode.Sequence sequence) {
      sequence.items().forEach(item -> names.addAll(namedAsSecrets(item)));
    } else if (node instanceof ConfigNode.Scalar scalar) {
      Matcher matcher = NAMED_AS_SECRET.matcher(scalar.text());
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }
}
