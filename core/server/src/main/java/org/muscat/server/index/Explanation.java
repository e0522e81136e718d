package org.muscat.server.index;

import org.muscat.engine.Movement;
import org.muscat.engine.theatre.TheatreState;

/**
 * What moved the index of a theatre from one moment to another. Immutable.
 *
 * @param theatre of which this is
 * @param from the state at the earlier moment, with a score
 * @param to the state at the later moment, with a score
 * @param movement the change and its parts
 */
public record Explanation(Theatre theatre, TheatreState from, TheatreState to, Movement movement) {}
