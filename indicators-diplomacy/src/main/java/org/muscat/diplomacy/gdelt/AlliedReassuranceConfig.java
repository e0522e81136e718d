package org.muscat.diplomacy.gdelt;

import java.util.List;
import org.muscat.spi.Option;

/**
 * What the indicator {@code allied-reassurance} reads.
 *
 * @param theatre of the chronicle
 * @param principal CAMEO country code of the state that reassures
 * @param allies CAMEO country codes of those that it reassures
 */
public record AlliedReassuranceConfig(
    @Option(doc = "The theatre of the chronicle, such as gulf.") String theatre,
    @Option(doc = "The state that reassures its allies, by CAMEO country code.", example = "USA")
        String principal,
    @Option(
            doc =
                "The allies. The feed has to name the pair of each with the principal, the principal"
                    + " first, such as USA-SAU.",
            defaultValue = "[SAU, ARE, QAT, OMN, BHR, KWT, ISR]")
        List<String> allies) {

  public AlliedReassuranceConfig {
    allies = List.copyOf(allies);
  }
}
