package org.muscat.maritime.attack;

import java.util.List;
import java.util.Optional;
import org.muscat.spi.Option;

/**
 * Options of {@code attack-intensity}.
 *
 * @param strait around which attacks count, as in the names of series, such as {@code hormuz}
 * @param series of incident reports, one for each reporter
 * @param background attacks a day that none before has brought, {@code mu} of the method
 * @param contagion how many others an attack of weight 1 at the strait brings, {@code a}; needed
 *     with {@code background} for a strait that was not fitted
 */
public record AttackIntensityConfig(
    @Option(doc = "The strait around which attacks count: hormuz, bab-el-mandeb.") String strait,
    @Option(
            doc = "The series of incident reports; name those that you feed.",
            defaultValue = "[incidents/asam, incidents/ukmto, incidents/imb, incidents/jmic]")
        List<String> series,
    @Option(
            doc =
                "Attacks a day that none before has brought (mu), in place of what ASAM gives for"
                    + " the strait; with contagion. Hormuz, Bab el-Mandeb and Malacca were fitted;"
                    + " others have to give it.",
            min = 1e-6,
            max = 100)
        Optional<Double> background,
    @Option(
            doc =
                "How many others an attack of weight 1 at the strait brings (a), in place of what"
                    + " ASAM gives for the strait; with background.",
            min = 0,
            max = 10)
        Optional<Double> contagion) {

  public AttackIntensityConfig {
    series = List.copyOf(series);
  }

  /** With what ASAM gives for the strait. */
  public AttackIntensityConfig(String strait, List<String> series) {
    this(strait, series, Optional.empty(), Optional.empty());
  }
}
