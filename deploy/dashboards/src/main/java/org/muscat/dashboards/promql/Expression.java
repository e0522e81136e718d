package org.muscat.dashboards.promql;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * An expression of PromQL that knows which labels its result has, so that none can be asked for
 * that is not there. There is no way to make a series of nothing: what is absent stays absent.
 * Immutable.
 */
public final class Expression {

  private final String text;
  private final Set<String> labels;
  private final String operator;

  private Expression(String text, Set<String> labels, String operator) {
    this.text = text;
    this.labels = Set.copyOf(labels);
    this.operator = operator;
  }

  static Expression simple(String text, Set<String> labels) {
    return new Expression(text, labels, "");
  }

  /** The largest of each group; of replicas that say the same it is one of them. */
  public Expression maxBy(String... kept) {
    return aggregate("max", kept);
  }

  /** The smallest of each group. */
  public Expression minBy(String... kept) {
    return aggregate("min", kept);
  }

  /** The sum of each group. */
  public Expression sumBy(String... kept) {
    return aggregate("sum", kept);
  }

  private Expression aggregate(String function, String... kept) {
    Set<String> by = Set.copyOf(Arrays.asList(kept));
    if (!labels.containsAll(by)) {
      throw new IllegalArgumentException(
          "cannot aggregate by " + by + ", there are " + labels + " in " + text);
    }
    return simple(function + " by (" + String.join(", ", kept) + ") (" + text + ")", by);
  }

  /** A quantile of a histogram, in (0,1), from the rates of its buckets. */
  public Expression quantile(double quantile) {
    Set<String> left = new HashSet<>(labels);
    if (!left.remove(Series.BUCKET_BOUND)) {
      throw new IllegalArgumentException("there are no buckets in " + text);
    }
    return simple("histogram_quantile(" + number(quantile) + ", " + text + ")", left);
  }

  /** The largest first. */
  public Expression sorted() {
    return simple("sort_desc(" + text + ")", labels);
  }

  /** The largest ones. */
  public Expression top(int count) {
    return simple("topk(" + count + ", " + text + ")", labels);
  }

  /** How long ago a moment is, in seconds. */
  public Expression age() {
    return new Expression("time() - " + operand(), labels, "-");
  }

  /** How long it is until a moment, in seconds; negative after it. */
  public Expression ahead() {
    return new Expression(operand() + " - time()", labels, "-");
  }

  public Expression times(double factor) {
    return new Expression(operand() + " * " + number(factor), labels, "*");
  }

  /** Those that are 1. */
  public Expression isOne() {
    return new Expression(operand() + " == 1", labels, "==");
  }

  /** Those that are above a number. */
  public Expression above(double number) {
    return new Expression(operand() + " > " + number(number), labels, ">");
  }

  /** The sum; absent unless both are known. */
  public Expression plus(Expression other) {
    return combine("+", other);
  }

  /** The difference; absent unless both ends are known. */
  public Expression minus(Expression other) {
    return combine("-", other);
  }

  /** The quotient; absent unless both are known. */
  public Expression dividedBy(Expression other) {
    return combine("/", other);
  }

  /** These, and of the others those that are not among these. */
  public Expression or(Expression other) {
    return combine("or", other);
  }

  /** These without those that are among the others. */
  public Expression unless(Expression other) {
    return combine("unless", other);
  }

  /** These if there is any of the others, whatever its labels. */
  public Expression ifAny(Expression other) {
    return new Expression(operand() + " and on () " + other.operand(), labels, "and");
  }

  private Expression combine(String by, Expression other) {
    if (!labels.equals(other.labels)) {
      throw new IllegalArgumentException(
          "labels do not meet: "
              + labels
              + " in "
              + text
              + ", "
              + other.labels
              + " in "
              + other.text);
    }
    // A chain of or needs no brackets: it is read from the left.
    String left = by.equals("or") && operator.equals("or") ? text : operand();
    return new Expression(left + " " + by + " " + other.operand(), labels, by);
  }

  private String operand() {
    return operator.isEmpty() ? text : "(" + text + ")";
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** The labels of its result. */
  public Set<String> labels() {
    return labels;
  }

  /** Whether its result has a label. */
  public boolean has(String label) {
    return labels.contains(label);
  }

  /** As PromQL has it. */
  public String text() {
    return text;
  }
}
