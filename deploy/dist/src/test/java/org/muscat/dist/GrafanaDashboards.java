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

/** What the committed dashboards of {@code deploy/grafana} ask, as Grafana would ask it. */
final class GrafanaDashboards {

  private static final Path FOLDER = Path.of("..", "grafana");
  private static final Pattern CHOICE = Pattern.compile("label_values\\((.+), (\\w+)\\)");

  private static final Pattern LONG = Pattern.compile("\\b(1d|7d)\\b");

  private static final Map<String, String> DEMO =
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

  private static final Map<String, String> HISTORY =
      Map.of(
          "model", "gulf",
          "theatre", "hormuz",
          "__interval", "1d",
          "__range", "7d");

  private GrafanaDashboards() {}

  /**
   * A question.
   *
   * @param name the dashboard, the panel and the letter of the target
   * @param expression with variables
   */
  record Question(String name, String expression) {

    /** As it is asked of a demo, in which days pass in a quarter of a second. */
    String ofDemo() {
      return LONG.matcher(filled(DEMO)).replaceAll("10s");
    }

    /** As it is asked of a back-filled history of the gulf. */
    String ofHistory() {
      return filled(HISTORY);
    }

    private String filled(Map<String, String> chosen) {
      String filled = expression;
      for (Map.Entry<String, String> choice : chosen.entrySet()) {
        for (String end : List.of("\"", "]", ")")) {
          filled = filled.replace("$" + choice.getKey() + end, choice.getValue() + end);
        }
      }
      return filled;
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
