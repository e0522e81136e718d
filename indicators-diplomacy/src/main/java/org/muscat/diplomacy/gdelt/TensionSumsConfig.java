package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.Option;

/**
 * What the indicator {@code tension-sums} reads.
 *
 * @param dyad two CAMEO country codes
 * @param window whole days
 */
public record TensionSumsConfig(
    @Option(doc = "The two states, such as [USA, IRN], in the order of the series name.")
        List<String> dyad,
    @Option(
            doc =
                "Over how many days the sums are averaged, whole days; five in seven must be known.",
            defaultValue = "P7D")
        Duration window) {

  public TensionSumsConfig {
    dyad = List.copyOf(dyad);
  }
}
