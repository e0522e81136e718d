package org.muscat.diplomacy.chronicle;

import java.util.List;
import org.muscat.spi.Option;

/**
 * What the indicator {@code talks-opacity} reads.
 *
 * @param theatre the theatre of the chronicle
 * @param mediatorCredibility such as {@code OMN=0.9}; 1 for a mediator that is not named
 */
public record TalksOpacityConfig(
    @Option(doc = "Theatre of the chronicle.", defaultValue = "gulf") String theatre,
    @Option(
            doc = "Credibility of mediators from 0 to 1, such as [OMN=0.9]; 1 where none is given.",
            defaultValue = "[]")
        List<String> mediatorCredibility) {

  public TalksOpacityConfig {
    mediatorCredibility = List.copyOf(mediatorCredibility);
  }
}
