package org.muscat.energy;

/** The configuration of an indicator that has none. */
public record NoOptions() {}
