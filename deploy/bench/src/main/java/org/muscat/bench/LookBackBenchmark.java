package org.muscat.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.muscat.server.index.Assessment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the length of the past costs a tick: one theatre of 40 indicators that look back over all of
 * it, with a month and with eight years of daily points in the store. Compare the two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked
public class LookBackBenchmark {

  @Param({"31", "3000"})
  private int days;

  private StoredTheatres muscat;
  private Instant now;

  @Setup
  public void open() {
    muscat = new StoredTheatres(1, 40, days);
    now = StoredTheatres.LAST_DAY.plusSeconds(3600);
  }

  @TearDown
  public void close() throws IOException {
    muscat.close();
  }

  @Benchmark
  public List<Assessment> tick() {
    now = now.plusSeconds(1);
    return muscat.assessor().assessAll(muscat.theatres().all(), now);
  }
}
