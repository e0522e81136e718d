package org.muscat.bench.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Measured;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.Quantiles;

/**
 * How far the risk of {@code slow-decline} strays at Bab el-Mandeb in the quiet years, which end
 * before the crisis: {@code sigma_clim} of the method.
 */
final class DeviationTable {

  private static final LocalDate LAST = LocalDate.of(2022, 12, 31);
  private static final Scale SCALE = Scale.logistic(0, 15);

  private DeviationTable() {}

  static List<String> lines(Series record) {
    TransitIndicator decline = TransitIndicator.of("slow-decline", Strait.BAB_EL_MANDEB);
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < record.size() && record.epochDay(i) <= LAST.toEpochDay(); i++) {
      decline.read(record.first(i + 1)).map(Measured::value).ifPresent(sums::add);
    }
    double[] readings = sums.stream().mapToDouble(Double::doubleValue).toArray();
    return List.of(
        "| strait | readings | p10, p50, p90 | sigma of the risk |",
        "|---|---|---|---|",
        String.format(
            Locale.ROOT,
            "| Bab el-Mandeb | %d | %.1f, %.1f, %.1f | %.1f |",
            readings.length,
            Quantiles.quantile(0.1, readings),
            Quantiles.median(readings),
            Quantiles.quantile(0.9, readings),
            Risk.spread(SCALE, readings)));
  }
}
