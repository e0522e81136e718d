package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.Option;

/**
 * What the indicators {@code media-tone} and {@code media-volume} read.
 *
 * @param dyad two CAMEO country codes, in the order of the feed's configuration
 * @param window whole days
 */
public record MediaConfig(
    @Option(doc = "The two states, such as [USA, IRN], in the order in which the feed names them.")
        List<String> dyad,
    @Option(
            doc =
                "Over how many days the news is averaged, whole days; five in seven must be known.",
            defaultValue = "P7D")
        Duration window) {

  public MediaConfig {
    dyad = List.copyOf(dyad);
  }
}
