package org.muscat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.muscat.engine.Movement;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.spi.Reading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One tick of 200 theatres x 40 indicators in the engine alone: index with interval and
 * contributions, regime with posterior and flags, margin, and what moved the index since the tick
 * before. All readings are new in every tick.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@NullUnmarked
public class TickBenchmark {

  private static final int THEATRES = 200;
  private static final int DIFFERENT_TICKS = 8;

  private TheatreFold fold;
  private TheatreMemory memory;
  private List<List<Map<String, Reading>>> ticks;
  private TheatreState[] before;
  private int next;

  @Setup
  public void theatres() {
    SyntheticTheatres synthetic = new SyntheticTheatres(11);
    fold = SyntheticTheatres.fold();
    memory = synthetic.remembered(fold);
    ticks = new ArrayList<>();
    for (int tick = 0; tick < DIFFERENT_TICKS; tick++) {
      List<Map<String, Reading>> readings = new ArrayList<>();
      for (int theatre = 0; theatre < THEATRES; theatre++) {
        readings.add(synthetic.readings(fold, SyntheticTheatres.NOW));
      }
      ticks.add(readings);
    }
    before = new TheatreState[THEATRES];
    for (int theatre = 0; theatre < THEATRES; theatre++) {
      before[theatre] = fold.at(memory, SyntheticTheatres.NOW, ticks.get(0).get(theatre));
    }
  }

  /** The whole of it, as a server's tick does. */
  @Benchmark
  @AtMost(milliseconds = 1, percentile = 99)
  public void tick(Blackhole hole) {
    List<Map<String, Reading>> readings = ticks.get(next);
    next = (next + 1) % DIFFERENT_TICKS;
    for (int theatre = 0; theatre < THEATRES; theatre++) {
      TheatreState state = fold.at(memory, SyntheticTheatres.NOW, readings.get(theatre));
      hole.consume(Movement.between(before[theatre].index(), state.index()));
      before[theatre] = state;
    }
  }
}
