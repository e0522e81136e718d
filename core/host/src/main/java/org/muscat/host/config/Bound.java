package org.muscat.host.config;

/**
 * A configuration record with the text that it stands for.
 *
 * @param value the record
 * @param text all its options with their values, defaults included, in the order of the record and
 *     {@code ~} for an optional one without a value; equal texts mean equal configurations
 */
public record Bound<C extends Record>(C value, String text) {}
