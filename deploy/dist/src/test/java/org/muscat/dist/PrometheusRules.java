package org.muscat.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of {@code deploy/prometheus} and the runbooks, as they are committed. */
final class PrometheusRules {

  static final Path FOLDER = Path.of("..", "..", "deploy", "prometheus");
  static final Path RUNBOOKS = Path.of("..", "..", "docs", "runbooks");
  static final String ALERTS = "muscat-alerts.rules.yml";
  static final String RECORDINGS = "muscat-recording.rules.yml";

  private static final Pattern METRIC = Pattern.compile("(?<![:\\w])muscat_[a-z0-9_]+(?![:\\w])");
  private static final Pattern RECORDED = Pattern.compile("\\w+:muscat_\\w+:\\w+");
  private static final Pattern SELECTOR =
      Pattern.compile("(?:\\w+:)?muscat_[a-z0-9_]+(?::\\w+)?(?:\\{[^}]*})?");
  private static final Pattern LABEL = Pattern.compile("[{,] *(\\w+) *(?:=~|!~|!=|=) *\"");
  private static final String FIRST_LOOK = "## First look";

  /**
   * A rule.
   *
   * @param name of the alert, or of the series that it records
   * @param node all that the file says of it
   */
  record Rule(String name, JsonNode node) {

    String expression() {
      return node.get("expr").asText();
    }

    String annotation(String key) {
      return node.at("/annotations/" + key).asText();
    }

    /** Of the metrics and recorded series that it reads, with their matchers. */
    List<String> selectors() {
      return PrometheusRules.selectors(expression());
    }
  }

  private PrometheusRules() {}

  static List<Rule> alerts() throws IOException {
    return rules(ALERTS, "alert");
  }

  static List<Rule> recordings() throws IOException {
    return rules(RECORDINGS, "record");
  }

  /** The metrics of Muscat that a text names, recorded series apart. */
  static Set<String> metrics(String text) {
    return all(METRIC, text);
  }

  /** The metrics and recorded series that an expression reads, with their matchers. */
  static List<String> selectors(String expression) {
    Matcher found = SELECTOR.matcher(expression.replaceAll("\\bon \\([^)]*\\)", ""));
    return found.results().map(match -> match.group()).distinct().toList();
  }

  /** The labels that a selector matches. */
  static Set<String> labels(String selector) {
    Set<String> labels = new TreeSet<>();
    LABEL.matcher(selector).results().forEach(match -> labels.add(match.group(1)));
    return labels;
  }

  /** The recorded series that a text names. */
  static Set<String> recorded(String text) {
    return all(RECORDED, text);
  }

  /** The expressions that a runbook asks first; commands of a shell are left out. */
  static List<String> firstLook(String alert) throws IOException {
    String page = Files.readString(RUNBOOKS.resolve(alert + ".md"));
    String section = page.substring(page.indexOf(FIRST_LOOK) + FIRST_LOOK.length());
    return section
        .substring(0, section.indexOf("\n## "))
        .lines()
        .filter(line -> line.startsWith("    "))
        .filter(line -> !line.startsWith("    curl ") && !line.startsWith("    muscat "))
        .map(String::strip)
        .toList();
  }

  /** A file of the folder. */
  static JsonNode read(String file) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return new ObjectMapper().valueToTree(yaml.load(Files.readString(FOLDER.resolve(file))));
  }

  private static List<Rule> rules(String file, String kind) throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode group : read(file).get("groups")) {
      group.get("rules").forEach(rule -> rules.add(new Rule(rule.get(kind).asText(), rule)));
    }
    return rules;
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group()));
    return found;
  }
}
