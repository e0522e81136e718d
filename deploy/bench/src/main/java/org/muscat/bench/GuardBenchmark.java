package org.muscat.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.muscat.bench.plugin.BenchPlugin;
import org.muscat.host.BoundIndicator;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;
import org.muscat.server.index.BoundMember;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the guard around a plugin costs: forty indicators of one plugin, as a tick of one theatre
 * has them, and a single one, each read through the host and by a plain call. The difference is the
 * guard: a turn to the plugin's own thread and back, deadline, breaker, and the count of what it
 * cost. Times are for one indicator.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class GuardBenchmark {

  private static final int INDICATORS = 40;

  private StoredTheatres muscat;
  private LoadedPlugins plugins;
  private List<ReadRequest> requests;
  private List<ReadRequest> single;
  private List<Indicator> plain;
  private List<SeriesView> views;

  @Setup
  public void bind() {
    muscat = new StoredTheatres(1, INDICATORS, 31);
    plugins = muscat.plugins();
    requests = new ArrayList<>();
    plain = new ArrayList<>();
    views = new ArrayList<>();
    IndicatorProvider<BenchPlugin.Config> provider = BenchPlugin.newestValue();
    int number = 0;
    for (BoundMember member : muscat.theatres().all().get(0).members()) {
      BoundIndicator indicator = member.indicator();
      SeriesView view = muscat.view(indicator.inputs());
      requests.add(new ReadRequest(indicator, view));
      BenchPlugin.Config config = new BenchPlugin.Config("t0", number++);
      plain.add(provider.create(config));
      views.add(muscat.view(provider.inputs(config)));
    }
    single = requests.subList(0, 1);
  }

  @TearDown
  public void close() throws IOException {
    muscat.close();
  }

  @Benchmark
  @OperationsPerInvocation(INDICATORS)
  @AtMost(milliseconds = 0.005)
  public List<Outcome> guardedForty() {
    return plugins.readAll(requests);
  }

  @Benchmark
  @OperationsPerInvocation(INDICATORS)
  public void plainForty(Blackhole hole) {
    for (int i = 0; i < INDICATORS; i++) {
      hole.consume(plain.get(i).read(views.get(i)));
    }
  }

  @Benchmark
  public List<Outcome> guardedSingle() {
    return plugins.readAll(single);
  }

  @Benchmark
  public Reading plainSingle() {
    return plain.get(0).read(views.get(0));
  }
}
