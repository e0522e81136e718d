package org.muscat.store;

/**
 * What became of index states that were to be stored.
 *
 * @param stored states that said something new
 * @param unchanged states of which the newest stored version says the same
 */
public record AppendedStates(int stored, int unchanged) {}
