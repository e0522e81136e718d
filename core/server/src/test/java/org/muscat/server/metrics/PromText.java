package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of the Prometheus text format 0.0.4: each family has its help and type before its
 * samples and only once, each sample belongs to the family before it, no series comes twice.
 */
final class PromText {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (\\S.*)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|summary|histogram|untyped)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (NaN|[+-]Inf|-?[0-9.]+(?:E-?[0-9]+)?)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\",?");

  /** One series: its name with sorted labels, such as {@code a{x="1"}}. */
  private final Map<String, Double> samples = new HashMap<>();

  /** The names of the labels of each metric, as often as they differ. */
  private final Map<String, Set<Set<String>>> labelNames = new TreeMap<>();

  private final List<String> families = new ArrayList<>();
  private String help = "";
  private String family = "";
  private String type = "";

  static PromText parse(String page) {
    PromText text = new PromText();
    assertThat(page).endsWith("\n");
    page.lines().forEach(text::line);
    return text;
  }

  /** The value of a series; null if there is none. */
  Double value(String series) {
    return samples.get(series);
  }

  /** The series whose name begins like this. */
  List<String> series(String prefix) {
    return samples.keySet().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
  }

  /** The names of the labels of each metric, but for those of buckets and quantiles. */
  Map<String, Set<Set<String>>> labelNames() {
    return labelNames;
  }

  private void line(String line) {
    Matcher helped = HELP.matcher(line);
    Matcher typed = TYPE.matcher(line);
    if (helped.matches()) {
      help = helped.group(1);
    } else if (typed.matches()) {
      family = typed.group(1);
      type = typed.group(2);
      assertThat(help).as("help before %s", line).isEqualTo(family);
      assertThat(families).as("family once").doesNotContain(family);
      families.add(family);
    } else {
      sample(line);
    }
  }

  private void sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    assertThat(sample.matches()).as("a sample: %s", line).isTrue();
    String name = sample.group(1);
    String suffix = name.startsWith(family) ? name.substring(family.length()) : "?";
    List<String> allowed =
        switch (type) {
          case "summary" -> List.of("", "_sum", "_count");
          case "histogram" -> List.of("_bucket", "_sum", "_count");
          default -> List.of("");
        };
    assertThat(allowed).as("%s in family %s", name, family).contains(suffix);
    Map<String, String> labels = labels(sample.group(2), line);
    String series = name + (sample.group(2) == null ? "" : labels);
    Set<String> names = new TreeSet<>(labels.keySet());
    names.removeAll(Set.of("le", "quantile"));
    labelNames.computeIfAbsent(name, n -> new HashSet<>()).add(names);
    String value = sample.group(3).replace("Inf", "Infinity");
    assertThat(samples.put(series, Double.valueOf(value))).as("once: %s", series).isNull();
  }

  private static Map<String, String> labels(String text, String line) {
    Map<String, String> labels = new TreeMap<>();
    if (text == null) {
      return labels;
    }
    Matcher label = LABEL.matcher(text);
    int end = 0;
    while (label.find() && label.start() == end) {
      assertThat(labels.put(label.group(1), label.group(2))).as("label once: %s", line).isNull();
      end = label.end();
    }
    assertThat(end).as("labels of %s", line).isEqualTo(text.length());
    return labels;
  }
}
