package org.muscat.diplomacy.gdelt;

import java.util.List;
import org.muscat.spi.Option;

/**
 * What the indicator {@code mediation} reads.
 *
 * @param theatre of the chronicle
 * @param principals CAMEO country codes of the states between which others mediate
 * @param mediators CAMEO country codes of the third parties
 */
public record MediationConfig(
    @Option(doc = "The theatre of the chronicle, such as gulf.") String theatre,
    @Option(
            doc = "The states between which others mediate, by CAMEO country code.",
            example = "[USA, IRN]")
        List<String> principals,
    @Option(
            doc =
                "The third parties that are looked for in GDELT. The feed has to name the pair of"
                    + " each with each principal, the principal first, such as IRN-OMN.",
            defaultValue = "[OMN, QAT, CHE, PAK, EGY, TUR, IRQ]")
        List<String> mediators) {

  public MediationConfig {
    principals = List.copyOf(principals);
    mediators = List.copyOf(mediators);
  }
}
