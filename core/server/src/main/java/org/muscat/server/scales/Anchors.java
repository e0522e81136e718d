package org.muscat.server.scales;

/**
 * The figures of a scale, in the indicator's unit.
 *
 * @param calm the reading with risk 10
 * @param stressed the reading with risk 90
 * @param sigma standard deviation of the risk over the window, in points
 */
public record Anchors(double calm, double stressed, double sigma) {}
