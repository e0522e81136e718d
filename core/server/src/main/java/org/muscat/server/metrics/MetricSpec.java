package org.muscat.server.metrics;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is said of a family of metrics. Immutable.
 *
 * @param series the name as a query has it
 * @param about what it says, without a full stop
 * @param detail what people should know besides, in Markdown; empty if nothing
 * @param absentWhen why there may be no series; empty if there is always one
 * @param labels their names
 */
public record MetricSpec(
    MetricFamily.Type type,
    String series,
    String about,
    String detail,
    String absentWhen,
    List<String> labels) {

  public MetricSpec {
    labels = List.copyOf(labels);
  }

  static MetricSpec gauge(String series, String about) {
    return new MetricSpec(MetricFamily.Type.GAUGE, series, about, "", "", List.of());
  }

  static MetricSpec counter(String series, String about) {
    return new MetricSpec(MetricFamily.Type.COUNTER, series, about, "", "", List.of());
  }

  static MetricSpec info(String series, String about) {
    return new MetricSpec(MetricFamily.Type.INFO, series, about, "", "", List.of());
  }

  static MetricSpec states(String series, String about) {
    return new MetricSpec(MetricFamily.Type.STATE_SET, series, about, "", "", List.of());
  }

  static MetricSpec histogram(String series, String about) {
    return new MetricSpec(MetricFamily.Type.HISTOGRAM, series, about, "", "", List.of());
  }

  static MetricSpec summary(String series, String about) {
    return new MetricSpec(MetricFamily.Type.SUMMARY, series, about, "", "", List.of());
  }

  /** With more labels. */
  MetricSpec by(String... more) {
    List<String> all = Stream.concat(labels.stream(), Stream.of(more)).toList();
    return new MetricSpec(type, series, about, detail, absentWhen, all);
  }

  MetricSpec detail(String text) {
    return new MetricSpec(type, series, about, text, absentWhen, labels);
  }

  MetricSpec absentWhen(String reason) {
    return new MetricSpec(type, series, about, detail, reason, labels);
  }
}
