package org.muscat.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.aggregate.Aggregation;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;
import org.muscat.engine.panel.normalise.Normalisation;
import org.muscat.engine.panel.normalise.Normalisers;
import org.muscat.engine.panel.prepare.Denomination;
import org.muscat.engine.panel.prepare.Imputation;
import org.muscat.engine.panel.prepare.Screening;
import org.muscat.engine.panel.prepare.Treatment;
import org.muscat.engine.panel.sensitivity.Alternatives;
import org.muscat.engine.panel.sensitivity.Assessment;
import org.muscat.engine.panel.sensitivity.Bootstrap;
import org.muscat.engine.panel.sensitivity.Choice;
import org.muscat.engine.panel.sensitivity.FirstOrder;
import org.muscat.engine.panel.sensitivity.MonteCarlo;
import org.muscat.engine.panel.sensitivity.NoisyWeights;
import org.muscat.engine.panel.sensitivity.Sensitivity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How far the ranks of the ASEM example rest on its choices: five limits of winsorising, two
 * normalisations, 100 sets of weights and two aggregations, 2,000 combinations.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@NullUnmarked
public class SensitivityBenchmark {

  private static final int ROWS = 1000;
  private static final int RESAMPLES = 200;

  private Alternatives alternatives;

  @Setup
  public void read() {
    Asem asem = Asem.read();
    Panel denominated = Denomination.apply(asem.panel(), asem.hierarchy(), asem.denominators());
    Panel imputed = Imputation.groupMean(asem.groups()).apply(denominated);
    Panel screened = Screening.apply(imputed, 0.9).panel();
    alternatives =
        new Alternatives(
            screened,
            published(asem, screened),
            List.of(winsorising(), normalising(asem.hierarchy())),
            new Choice<>(
                "weights", new NoisyWeights(0.25, Set.of(2, 3), 100, 1).of(asem.hierarchy())),
            new Choice<>(
                "aggregation",
                List.of(
                    List.of(LevelRule.of(PowerMean.ARITHMETIC)),
                    List.of(LevelRule.of(PowerMean.GEOMETRIC)))));
  }

  private static Panel published(Asem asem, Panel screened) {
    Panel treated = Treatment.CUSTOMARY.apply(screened).panel();
    Panel normalised = Normalisation.apply(treated, asem.hierarchy(), Normalisers.minMax(0, 100));
    return new Aggregation(asem.hierarchy(), List.of(LevelRule.of(PowerMean.ARITHMETIC)))
        .apply(normalised)
        .scores();
  }

  private static Choice<UnaryOperator<Panel>> winsorising() {
    return new Choice<>(
        "winsorising",
        IntStream.rangeClosed(1, 5)
            .<UnaryOperator<Panel>>mapToObj(
                points -> panel -> new Treatment(points, 2, 3.5).apply(panel).panel())
            .toList());
  }

  private static Choice<UnaryOperator<Panel>> normalising(Hierarchy hierarchy) {
    return new Choice<>(
        "normalising",
        List.of(
            panel -> Normalisation.apply(panel, hierarchy, Normalisers.minMax(1, 100)),
            panel -> Normalisation.apply(panel, hierarchy, Normalisers.zScore(10, 2))));
  }

  /** All 2,000 combinations, with ranks and exact indices. */
  @Benchmark
  @AtMost(milliseconds = 1000)
  public Assessment exactFactorial() {
    return Sensitivity.exact(alternatives, 0.9);
  }

  /** 6,000 runs of a random design, with intervals by bootstrap. */
  @Benchmark
  @AtMost(milliseconds = 2000)
  public Assessment thousandRows() {
    return Sensitivity.estimate(
        alternatives,
        new MonteCarlo(ROWS, 42, FirstOrder.CENTRED, new Bootstrap(RESAMPLES, 0.9, 7)));
  }
}
