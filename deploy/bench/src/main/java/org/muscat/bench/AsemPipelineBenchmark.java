package org.muscat.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.aggregate.Aggregation;
import org.muscat.engine.panel.aggregate.Aggregation.Aggregated;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;
import org.muscat.engine.panel.normalise.Normalisation;
import org.muscat.engine.panel.normalise.Normalisers;
import org.muscat.engine.panel.prepare.Denomination;
import org.muscat.engine.panel.prepare.Imputation;
import org.muscat.engine.panel.prepare.Screening;
import org.muscat.engine.panel.prepare.Treatment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole example of the golden files, from raw values to the index: 51 units. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@NullUnmarked
public class AsemPipelineBenchmark {

  private Asem asem;

  @Setup
  public void read() {
    asem = Asem.read();
  }

  @Benchmark
  @AtMost(milliseconds = 5)
  public Aggregated pipeline() {
    Panel denominated = Denomination.apply(asem.panel(), asem.hierarchy(), asem.denominators());
    Panel imputed = Imputation.groupMean(asem.groups()).apply(denominated);
    Panel screened = Screening.apply(imputed, 0.9).panel();
    Panel treated = Treatment.CUSTOMARY.apply(screened).panel();
    Panel normalised = Normalisation.apply(treated, asem.hierarchy(), Normalisers.minMax(0, 100));
    return new Aggregation(asem.hierarchy(), List.of(LevelRule.of(PowerMean.ARITHMETIC)))
        .apply(normalised);
  }
}
