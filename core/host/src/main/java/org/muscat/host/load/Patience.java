package org.muscat.host.load;

import java.time.Duration;

/**
 * How long a plugin may take to be made and to make something.
 *
 * @param deadline for one call, positive
 * @param grace between the interrupt and giving up its thread, positive
 */
public record Patience(Duration deadline, Duration grace) {}
