package org.muscat.server.scales;

import java.util.Map;
import java.util.Optional;
import org.muscat.spi.Calibration;
import org.muscat.spi.Scale;

/**
 * The scale of an indicator beside the one that the store gives for the same window.
 *
 * @param indicator the kind, or the name of a case of it
 * @param options of the case, by their names; all others have their defaults
 * @param shape of the curve between the anchors
 * @param readings how many the store gives in the window, one for each observed moment
 * @param given what the indicator says; empty if it cannot be made
 * @param computed what the store gives; empty if that cannot be said
 * @param note why not, or what is odd; empty if all is well
 */
public record ScaleCheck(
    String indicator,
    Map<String, String> options,
    String unit,
    Scale.Shape shape,
    Calibration calibration,
    int readings,
    Optional<Anchors> given,
    Optional<Anchors> computed,
    String note) {}
