package org.muscat.bench;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** What was measured, beside what was aimed at. */
final class Table {

  /** Milliseconds in the units that the benchmarks report in. */
  private static final Map<String, Double> MILLISECONDS =
      Map.of("s/op", 1e3, "ms/op", 1.0, "us/op", 1e-3, "ns/op", 1e-6);

  private Table() {}

  static String of(Collection<RunResult> results) {
    StringBuilder table = new StringBuilder();
    table.append(row("benchmark", "target", "median", "p99", "CPU", "allocation", "held"));
    table.append(row("---", "---", "---", "---", "---", "---", "---"));
    results.stream()
        .sorted(Comparator.comparing(result -> result.getParams().getBenchmark()))
        .forEach(result -> table.append(row(result)));
    return table.toString();
  }

  private static String row(RunResult result) {
    Result<?> primary = result.getPrimaryResult();
    double scale = MILLISECONDS.getOrDefault(primary.getScoreUnit(), Double.NaN);
    Statistics statistics = primary.getStatistics();
    double median = scale * statistics.getPercentile(50);
    // Averages over an iteration have no tail to speak of.
    boolean sampled = result.getParams().getMode() == Mode.SampleTime;
    Optional<AtMost> target = target(result.getParams().getBenchmark());
    OptionalDouble cpu = secondary(result, CpuProfiler.LABEL);
    OptionalDouble allocation = secondary(result, "gc.alloc.rate.norm");
    return row(
        name(result.getParams().getBenchmark()),
        target.map(Table::words).orElse("-"),
        time(median),
        sampled ? time(scale * statistics.getPercentile(99)) : "-",
        cpu.isPresent() ? time(cpu.getAsDouble()) : "-",
        allocation.isPresent() ? size(allocation.getAsDouble()) : "-",
        target.map(most -> held(most, statistics, scale, cpu)).orElse("-"));
  }

  /** On a busy machine the time on the clock says more of the others than of the benchmark. */
  private static String held(
      AtMost target, Statistics statistics, double scale, OptionalDouble cpu) {
    if (scale * statistics.getPercentile(target.percentile()) <= target.milliseconds()) {
      return "yes";
    }
    return cpu.orElse(Double.NaN) <= target.milliseconds() ? "by CPU" : "NO";
  }

  private static String row(Object... cells) {
    return String.format(
        Locale.ROOT, "| %-44s | %11s | %10s | %10s | %10s | %12s | %6s |%n", cells);
  }

  private static String name(String benchmark) {
    List<String> parts = Arrays.asList(benchmark.split("\\."));
    return String.join(".", parts.subList(parts.size() - 2, parts.size()));
  }

  private static String words(AtMost target) {
    String time = time(target.milliseconds());
    return target.percentile() == 50 ? time : time + " p" + Math.round(target.percentile());
  }

  private static Optional<AtMost> target(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    try {
      for (Method method : Class.forName(benchmark.substring(0, dot)).getMethods()) {
        AtMost target = method.getAnnotation(AtMost.class);
        if (target != null && method.getName().equals(benchmark.substring(dot + 1))) {
          return Optional.of(target);
        }
      }
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the benchmark '" + benchmark + "' has no class", e);
    }
  }

  private static OptionalDouble secondary(RunResult run, String label) {
    return run.getSecondaryResults().values().stream()
        .filter(result -> result.getLabel().endsWith(label))
        .mapToDouble(result -> result.getScore())
        .findFirst();
  }

  private static String time(double milliseconds) {
    if (milliseconds >= 1) {
      return figure(milliseconds, "ms");
    }
    return milliseconds >= 1e-3
        ? figure(1e3 * milliseconds, "us")
        : figure(1e6 * milliseconds, "ns");
  }

  private static String size(double bytes) {
    if (bytes >= 1 << 20) {
      return figure(bytes / (1 << 20), "MiB");
    }
    return bytes >= 1 << 10 ? figure(bytes / (1 << 10), "KiB") : figure(bytes, "B");
  }

  private static String figure(double value, String unit) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%.0f %s", value, unit);
  }
}
