package org.muscat.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All energy indicators, straight over views in memory: one day of 200 theatres that share no
 * series, in a month whose models are fitted, and a daily back-fill of thirty years.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@NullUnmarked
public class EnergyBenchmark {

  static final LocalDate LAST = LocalDate.parse("2024-12-30");
  private static final LocalDate YEARS_BEFORE = LocalDate.parse("2018-06-01");
  private static final LocalDate FIRST = LocalDate.parse("1990-01-01");
  static final LocalDate BACK_FILL_FROM = LocalDate.parse("1994-12-31");
  private static final int THEATRES = 200;

  /** The days of the month take turns, so that no reading is one that is remembered. */
  private static final int DAYS = 28;

  private List<EnergyIndicators> theatres;
  private int turn;
  private SyntheticMarkets longMarkets;

  @Setup
  public void generate() {
    theatres = new ArrayList<>();
    for (int theatre = 0; theatre < THEATRES; theatre++) {
      EnergyIndicators indicators =
          new EnergyIndicators(SyntheticMarkets.of(YEARS_BEFORE, LAST, theatre));
      indicators.read(LAST);
      theatres.add(indicators);
    }
    longMarkets = SyntheticMarkets.of(FIRST, LAST, THEATRES);
  }

  /** How many readings measure something. */
  @Benchmark
  @AtMost(milliseconds = 20)
  public int oneDayOfTwoHundredTheatres() {
    LocalDate day = LAST.minusDays(turn++ % DAYS);
    int measured = 0;
    for (EnergyIndicators indicators : theatres) {
      measured += indicators.read(day);
    }
    return measured;
  }

  /** How many readings measure something. */
  @Benchmark
  @AtMost(milliseconds = 5000)
  public int thirtyYearsOfDays() {
    EnergyIndicators indicators = new EnergyIndicators(longMarkets);
    int measured = 0;
    for (LocalDate day = BACK_FILL_FROM; !day.isAfter(LAST); day = day.plusDays(1)) {
      measured += indicators.read(day);
    }
    return measured;
  }

  /** Prints what each indicator takes of the back-fill, in milliseconds. */
  public static void main(String[] none) {
    SyntheticMarkets markets = SyntheticMarkets.of(FIRST, LAST, THEATRES);
    for (int round = 0; round < 3; round++) {
      EnergyIndicators indicators = new EnergyIndicators(markets);
      for (int i = 0; i < indicators.size(); i++) {
        long start = System.nanoTime();
        int measured = indicators.readOne(i, BACK_FILL_FROM, LAST);
        long took = System.nanoTime() - start;
        if (round == 2) {
          System.out.printf(
              "%-24s %5d ms, %d days%n",
              indicators.id(i), TimeUnit.NANOSECONDS.toMillis(took), measured);
        }
      }
    }
  }
}
