package org.muscat.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.muscat.engine.panel.ciss.Ciss;
import org.muscat.engine.panel.ciss.EwmaCorrelation;
import org.muscat.engine.panel.stream.Distribution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The indicator of systemic stress over 600 times from 15 series, three to each of five markets:
 * recursive distributions, sub-indices, correlations, composite and the split of each change.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@NullUnmarked
public class CissBenchmark {

  private static final int TIMES = 600;
  private static final int SAMPLE = 150;
  private static final int IN_MARKET = 3;
  private static final double[] WEIGHTS = {.15, .15, .25, .30, .15};

  private double[][] series;

  @Setup
  public void generate() {
    series =
        IntStream.range(0, IN_MARKET * WEIGHTS.length)
            .mapToObj(seed -> SyntheticSeries.of(TIMES, seed))
            .toArray(double[][]::new);
  }

  @Benchmark
  @AtMost(milliseconds = 10)
  public double sixHundredTimes() {
    double[][] subIndices = subIndices();
    EwmaCorrelation state =
        EwmaCorrelation.start(EwmaCorrelation.LAMBDA, List.of(Arrays.copyOf(subIndices, SAMPLE)));
    Ciss before = Ciss.of(WEIGHTS, subIndices[0], state.correlations());
    double explained = 0;
    for (double[] now : subIndices) {
      state = state.next(now);
      Ciss composite = Ciss.of(WEIGHTS, now, state.correlations());
      explained += before.to(composite).ofCorrelations();
      before = composite;
    }
    return before.value() + explained;
  }

  private double[][] subIndices() {
    double[][] subIndices = new double[TIMES][WEIGHTS.length];
    for (int s = 0; s < series.length; s++) {
      Distribution past = Distribution.of(Arrays.copyOf(series[s], SAMPLE));
      for (int t = 0; t < TIMES; t++) {
        past = t < SAMPLE ? past : past.plus(series[s][t]);
        subIndices[t][s / IN_MARKET] += past.share(series[s][t]) / IN_MARKET;
      }
    }
    return subIndices;
  }
}
