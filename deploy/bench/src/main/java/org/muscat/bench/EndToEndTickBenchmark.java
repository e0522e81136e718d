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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One tick of 200 theatres x 40 indicators as a server does it: as-of views from the store, guarded
 * calls into a plugin in its own class loader, the engine, and what moved each index over a day and
 * a week, for which the indicators are read as of two earlier moments, too. Each tick is a second
 * later than the one before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@NullUnmarked
public class EndToEndTickBenchmark {

  private static final int THEATRES = 200;
  private static final int INDICATORS = 40;
  private static final int DAYS = 31;

  private StoredTheatres muscat;
  private Instant now;

  @Setup
  public void open() {
    muscat = new StoredTheatres(THEATRES, INDICATORS, DAYS);
    now = StoredTheatres.LAST_DAY.plusSeconds(3600);
  }

  @TearDown
  public void close() throws IOException {
    muscat.close();
  }

  /** Nothing arrived since the tick before: the heartbeat. */
  @Benchmark
  @AtMost(milliseconds = 100, percentile = 99)
  public List<Assessment> heartbeat() {
    now = now.plusSeconds(1);
    return muscat.assessor().assessAll(muscat.theatres().all(), now);
  }

  /** One observation arrived for each theatre; storing them is in the time. */
  @Benchmark
  public List<Assessment> afterArrivals() {
    now = now.plusSeconds(1);
    muscat.append(now);
    return muscat.assessor().assessAll(muscat.theatres().all(), now);
  }
}
