package org.muscat.bench.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Inputs;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.store.History;
import org.muscat.store.SourceRanking;

/**
 * The benchmark of method.md, section 9: forecasts of Brent's realised volatility over the next ten
 * returns, out of sample, from HAR, HAR+GPR, HAR+OVX, and with the risk of the energy pillar beside
 * HAR+OVX. HAR is the heterogeneous autoregression of Corsi (2009) on daily closes.
 *
 * <p>An origin is a day of the Brent series, forecast at the moment at which its price was known
 * and with what was known then. Regressions are fitted anew at each origin over all origins since
 * the first whose target was known by then: the window expands, and an embargo of ten returns keeps
 * the forecast from its own target. Nothing is tuned.
 */
public final class VolatilityForecast {

  private static final int AHEAD = 10;
  private static final int RV_MONTH_DAYS = 22;

  /** Rows that a fit needs; forecasts begin when there are so many. */
  static final int LEAST_FITTED = 750;

  private static final String BRENT = "oil/brent-spot";
  private static final String OVX = "volatility/ovx";
  private static final String GPR = "gpr/all";
  private static final Duration BACK = Duration.ofDays(60);

  /** Features by column of an origin. */
  private static final int RV_DAY = 0;

  private static final int RV_WEEK = 1;
  private static final int RV_MONTH = 2;
  private static final int OVX_LEVEL = 3;
  private static final int GPR_WEEK = 4;
  private static final int PILLAR_RISK = 5;

  private static final Map<String, int[]> MODELS = models();

  private static Map<String, int[]> models() {
    Map<String, int[]> models = new LinkedHashMap<>();
    models.put("HAR", new int[] {RV_DAY, RV_WEEK, RV_MONTH});
    models.put("HAR+GPR", new int[] {RV_DAY, RV_WEEK, RV_MONTH, GPR_WEEK});
    models.put("HAR+OVX", new int[] {RV_DAY, RV_WEEK, RV_MONTH, OVX_LEVEL});
    models.put("HAR+pillar", new int[] {RV_DAY, RV_WEEK, RV_MONTH, PILLAR_RISK});
    models.put("HAR+OVX+pillar", new int[] {RV_DAY, RV_WEEK, RV_MONTH, OVX_LEVEL, PILLAR_RISK});
    return models;
  }

  private VolatilityForecast() {}

  /**
   * Prints tables in Markdown.
   *
   * @param arguments muscat.yaml, the data folder, the theatre, and the first and last moment of an
   *     origin
   */
  public static void main(String[] arguments) throws IOException {
    Instant from = Instant.parse(arguments[3]);
    Instant to = Instant.parse(arguments[4]);
    List<Origin> origins;
    try (Session session = Replays.open(Path.of(arguments[0]), Path.of(arguments[1]))) {
      Theatre theatre = Replays.theatre(session, arguments[2]);
      Map<Instant, Double> pillar = pillarRisk(session, theatre, from, to);
      origins = origins(session, pillar, from, to);
    }
    Map<String, double[]> forecasts = new LinkedHashMap<>();
    MODELS.forEach((name, columns) -> forecasts.put(name, forecast(origins, columns)));
    System.out.printf(
        "%d origins from %s to %s, the first %d only for fitting%n",
        origins.size(),
        origins.get(0).day(),
        origins.get(origins.size() - 1).day(),
        firstForecast(forecasts));
    new ForecastScores(origins, forecasts, firstForecast(forecasts)).print();
  }

  /** The risk of the energy pillar, 100 less its stability, at each point of the grid. */
  private static Map<Instant, Double> pillarRisk(
      Session session, Theatre theatre, Instant from, Instant to) {
    Map<Instant, Double> risk = new HashMap<>();
    Assessor assessor = session.injector().getInstance(Assessor.class);
    assessor.replay(
        theatre,
        from,
        to,
        2,
        point -> {
          Double stability = energy(point.assessment().state()).stability();
          if (stability != null) {
            risk.put(point.assessment().theatreState().asOf(), 100 - stability);
          }
        });
    return risk;
  }

  private static PillarState energy(IndexState state) {
    return state.pillars().stream()
        .filter(pillar -> pillar.id().equals("energy"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the theatre has no pillar 'energy'"));
  }

  /**
   * Returns are those of the prices as known at the last moment: the recorded history has one
   * vintage, and Brent is hardly ever revised. Which of them are known at an origin is as of then.
   */
  private static List<Origin> origins(
      Session session, Map<Instant, Double> pillar, Instant from, Instant to) {
    List<Inputs.Input> whole =
        Inputs.none().with(BRENT, Inputs.WHOLE_HISTORY).with(OVX, BACK).with(GPR, BACK).all();
    List<Inputs.Input> recent =
        Inputs.none().with(BRENT, BACK).with(OVX, BACK).with(GPR, BACK).all();
    History history = session.store().history(whole, SourceRanking.byName(), to);
    Series brent = history.view(to, whole).series(BRENT);
    double[] returns = logReturns(brent);
    List<Origin> origins = new ArrayList<>();
    int next = RV_MONTH_DAYS;
    for (Instant t = from; !t.isAfter(to); t = t.plus(Duration.ofDays(1))) {
      SeriesView known = history.view(t, recent);
      int at = newest(brent, known.series(BRENT), next);
      if (at < 0 || at + AHEAD >= brent.size()) {
        continue;
      }
      next = at + 1;
      Double risk = pillar.get(t);
      Series ovx = known.series(OVX);
      Series gpr = known.series(GPR);
      if (risk != null && !ovx.isEmpty() && gpr.size() >= 7) {
        double[] features = {
          volatility(returns, at, 1),
          volatility(returns, at, 5),
          volatility(returns, at, RV_MONTH_DAYS),
          ovx.lastValue(),
          mean(gpr.last(7)),
          risk
        };
        origins.add(new Origin(at, t, features, volatility(returns, at + AHEAD, AHEAD)));
      }
    }
    return origins;
  }

  /** Where the newest known price stands in the whole series; -1 if it was seen before. */
  private static int newest(Series whole, Series known, int from) {
    if (known.isEmpty()) {
      return -1;
    }
    int at = from;
    while (at < whole.size() && whole.millis(at) < known.millis(known.size() - 1)) {
      at++;
    }
    return at < whole.size() && whole.millis(at) == known.millis(known.size() - 1) ? at : -1;
  }

  private static double[] logReturns(Series prices) {
    double[] returns = new double[prices.size()];
    for (int i = 1; i < returns.length; i++) {
      returns[i] = Math.log(prices.value(i) / prices.value(i - 1));
    }
    return returns;
  }

  /** {@code 100 sqrt(252 mean r^2)} of the last returns up to one, in % p.a. */
  private static double volatility(double[] returns, int last, int count) {
    double squares = 0;
    for (int i = last - count + 1; i <= last; i++) {
      squares += returns[i] * returns[i];
    }
    return 100 * Math.sqrt(252 * squares / count);
  }

  private static double mean(Series series) {
    double sum = 0;
    for (double value : series.values()) {
      sum += value;
    }
    return sum / series.size();
  }

  private static int firstForecast(Map<String, double[]> forecasts) {
    double[] any = forecasts.values().iterator().next();
    int first = 0;
    while (Double.isNaN(any[first])) {
      first++;
    }
    return first;
  }

  /** NaN where too few rows were fitted. */
  static double[] forecast(List<Origin> origins, int[] columns) {
    double[] forecasts = new double[origins.size()];
    ExpandingFit fit = new ExpandingFit(columns.length);
    int fitted = 0;
    for (int i = 0; i < origins.size(); i++) {
      Origin now = origins.get(i);
      while (origins.get(fitted).index() + AHEAD <= now.index()) {
        Origin past = origins.get(fitted++);
        fit.add(past.features(columns), past.target());
      }
      forecasts[i] = fitted < LEAST_FITTED ? Double.NaN : fit.predict(now.features(columns));
    }
    return forecasts;
  }

  /**
   * A moment of a forecast.
   *
   * @param index of its day in the Brent series
   * @param day the moment at which the price of the day was known
   * @param features in the order of the constants
   * @param target what came: volatility of the next ten returns, % p.a.
   */
  @SuppressWarnings("ArrayRecordComponent") // lives in this program alone
  record Origin(int index, Instant day, double[] features, double target) {

    double[] features(int[] columns) {
      double[] chosen = new double[columns.length];
      for (int i = 0; i < columns.length; i++) {
        chosen[i] = features[columns[i]];
      }
      return chosen;
    }
  }
}
