package org.muscat.engine.panel.sensitivity;

/** From one number to another; both are NaN where nothing can be said. */
public record Interval(double lower, double upper) {}
