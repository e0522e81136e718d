package org.muscat.server.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.ExplanationDocument.CauseDocument;
import org.muscat.server.document.ExplanationDocument.EndDocument;
import org.muscat.server.document.ExplanationDocument.PartDocument;
import org.muscat.server.index.WhatIf;

/**
 * What would be said if some readings or weights were others, as JSON.
 *
 * @param readings what was asked for, by the ids of inputs
 * @param weights what was asked for, by the ids of pillars and indicators
 * @param is what is said without them
 * @param index what would be said; what moved it over time is left out
 * @param change from the one to the other, in points; null unless both have a score
 * @param parts of the change, the largest first
 * @param causes the sum of the parts of each cause
 */
public record WhatIfDocument(
    Map<String, Double> readings,
    Map<String, Double> weights,
    EndDocument is,
    IndexDocument index,
    @Nullable Double change,
    List<PartDocument> parts,
    List<CauseDocument> causes) {

  static WhatIfDocument of(
      WhatIf whatIf,
      IndexDocument index,
      Map<String, Double> readings,
      Map<String, Double> weights) {
    MoveParts parts =
        whatIf
            .movement()
            .map(MoveParts::of)
            .orElseGet(() -> new MoveParts(List.of(), List.of(), 0));
    return new WhatIfDocument(
        new TreeMap<>(readings),
        new TreeMap<>(weights),
        EndDocument.of(whatIf.is().state()),
        index,
        whatIf.movement().map(movement -> (Double) movement.change()).orElse(null),
        parts.largestFirst(),
        parts.causes());
  }
}
