package org.muscat.bench;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.muscat.engine.panel.stream.Distribution;
import org.muscat.engine.panel.stream.EwmaMoments;
import org.muscat.engine.panel.stream.Moments;
import org.muscat.engine.panel.stream.RollingWindow;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One more value of a series, and what is asked of the statistic after it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class StreamBenchmark {

  private static final int PAST = 1000;

  private double[] values;
  private int next;
  private Moments moments;
  private EwmaMoments ewma;
  private Distribution distribution;
  private RollingWindow window;

  @Setup
  public void past() {
    values = SyntheticSeries.of(4096, 7);
    moments = Moments.NONE;
    ewma = EwmaMoments.none(0.94);
    distribution = Distribution.NONE;
    window = RollingWindow.of(60);
    for (int t = 0; t < PAST; t++) {
      moments = moments.plus(values[t]);
      ewma = ewma.plus(values[t]);
      distribution = distribution.plus(values[t]);
      window = window.plus(values[t]);
    }
  }

  @Benchmark
  @AtMost(milliseconds = 0.001)
  public double moments() {
    double value = value();
    moments = moments.plus(value);
    return moments.z(value);
  }

  @Benchmark
  @AtMost(milliseconds = 0.001)
  public double ewma() {
    ewma = ewma.plus(value());
    return ewma.mean() + ewma.variance();
  }

  /** The thousand and first value, each time: the state is not kept, or it would grow for ever. */
  @Benchmark
  @AtMost(milliseconds = 0.001)
  public double distributionOfThousand() {
    double value = value();
    return distribution.plus(value).share(value);
  }

  @Benchmark
  @AtMost(milliseconds = 0.005)
  public double windowOfSixty() {
    window = window.plus(value());
    return window.mean() + window.standardDeviation() + window.quantile(0.95);
  }

  private double value() {
    next = (next + 1) & (values.length - 1);
    return values[next];
  }
}
