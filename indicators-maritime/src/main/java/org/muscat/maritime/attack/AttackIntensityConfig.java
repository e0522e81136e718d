package org.muscat.maritime.attack;

import java.util.List;
import org.muscat.spi.Option;

/**
 * Options of {@code attack-intensity}.
 *
 * @param strait around which attacks count, as in the names of series, such as {@code hormuz}
 * @param series of incident reports, one for each reporter
 * @param background attacks a day that none before has brought, {@code mu} of the method
 * @param contagion how many others an attack of weight 1 at the strait brings, {@code a}
 */
public record AttackIntensityConfig(
    @Option(doc = "The strait around which attacks count: hormuz, bab-el-mandeb.") String strait,
    @Option(
            doc = "The series of incident reports; name those that you feed.",
            defaultValue = "[incidents/asam, incidents/ukmto, incidents/imb, incidents/jmic]")
        List<String> series,
    @Option(
            doc =
                "Attacks a day that none before has brought (mu). The default is of Hormuz,"
                    + " 2000-01 to 2014-04; Bab el-Mandeb .0234, Malacca .0644.",
            defaultValue = "0.0043",
            min = 1e-6,
            max = 100)
        double background,
    @Option(
            doc =
                "How many others an attack of weight 1 at the strait brings (a). The default is of"
                    + " Hormuz, 2000-01 to 2014-04; Bab el-Mandeb .745, Malacca .483.",
            defaultValue = "0.505",
            min = 0,
            max = 1)
        double contagion) {

  public AttackIntensityConfig {
    series = List.copyOf(series);
  }
}
