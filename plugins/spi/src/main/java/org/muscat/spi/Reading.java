package org.muscat.spi;

/** What an indicator says: a measurement, or why there is none. */
public sealed interface Reading permits Measured, NoData {}
