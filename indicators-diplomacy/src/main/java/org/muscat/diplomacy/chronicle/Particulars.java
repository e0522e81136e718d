package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only events of some types tell; null, 0 or empty where an event does not.
 *
 * @param mediator of talks
 * @param level of force
 * @param attribution of an attack
 * @param assets of a deployment; two of a kind stand there twice
 * @param arrived the day on which a deployment was in the theatre; null if it was from its date
 * @param threat of an ultimatum
 * @param stance of an ally
 */
record Particulars(
    @Nullable String mediator,
    double level,
    @Nullable String attribution,
    List<Asset> assets,
    @Nullable LocalDate arrived,
    @Nullable String threat,
    @Nullable String stance) {}
