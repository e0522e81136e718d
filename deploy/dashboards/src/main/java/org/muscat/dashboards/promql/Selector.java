package org.muscat.dashboards.promql;

import java.util.ArrayList;
import java.util.List;
import org.muscat.server.metrics.MetricFamily;

/** A series with matchers of its labels, not yet asked at any moment. Immutable. */
public final class Selector {

  /** At least four scrapes. */
  private static final String RATE_INTERVAL = "$__rate_interval";

  private final Series series;
  private final List<String> matchers;

  private Selector(Series series, List<String> matchers) {
    this.series = series;
    this.matchers = List.copyOf(matchers);
  }

  /** All that have the name. */
  public static Selector of(Series series) {
    return new Selector(series, List.of());
  }

  /** All of a family that has one series. */
  public static Selector of(MetricFamily family) {
    return of(Series.of(family));
  }

  /**
   * Those whose label is this.
   *
   * @throws IllegalArgumentException if the series has no such label
   */
  public Selector is(String label, String value) {
    return with(label, "=", value);
  }

  /** Those whose label is not this, or that have none. */
  public Selector isNot(String label, String value) {
    return with(label, "!=", value);
  }

  /** Those whose label is one that a variable names; a variable may name several. */
  public Selector in(String label, String variable) {
    return with(label, "=~", variable);
  }

  private Selector with(String label, String operator, String value) {
    if (!has(label)) {
      throw new IllegalArgumentException(
          series.name() + " has no label " + label + ", it has " + series.labels());
    }
    List<String> more = new ArrayList<>(matchers);
    more.add(label + operator + "\"" + value + "\"");
    return new Selector(series, more);
  }

  /** Whether the series has a label. */
  public boolean has(String label) {
    return series.labels().contains(label);
  }

  /**
   * The value now.
   *
   * @throws IllegalArgumentException if it is a counter, whose value says nothing
   */
  public Expression now() {
    if (series.counts()) {
      throw new IllegalArgumentException(series.name() + " is a counter: ask for its rate");
    }
    return expression(text());
  }

  /** The last value within a window that ends an offset ago, such as {@code 1d} and {@code 7d}. */
  public Expression last(String window, String offset) {
    return expression("last_over_time(" + text() + "[" + window + "] offset " + offset + ")");
  }

  /**
   * How fast a counter grows, each second.
   *
   * @throws IllegalArgumentException if it is no counter
   */
  public Expression rate() {
    return grown("rate", RATE_INTERVAL);
  }

  /** By how much a counter grew over the range that is shown. */
  public Expression increase() {
    return grown("increase", "$__range");
  }

  /**
   * By how much a counter grew shortly before each moment. One that was not there before counts
   * whole: it was first told when it had begun already.
   *
   * @throws IllegalArgumentException if it is no counter
   */
  public Expression grown() {
    Expression grown = grown("increase", RATE_INTERVAL);
    Expression first = expression("min_over_time(" + text() + "[" + RATE_INTERVAL + "])");
    Expression before = expression(text() + " offset " + RATE_INTERVAL);
    return grown.plus(first.unless(before)).or(grown);
  }

  private Expression grown(String function, String window) {
    if (!series.counts()) {
      throw new IllegalArgumentException(series.name() + " is no counter: it has no rate");
    }
    return expression(function + "(" + text() + "[" + window + "])");
  }

  private Expression expression(String text) {
    return Expression.simple(text, series.labels());
  }

  /** As PromQL has it. */
  public String text() {
    return series.name() + (matchers.isEmpty() ? "" : "{" + String.join(",", matchers) + "}");
  }
}
