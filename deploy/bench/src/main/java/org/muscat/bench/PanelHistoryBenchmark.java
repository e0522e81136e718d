package org.muscat.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.aggregate.Aggregation;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;
import org.muscat.engine.panel.normalise.Normalisation;
import org.muscat.engine.panel.normalise.Normalisers;
import org.muscat.engine.panel.prepare.Imputation;
import org.muscat.engine.panel.prepare.Treatment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A panel of 200 units and 40 indicators, each of its periods scored from raw values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@NullUnmarked
public class PanelHistoryBenchmark {

  private static final int PERIODS = 500;

  private SyntheticPanel history;
  private Aggregation aggregation;
  private int next;

  @Setup
  public void generate() {
    history = SyntheticPanel.of(200, 40, PERIODS);
    aggregation = new Aggregation(history.hierarchy(), List.of(LevelRule.of(PowerMean.ARITHMETIC)));
  }

  @Benchmark
  @AtMost(milliseconds = 500)
  public void fiveHundredPeriods(Blackhole sink) {
    for (Panel period : history.periods()) {
      sink.consume(score(period));
    }
  }

  /** One period more: each time another, or the processor would learn the way of its sorts. */
  @Benchmark
  @AtMost(milliseconds = 1)
  public Panel onePeriod() {
    next = (next + 1) % PERIODS;
    return score(history.periods().get(next));
  }

  private Panel score(Panel raw) {
    Panel imputed = Imputation.mean().apply(raw);
    Panel treated = Treatment.CUSTOMARY.apply(imputed).panel();
    Panel normalised =
        Normalisation.apply(treated, history.hierarchy(), Normalisers.minMax(0, 100));
    return aggregation.apply(normalised).scores();
  }
}
