package org.muscat.server.document;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.server.scales.Anchors;
import org.muscat.server.scales.ScaleCheck;

/**
 * A scale beside the one that the store gives.
 *
 * @param indicator the kind, or the name of a case of it
 * @param options of the case, by their names; empty for the default scale
 * @param origin {@code percentiles} or {@code choice}
 * @param from first day of the window
 * @param to last day of the window
 * @param readings how many the store gives in the window
 * @param given absent if the indicator cannot be made so
 * @param computed absent if the store gives none
 * @param note why not, or what is odd; empty if all is well
 */
public record ScaleDocument(
    String indicator,
    Map<String, String> options,
    String unit,
    String shape,
    int version,
    String origin,
    String from,
    String to,
    int readings,
    @Nullable Anchors given,
    @Nullable Anchors computed,
    String note) {

  /** Of a check. */
  public static ScaleDocument of(ScaleCheck check) {
    return new ScaleDocument(
        check.indicator(),
        new TreeMap<>(check.options()),
        check.unit(),
        Words.of(check.shape()),
        check.calibration().version(),
        Words.of(check.calibration().origin()),
        check.calibration().from().toString(),
        check.calibration().to().toString(),
        check.readings(),
        check.given().orElse(null),
        check.computed().orElse(null),
        check.note());
  }
}
