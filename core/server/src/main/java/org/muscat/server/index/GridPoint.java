package org.muscat.server.index;

import java.util.Optional;

/**
 * An assessment of the past, as it would have been known then. Immutable.
 *
 * @param assessment as of a point of the grid
 * @param checkpoint where a fold can go on after this point, at every 32nd of them and the last
 *     eight
 * @param stamp the newest delivery that is surely in it
 */
public record GridPoint(Assessment assessment, Optional<String> checkpoint, long stamp) {}
