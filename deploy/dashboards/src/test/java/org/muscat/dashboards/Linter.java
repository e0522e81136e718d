package org.muscat.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of Grafana's own dashboard linter (grafana/dashboard-linter, by the names that it gives
 * them), for the JSON that is committed, and those of design/sre.md.
 *
 * <p>Left out, and why:
 *
 * <ul>
 *   <li>{@code template-job-rule}, {@code template-instance-rule}, {@code target-job-rule} and
 *       {@code target-instance-rule} for the overview and the theatre: history that is filled in
 *       has neither label, and a score is the same whoever was scraped for it. The engine keeps
 *       them, but for their demand that all be {@code .+}: that would show other targets of the
 *       Prometheus.
 *   <li>{@code target-promql-rule} and {@code template-label-promql-rule}: nobody knows better than
 *       Prometheus, which is asked every expression by {@code PrometheusGateTest}. Here only
 *       brackets and variables are looked at.
 *   <li>{@code target-logql-rule} and {@code target-logql-auto-rule}: there is no Loki.
 * </ul>
 */
final class Linter {

  /** Of Grafana's value formats those that are used here. */
  private static final Set<String> UNITS =
      Set.of("none", "percentunit", "s", "dateTimeAsIso", "bytes", "binBps", "cps", "string");

  private static final Set<String> KINDS =
      Set.of("stat", "timeseries", "state-timeline", "table", "bargauge");

  private static final Set<String> BUILT_IN =
      Set.of("__rate_interval", "__interval", "__range", "__url_time_range", "__from", "__to");

  private static final Pattern SELECTOR =
      Pattern.compile("(?:\\w+:)?(?:muscat|jvm|vertx)_[a-z0-9_]+(?::\\w+)?(\\{[^}]*})?");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");
  private static final Pattern RATE = Pattern.compile("\\b(?:rate|irate)\\([^\\[]*\\[([^]]*)]");
  private static final Pattern COUNTER =
      Pattern.compile(
          "(\\w+\\()?((?:muscat|jvm|vertx)_\\w+_(?:total|bucket))\\b(\\{[^}]*})?(\\[| offset )?");

  /** The least of a counter is what it had when it was first seen. */
  private static final Set<String> GROWTH =
      Set.of("rate(", "irate(", "increase(", "min_over_time(");

  private static final Pattern INVENTED = Pattern.compile("\\bvector\\(|\\babsent\\(|\\* 0\\b");
  private static final Pattern MEAN = Pattern.compile("\\bavg\\b");
  private static final Set<String> UNBRIDGED = Set.of("Flags", "Freshness of the indicators");
  private static final double LONGEST_GAP_HOURS = 26;
  private static final double HOUR = 3_600_000;
  private static final int SCHEMA_OF_GRAFANA_12 = 41;
  private static final int WITH_RANGE = 2;
  private static final int COLUMNS = 24;

  private final JsonNode dashboard;
  private final List<String> complaints = new ArrayList<>();

  private Linter(JsonNode dashboard) {
    this.dashboard = dashboard;
  }

  /** What is wrong, each with the rule that says so; empty if nothing is. */
  static List<String> lint(JsonNode dashboard) {
    Linter linter = new Linter(dashboard);
    linter.head();
    linter.variables();
    linter.places();
    linter.panels();
    return linter.complaints;
  }

  private void head() {
    check(!dashboard.get("editable").asBoolean(true), "uneditable-dashboard", "can be edited");
    check(text(dashboard, "uid").startsWith("muscat-"), "stable-uid", "has no uid of its own");
    check(dashboard.get("id").isNull(), "stable-uid", "has an id of some Grafana");
    check(
        dashboard.get("schemaVersion").asInt() == SCHEMA_OF_GRAFANA_12,
        "schema-version",
        "is not of Grafana 12.0");
    check(text(dashboard, "timezone").equals("utc"), "time-zone", "is not in UTC");
    check(!dashboard.get("tags").isEmpty(), "tags", "has no tags");
    check(!text(dashboard, "refresh").isEmpty(), "refresh", "does not refresh");
    check(!text(dashboard, "description").isEmpty(), "one-question", "does not say its question");
    check(!dashboard.get("links").isEmpty(), "links", "leads nowhere");
  }

  private void variables() {
    List<JsonNode> sources = ofType("datasource");
    check(
        sources.size() == 1
            && text(sources.get(0), "name").equals("datasource")
            && text(sources.get(0), "label").equals("Data source")
            && text(sources.get(0), "query").equals("prometheus"),
        "template-datasource-rule",
        "does not let the Prometheus be chosen");
    for (JsonNode variable : ofType("query")) {
      String name = text(variable, "name");
      check(
          variable.get("refresh").asInt() == WITH_RANGE,
          "template-on-time-change-reload-rule",
          "variable " + name + " does not follow the range");
      check(
          isChosen(variable.get("datasource")),
          "template-label-promql-rule",
          "variable " + name + " asks another Prometheus");
      check(isUsed(name), "template-unused-rule", "variable " + name + " is not used");
    }
    if (isOfProcesses()) {
      process("job");
      process("instance");
    }
  }

  private void process(String name) {
    boolean sound =
        ofType("query").stream()
            .filter(variable -> text(variable, "name").equals(name))
            .anyMatch(
                variable ->
                    text(variable, "label").equalsIgnoreCase(name)
                        && variable.get("multi").asBoolean()
                        && !variable.has("allValue")
                        && variable.get("includeAll").asBoolean() == name.equals("instance"));
    check(sound, "template-" + name + "-rule", "does not let the " + name + " be chosen");
  }

  private void places() {
    boolean[][] taken = new boolean[1000][COLUMNS];
    int bottom = 0;
    Set<Integer> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (JsonNode panel : dashboard.get("panels")) {
      check(ids.add(panel.get("id").asInt()), "unique-ids", panel.get("id") + " twice");
      check(titles.add(text(panel, "title")), "unique-titles", text(panel, "title") + " twice");
      JsonNode place = panel.get("gridPos");
      int below = place.get("y").asInt() + place.get("h").asInt();
      bottom = Math.max(bottom, below);
      for (int y = place.get("y").asInt(); y < below; y++) {
        for (int x = place.get("x").asInt(); x < right(place); x++) {
          boolean free = x < COLUMNS && !taken[y][x];
          check(free, "grid", text(panel, "title") + " lies over another, or over the edge");
          if (free) {
            taken[y][x] = true;
          }
        }
      }
    }
    for (int y = 0; y < bottom; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        check(taken[y][x], "grid", "there is a hole in line " + y);
      }
    }
  }

  private static int right(JsonNode place) {
    return place.get("x").asInt() + place.get("w").asInt();
  }

  private void panels() {
    for (JsonNode panel : Written.panels(dashboard)) {
      String title = text(panel, "title");
      JsonNode defaults = panel.at("/fieldConfig/defaults");
      check(KINDS.contains(text(panel, "type")), "kinds", title + " is of an unknown kind");
      check(isChosen(panel.get("datasource")), "panel-datasource-rule", title);
      check(
          !title.isBlank() && !text(panel, "description").isBlank(),
          "panel-title-description-rule",
          title);
      check(UNITS.contains(text(defaults, "unit")), "panel-units-rule", title);
      check(!panel.get("targets").isEmpty(), "panel-no-targets-rule", title);
      check(!defaults.at("/thresholds/steps").isEmpty(), "thresholds", title + " has none");
      check(!text(defaults, "noValue").isBlank(), "absence", title + " does not say what it means");
      gaps(panel);
      cells(panel);
      Set<String> refIds = new HashSet<>();
      for (JsonNode target : panel.get("targets")) {
        check(refIds.add(text(target, "refId")), "unique-ref-ids", title);
        check(!target.path("hide").asBoolean(false), "no-hidden-targets", title);
        check(isChosen(target.get("datasource")), "panel-datasource-rule", title + ", a target");
        expression(title, text(target, "expr"));
      }
    }
  }

  /**
   * History has a sample a day: lines of the index go on over a day, and no longer. What is scraped
   * only, and what says by its absence that nothing is known or wrong, does not.
   */
  private void gaps(JsonNode panel) {
    JsonNode span = panel.at("/fieldConfig/defaults/custom/spanNulls");
    String type = text(panel, "type");
    if (type.equals("timeseries") || type.equals("state-timeline")) {
      String title = text(panel, "title");
      double hours = span.asDouble() / HOUR;
      boolean sound =
          (isOfProcesses() || UNBRIDGED.contains(title))
              ? span.isBoolean() && !span.asBoolean()
              : span.isNumber() && hours > 24 && hours < LONGEST_GAP_HOURS;
      check(sound, "gaps", title);
    }
  }

  /** An empty cell would have the words that an empty table has. */
  private void cells(JsonNode panel) {
    if (text(panel, "type").equals("table")) {
      for (JsonNode column : panel.at("/fieldConfig/overrides")) {
        String where = text(panel, "title") + ", column " + column.at("/matcher/options").asText();
        check(column.findValuesAsText("id").contains("noValue"), "empty-cells", where);
      }
    }
  }

  private void expression(String title, String expression) {
    String where = title + ": " + expression;
    check(!expression.isBlank(), "target-promql-rule", where);
    check(balanced(expression), "target-promql-rule", where + " has open brackets");
    for (MatchResult rate : RATE.matcher(expression).results().toList()) {
      check(rate.group(1).equals("$__rate_interval"), "target-rate-interval-rule", where);
    }
    Matcher counter = COUNTER.matcher(expression);
    while (counter.find()) {
      boolean grown = counter.group(1) != null && GROWTH.contains(counter.group(1));
      boolean before = " offset ".equals(counter.group(4));
      check(counter.group(4) != null && (grown || before), "target-counter-agg-rule", where);
    }
    check(!INVENTED.matcher(expression).find(), "absence", where + " makes something of nothing");
    check(!MEAN.matcher(expression).find(), "no-mean", where + " averages");
    for (MatchResult name : VARIABLE.matcher(expression).results().toList()) {
      check(isDeclared(name.group(1)), "target-promql-rule", where + ": no " + name.group());
    }
    if (isOfProcesses()) {
      for (MatchResult selector : SELECTOR.matcher(expression).results().toList()) {
        String matchers = selector.group(1) == null ? "" : selector.group(1);
        check(matchers.contains("job=~\"$job\""), "target-job-rule", where);
        check(matchers.contains("instance=~\"$instance\""), "target-instance-rule", where);
      }
    }
  }

  private static boolean balanced(String expression) {
    int open = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }

  /** The overview and the theatre are of the index; what was scraped for it does not matter. */
  private boolean isOfProcesses() {
    return text(dashboard, "uid").equals(Common.ENGINE);
  }

  private boolean isDeclared(String variable) {
    return BUILT_IN.contains(variable)
        || dashboard.at("/templating/list").findValuesAsText("name").contains(variable);
  }

  private boolean isUsed(String variable) {
    String use = "\"$" + variable + "\"";
    return Written.panels(dashboard).stream()
        .flatMap(panel -> panel.findValuesAsText("expr").stream())
        .anyMatch(expression -> expression.contains(use));
  }

  private List<JsonNode> ofType(String type) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode variable : dashboard.at("/templating/list")) {
      if (text(variable, "type").equals(type)) {
        found.add(variable);
      }
    }
    return found;
  }

  private static boolean isChosen(JsonNode source) {
    return source != null && text(source, "uid").equals("${datasource}");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private void check(boolean sound, String rule, String what) {
    if (!sound) {
      complaints.add(rule + ": " + what);
    }
  }
}
