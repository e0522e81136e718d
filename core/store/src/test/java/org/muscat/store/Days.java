package org.muscat.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/** Short words for the tests: moments are days counted from 2024-01-01. */
final class Days {

  static final String BRENT = "oil/brent-spot";
  static final String TALKS = "chronicle/talks";
  static final String EIA = "eia";

  private Days() {}

  static Instant day(double day) {
    return Instant.parse("2024-01-01T00:00:00Z").plusMillis(Math.round(day * 86_400_000));
  }

  static Observation point(double observed, double value) {
    return Observation.point(BRENT, day(observed), value);
  }

  static Observation point(double observed, double known, double value) {
    return point(observed, value).knownAt(day(known), KnownBasis.PUBLISHED);
  }

  /** A delivery of vintage 1 from one source, with no cursor. */
  static Delivery delivery(double recorded, Observation... observations) {
    return new Delivery(EIA, 1, day(recorded), List.of(observations), null);
  }

  static List<Inputs.Input> everything(String... series) {
    return List.of(series).stream().map(s -> new Inputs.Input(s, Inputs.WHOLE_HISTORY)).toList();
  }

  static List<Inputs.Input> back(String series, int days) {
    return List.of(new Inputs.Input(series, Duration.ofDays(days)));
  }

  static AsOfView brent(Store store, double asOf) {
    return store.view(day(asOf), everything(BRENT), SourceRanking.byName());
  }

  static double[] values(Store store, double asOf) {
    return brent(store, asOf).series(BRENT).values();
  }
}
