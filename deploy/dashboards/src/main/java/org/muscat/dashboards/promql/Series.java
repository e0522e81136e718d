package org.muscat.dashboards.promql;

import java.util.LinkedHashSet;
import java.util.Set;
import org.muscat.server.metrics.MetricFamily;

/**
 * A name that can be asked for, and the labels that it has. There is no way to write one down: it
 * comes from the {@linkplain MetricFamily catalogue}, from {@link Recordings} or from {@link
 * ForeignSeries}. Immutable.
 */
public final class Series {

  static final String JOB = "job";
  static final String INSTANCE = "instance";
  static final String BUCKET_BOUND = "le";

  private final String name;
  private final Set<String> labels;
  private final boolean counts;

  private Series(String name, Set<String> labels, boolean counts) {
    this.name = name;
    this.labels = labels;
    this.counts = counts;
  }

  /** What is not in the catalogue; for those in this package that know better. */
  static Series known(String name, Set<String> labels, boolean counts) {
    Set<String> all = new LinkedHashSet<>(labels);
    all.add(JOB);
    all.add(INSTANCE);
    return new Series(name, Set.copyOf(all), counts);
  }

  /**
   * The only series of a family.
   *
   * @throws IllegalArgumentException if it has several, as a histogram does
   */
  public static Series of(MetricFamily family) {
    if (family.type() == MetricFamily.Type.HISTOGRAM
        || family.type() == MetricFamily.Type.SUMMARY) {
      throw new IllegalArgumentException(
          family.series() + " is a " + family.type().word() + ": ask for a part of it");
    }
    return known(family.series(), labels(family), family.type() == MetricFamily.Type.COUNTER);
  }

  /**
   * The buckets of a histogram.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Series buckets(MetricFamily family) {
    if (family.type() != MetricFamily.Type.HISTOGRAM) {
      throw new IllegalArgumentException(family.series() + " has no buckets");
    }
    Set<String> labels = labels(family);
    labels.add(BUCKET_BOUND);
    return known(family.series() + "_bucket", labels, true);
  }

  /**
   * The largest value of a summary within the last minutes.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Series largest(MetricFamily family) {
    if (family.type() != MetricFamily.Type.SUMMARY) {
      throw new IllegalArgumentException(family.series() + " has no largest value");
    }
    return known(family.series() + "_max", labels(family), false);
  }

  private static Set<String> labels(MetricFamily family) {
    Set<String> labels = new LinkedHashSet<>(family.labels());
    if (family.type() == MetricFamily.Type.STATE_SET) {
      labels.add(family.familyName());
    }
    return labels;
  }

  String name() {
    return name;
  }

  Set<String> labels() {
    return labels;
  }

  /** Whether it only grows, so that its value alone says nothing. */
  boolean counts() {
    return counts;
  }
}
