package org.muscat.bench.theses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Inputs;
import org.muscat.spi.SeriesView;
import org.muscat.store.SourceRanking;

/** How markets moved around turns of the chronicle. */
final class MarketTable {

  private static final Map<String, String> MARKETS = markets();

  /** Moves over three days overlap, and volatility comes in clusters. */
  private static final int BLOCK = 60;

  /** Demand collapsed, the yen turned, rates turned: none of it began in the Gulf. */
  private static final Set<YearMonth> OTHER_SHOCKS =
      Set.of(YearMonth.of(2020, 3), YearMonth.of(2024, 8), YearMonth.of(2024, 12));

  private final Chronicle chronicle;
  private final Map<String, MarketMoves> moves = new LinkedHashMap<>();

  MarketTable(Session session, Chronicle chronicle) {
    this.chronicle = chronicle;
    Inputs inputs = Inputs.none();
    for (String series : MARKETS.values()) {
      inputs = inputs.with(series, Inputs.WHOLE_HISTORY);
    }
    Instant until = ThesisTables.start(ThesisTables.LAST);
    SeriesView view =
        session
            .store()
            .history(inputs.all(), SourceRanking.byName(), until)
            .view(until, inputs.all());
    MARKETS.forEach((name, series) -> moves.put(name, new MarketMoves(view.series(series))));
  }

  private static Map<String, String> markets() {
    Map<String, String> markets = new LinkedHashMap<>();
    markets.put("Brent", "oil/brent-spot");
    markets.put("OVX", "volatility/ovx");
    markets.put("VIX", "volatility/vix");
    return markets;
  }

  void print() {
    Map<String, List<LocalDate>> turns = new LinkedHashMap<>();
    turns.put("rounds of talks", chronicle.turns(Chronicle.ROUNDS));
    turns.put("advances", chronicle.turns(Chronicle.ADVANCES));
    turns.put("setbacks in talks", chronicle.turns(Chronicle.SETBACKS_IN_TALKS));
    turns.put("signals of force", chronicle.turns(Chronicle.SIGNALS));
    turns.put(
        "signals of force, less those in months of other shocks",
        chronicle.turns(Chronicle.SIGNALS).stream()
            .filter(day -> !OTHER_SHOCKS.contains(YearMonth.from(day)))
            .toList());
    turns.put("uses of force", chronicle.turns(Chronicle.FORCE));
    System.out.println("| turns | market | mean move | mean size of move |");
    System.out.println("|---|---|---|---|");
    turns.forEach(
        (name, days) -> moves.forEach((market, of) -> row(name, market, of.around(days), 1)));
    moves.forEach(
        (market, of) ->
            row(
                "every trading day",
                market,
                of.always(ThesisTables.FIRST, ThesisTables.LAST),
                BLOCK));
    System.out.println();
    for (Map.Entry<String, MarketMoves> market : moves.entrySet()) {
      System.out.printf(
          "%s: size of move at setbacks in talks less size at advances: %s; at uses of force less at advances: %s.%n%n",
          market.getKey(),
          difference(market.getValue(), Chronicle.SETBACKS_IN_TALKS),
          difference(market.getValue(), Chronicle.FORCE));
    }
  }

  private static void row(String turns, String market, double[] moves, int block) {
    System.out.printf(
        "| %s | %s | %s | %s |%n",
        turns,
        market,
        Interval.mean(moves, block).text(),
        Interval.mean(Arrays.stream(moves).map(Math::abs).toArray(), block).text());
  }

  /**
   * Setbacks are drawn again apart from advances: places below the count of setbacks are theirs.
   */
  private String difference(MarketMoves of, Set<String> setbacks) {
    double[] bad = Arrays.stream(of.around(chronicle.turns(setbacks))).map(Math::abs).toArray();
    double[] good =
        Arrays.stream(of.around(chronicle.turns(Chronicle.ADVANCES))).map(Math::abs).toArray();
    double[] both = Arrays.copyOf(bad, bad.length + good.length);
    System.arraycopy(good, 0, both, bad.length, good.length);
    return Interval.of(both.length, 1, places -> difference(both, bad.length, places)).text();
  }

  private static double difference(double[] both, int setbacks, int[] places) {
    double bad =
        Arrays.stream(places)
            .filter(i -> i < setbacks)
            .mapToDouble(i -> both[i])
            .average()
            .orElse(Double.NaN);
    double good =
        Arrays.stream(places)
            .filter(i -> i >= setbacks)
            .mapToDouble(i -> both[i])
            .average()
            .orElse(Double.NaN);
    return bad - good;
  }
}
