package org.muscat.dashboards.promql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.server.metrics.MetricFamily;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The series that the recording rules make. Their labels are those that the outermost aggregations
 * of the rule keep; without an aggregation they are those of the families that it reads. Immutable.
 */
public final class Recordings {

  private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");
  private static final Pattern NAME = Pattern.compile("(?<![:\\w])muscat_[a-z0-9_]+");
  private static final Pattern PART = Pattern.compile("_(sum|count|bucket|max)$");

  private final Map<String, String> expressions;

  private Recordings(Map<String, String> expressions) {
    this.expressions = expressions;
  }

  /** Reads a file of rules. */
  public static Recordings read(Path file) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    JsonNode rules = new ObjectMapper().valueToTree(yaml.load(Files.readString(file)));
    Map<String, String> found = new LinkedHashMap<>();
    for (JsonNode group : rules.path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        found.put(rule.path("record").asText(), rule.path("expr").asText());
      }
    }
    return new Recordings(found);
  }

  /**
   * A recorded series.
   *
   * @throws IllegalArgumentException if no rule records it
   */
  public Series series(String name) {
    String expression = expressions.get(name);
    if (expression == null) {
      throw new IllegalArgumentException(
          "no rule records " + name + "; recorded are " + expressions.keySet());
    }
    return Series.known(name, labels(expression), false);
  }

  private static Set<String> labels(String expression) {
    Set<String> labels = new LinkedHashSet<>();
    Matcher by = BY.matcher(expression);
    while (by.find()) {
      labels.addAll(Arrays.asList(by.group(1).split(", ")));
    }
    if (labels.isEmpty()) {
      NAME.matcher(expression)
          .results()
          .forEach(name -> labels.addAll(family(name.group()).labels()));
    }
    labels.remove(Series.BUCKET_BOUND);
    return labels;
  }

  private static MetricFamily family(String series) {
    String whole = PART.matcher(series).replaceFirst("");
    return MetricFamily.all().stream()
        .filter(family -> family.series().equals(series) || family.series().equals(whole))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a rule reads the unknown " + series));
  }
}
