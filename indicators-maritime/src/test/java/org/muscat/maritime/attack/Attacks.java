package org.muscat.maritime.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.maritime.geo.Position;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/** Made-up incident reports, each known two days later, and readings of them at Hormuz. */
final class Attacks {

  static final String ASAM = "incidents/asam";
  static final String UKMTO = "incidents/ukmto";
  static final Position HORMUZ = Strait.HORMUZ.position();
  static final Position FAR = Strait.MALACCA.position();
  static final AttackIntensityProvider PROVIDER = new AttackIntensityProvider();

  private Attacks() {}

  static AttackIntensityConfig config(String... series) {
    return new AttackIntensityConfig(
        "hormuz", List.of(series), Optional.of(0.0043), Optional.of(0.505));
  }

  static Observation report(
      String series, String key, String day, Position position, double weight) {
    return Observation.event(
            series,
            key,
            Recorded.day(day),
            weight == 2 ? "hit" : "attack",
            weight,
            Map.of(
                "latitude", Double.toString(position.latitude()),
                "longitude", Double.toString(position.longitude())))
        .knownAt(Recorded.day(day).plus(Duration.ofDays(2)), KnownBasis.PUBLISHED);
  }

  /** North of a place by some kilometres. */
  static Position north(Position place, double kilometres) {
    return new Position(
        place.latitude() + Math.toDegrees(kilometres / 6_371.0088), place.longitude());
  }

  static Reading read(AttackIntensityConfig config, String day, Observation... reports) {
    return read(config, Recorded.day(day), reports);
  }

  static Reading read(AttackIntensityConfig config, Instant asOf, Observation... reports) {
    return new History().add(reports).read(PROVIDER, config, asOf);
  }
}
