package org.muscat.server.index;

import java.util.Optional;
import org.muscat.engine.Movement;

/**
 * What would be said of a theatre if some readings or weights were others. Immutable.
 *
 * @param is what is said
 * @param would what would be said
 * @param movement from the one to the other; empty unless both have a score
 */
public record WhatIf(Assessment is, Assessment would, Optional<Movement> movement) {}
