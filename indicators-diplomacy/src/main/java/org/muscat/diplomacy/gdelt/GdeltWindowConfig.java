package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.Option;

/**
 * What the indicators on raw GDELT files read.
 *
 * @param dyad two CAMEO country codes, in the order of the feed's configuration
 * @param window whole days
 * @param minFileShare in [0,1]
 */
public record GdeltWindowConfig(
    @Option(doc = "The two states, such as [USA, IRN], in the order in which the feed names them.")
        List<String> dyad,
    @Option(doc = "How many days are summed up, whole days.", defaultValue = "P7D") Duration window,
    @Option(
            doc = "Share of the expected files (96 a day) below which there is no reading.",
            defaultValue = "0.5",
            min = 0,
            max = 1)
        double minFileShare) {

  public GdeltWindowConfig {
    dyad = List.copyOf(dyad);
  }
}
