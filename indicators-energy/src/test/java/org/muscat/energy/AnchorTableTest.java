package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Observation;
import org.muscat.spi.Series;
import org.muscat.toolkit.Quantiles;
import org.muscat.toolkit.Returns;
import org.muscat.toolkit.SevenDayMean;

/** The table of the method, section 3, from every recorded day of 2008-2018. */
class AnchorTableTest {

  private static final double[] PROBABILITIES = {0.10, 0.50, 0.90, 0.95, 0.99};

  @Test
  void shouldHoldForRealisedVolatility() {
    Series brent = series(RecordedPrices.brent());
    List<Double> readings = new ArrayList<>();
    for (int i = 20; i < brent.size(); i++) {
      if (isInWindow(brent.epochDay(i))) {
        readings.add(Returns.realisedVolatility(Returns.log(brent.first(i + 1).last(21))));
      }
    }

    assertTable(readings, 0.005, 15.48, 28.45, 48.02, 62.69, 91.86);
  }

  @Test
  void shouldHoldForVolatilityIndices() {
    List<Double> ovx = together(RecordedPrices.ovx(), RecordedPrices.ovx(), (a, b) -> a);
    List<Double> vix = together(RecordedPrices.vix(), RecordedPrices.vix(), (a, b) -> a);
    List<Double> ratio = together(RecordedPrices.ovx(), RecordedPrices.vix(), (a, b) -> a / b);

    assertTable(ovx, 0.05, 21.5, 33.5, 53.1, 65.0, 85.5);
    assertTable(vix, 0.07, 11.8, 16.9, 30.7, 40.0, 60.0);
    assertTable(ratio, 0.005, 1.33, 1.81, 2.94, 3.18, 3.65);
  }

  @Test
  void shouldHoldForBrentOverWti() {
    List<Double> spread =
        together(RecordedPrices.brent(), RecordedPrices.wti(), (brent, wti) -> brent - wti);

    assertTable(spread, 0.06, -1.95, 3.37, 17.6, 20.7, 26.4);
  }

  @ParameterizedTest
  @CsvSource({
    "gprd, 68, 86, 124, 135, 163",
    "gprd_threat, 61, 85, 133, 152, 193",
    "gprd_act, 59, 83, 124, 147, 195"
  })
  void shouldHoldForWeeklyMeansOfNews(
      String column, double p10, double p50, double p90, double p95, double p99) {
    Series gpr = series(RecordedPrices.gpr(column, "gpr/all"));
    List<Double> readings = new ArrayList<>();
    for (int i = 0; i < gpr.size(); i++) {
      if (isInWindow(gpr.epochDay(i))) {
        readings.add(SevenDayMean.at(gpr, i).orElseThrow());
      }
    }

    assertTable(readings, 0.5, p10, p50, p90, p95, p99);
  }

  private static void assertTable(List<Double> readings, double rounding, double... table) {
    double[] values = readings.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(values).hasSizeGreaterThan(2700);
    for (int i = 0; i < PROBABILITIES.length; i++) {
      assertThat(Quantiles.quantile(PROBABILITIES[i], values))
          .as("percentile %s", PROBABILITIES[i])
          .isCloseTo(table[i], within(rounding));
    }
  }

  private static List<Double> together(
      List<Observation> first, List<Observation> second, DoubleBinaryOperator both) {
    Map<Long, Double> others = new HashMap<>();
    Series other = series(second);
    for (int i = 0; i < other.size(); i++) {
      others.put(other.epochDay(i), other.value(i));
    }
    Series one = series(first);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      Double match = others.get(one.epochDay(i));
      if (match != null && isInWindow(one.epochDay(i))) {
        values.add(both.applyAsDouble(one.value(i), match));
      }
    }
    return values;
  }

  private static boolean isInWindow(long epochDay) {
    int year = LocalDate.ofEpochDay(epochDay).getYear();
    return year >= 2008 && year <= 2018;
  }

  private static Series series(List<Observation> points) {
    return Series.of(
        points.get(0).series(),
        points.stream().mapToLong(point -> point.observedAt().toEpochMilli()).toArray(),
        points.stream().mapToDouble(Observation::value).toArray());
  }
}
