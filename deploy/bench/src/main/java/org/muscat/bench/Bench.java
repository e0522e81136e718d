package org.muscat.bench;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks whose names contain one of the arguments, all of them without arguments, and
 * prints a table. Each takes about 20 seconds, on one thread, in a JVM of its own.
 */
public final class Bench {

  private static final TimeValue ITERATION = TimeValue.seconds(2);

  private Bench() {}

  /** Ends with status 1 if a benchmark failed. */
  public static void main(String[] names) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(1)
            .threads(1)
            .warmupIterations(4)
            .warmupTime(ITERATION)
            .measurementIterations(5)
            .measurementTime(ITERATION)
            .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            .shouldFailOnError(true);
    List.of(names).forEach(name -> options.include(Pattern.quote(name)));
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.println();
    System.out.print(Table.of(results));
  }
}
