package org.muscat.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the committed dashboards of {@code deploy/grafana} ask, as Grafana would ask the demo. */
final class GrafanaDashboards {

  private static final Path FOLDER = Path.of("..", "grafana");
  private static final Pattern CHOICE = Pattern.compile("label_values\\((.+), (\\w+)\\)");

  /** Days pass in the demo in a quarter of a second. */
  private static final Pattern LONG = Pattern.compile("\\b(1d|7d)\\b");

  private static final Map<String, String> CHOSEN =
      Map.of(
          "model", "demo",
          "theatre", "hormuz-demo",
          "job", "muscat",
          "instance", ".+",
          "feed", ".+",
          "plugin", ".+",
          "__rate_interval", "10s",
          "__interval", "1s",
          "__range", "5s");

  private GrafanaDashboards() {}

  /**
   * A question.
   *
   * @param name the dashboard, the panel and the letter of the target
   * @param expression with variables
   */
  record Question(String name, String expression) {

    /** With what is chosen in place of variables. */
    String asked() {
      String asked = LONG.matcher(expression).replaceAll("10s");
      for (Map.Entry<String, String> choice : CHOSEN.entrySet()) {
        asked = asked.replace("$" + choice.getKey() + "\"", choice.getValue() + "\"");
        asked = asked.replace("$" + choice.getKey() + "]", choice.getValue() + "]");
        asked = asked.replace("$" + choice.getKey() + ")", choice.getValue() + ")");
      }
      return asked;
    }
  }

  /** Of all panels and annotations. */
  static List<Question> questions() throws IOException {
    List<Question> questions = new ArrayList<>();
    for (JsonNode dashboard : all()) {
      String uid = dashboard.get("uid").asText();
      for (JsonNode panel : dashboard.get("panels")) {
        for (JsonNode target : panel.path("targets")) {
          String name =
              uid + ": " + panel.get("title").asText() + " " + target.get("refId").asText();
          questions.add(new Question(name, target.get("expr").asText()));
        }
      }
      for (JsonNode annotation : dashboard.at("/annotations/list")) {
        String name = uid + ": annotation " + annotation.get("name").asText();
        questions.add(new Question(name, annotation.at("/target/expr").asText()));
      }
    }
    return questions;
  }

  /** Of all variables: which values there are. */
  static List<Question> choices() throws IOException {
    List<Question> choices = new ArrayList<>();
    for (JsonNode dashboard : all()) {
      for (JsonNode variable : dashboard.at("/templating/list")) {
        Matcher choice = CHOICE.matcher(variable.path("definition").asText());
        if (choice.matches()) {
          choices.add(
              new Question(
                  dashboard.get("uid").asText() + ": " + variable.get("name").asText(),
                  "count by (" + choice.group(2) + ") (" + choice.group(1) + ")"));
        }
      }
    }
    return choices;
  }

  /** The files by their names. */
  static Map<String, String> files() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static List<JsonNode> all() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String text : files().values()) {
      all.add(new ObjectMapper().readTree(text));
    }
    return all;
  }
}
