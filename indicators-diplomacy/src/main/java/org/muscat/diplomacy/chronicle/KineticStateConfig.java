package org.muscat.diplomacy.chronicle;

import java.util.List;
import org.muscat.spi.Option;

/**
 * What the indicator {@code kinetic-state} reads.
 *
 * @param theatre the theatre of the chronicle
 * @param areas the areas whose events count
 */
public record KineticStateConfig(
    @Option(doc = "Theatre of the chronicle.", defaultValue = "gulf") String theatre,
    @Option(
            doc = "Areas of the theatre whose events count.",
            defaultValue = "[gulf, red-sea, levant, elsewhere]",
            allowed = {"gulf", "red-sea", "levant", "elsewhere"})
        List<String> areas) {

  public KineticStateConfig {
    areas = List.copyOf(areas);
  }
}
