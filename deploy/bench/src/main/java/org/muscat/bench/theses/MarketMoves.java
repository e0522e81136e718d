package org.muscat.bench.theses;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.muscat.spi.Series;

/**
 * How far a price moved around a day, in its own usual moves: the log return from the last close
 * before the day to the third close from it on, over the standard deviation of such returns in the
 * 250 trading days before. Their root mean square is about 1, their mean size about .75.
 */
final class MarketMoves {

  private static final int CLOSES = 3;
  private static final int USUAL = 250;

  private final Series prices;

  MarketMoves(Series prices) {
    this.prices = prices;
  }

  /** Of these days, those that have enough closes on both sides. */
  double[] around(List<LocalDate> days) {
    List<Double> moves = new ArrayList<>();
    days.forEach(day -> around(day).ifPresent(moves::add));
    return moves.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Every trading day, as what is usual. */
  double[] always(LocalDate from, LocalDate to) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      LocalDate day = LocalDate.ofEpochDay(prices.epochDay(i));
      if (!day.isBefore(from) && !day.isAfter(to)) {
        days.add(day);
      }
    }
    return around(days);
  }

  private OptionalDouble around(LocalDate day) {
    int first = 0;
    while (first < prices.size() && prices.epochDay(first) < day.toEpochDay()) {
      first++;
    }
    int before = first - 1;
    int last = before + CLOSES;
    if (before < USUAL + CLOSES || last >= prices.size()) {
      return OptionalDouble.empty();
    }
    double sd = usual(before);
    return sd > 0 ? OptionalDouble.of(move(before) / sd) : OptionalDouble.empty();
  }

  /** Root mean square of the moves that were over by a close. */
  private double usual(int at) {
    double squares = 0;
    for (int i = at - CLOSES - USUAL; i < at - CLOSES; i++) {
      squares += move(i) * move(i);
    }
    return Math.sqrt(squares / USUAL);
  }

  private double move(int before) {
    // WTI alone was ever below zero; of a price that was, no log return can be taken.
    return Math.log(prices.value(before + CLOSES) / prices.value(before));
  }
}
