package org.muscat.engine.regime;

import org.jspecify.annotations.Nullable;

/**
 * What the flags need beside the regime, each null when it is missing.
 *
 * @param ultimatum the clock U1, in [0,1] (method, section 4)
 * @param mediated whether a mediator is active (section 4, D5)
 * @param thinMargin whether the margin for error is THIN (section 7)
 * @param divergence whether one pillar lies more than 30 points from the median of the others
 *     (section 5.7)
 */
public record FlagEvidence(
    @Nullable Double ultimatum,
    @Nullable Boolean mediated,
    @Nullable Boolean thinMargin,
    @Nullable Boolean divergence) {}
