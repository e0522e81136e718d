package org.muscat.host.child.wire;

/**
 * A kind of feed or indicator that a candidate offers; ids may be offered twice.
 *
 * @param offer the number of the plugin among the offers of the candidate, from 0
 * @param item the number of the kind among the feeds or the indicators of the plugin, from 0
 */
public record Address(int offer, int item) {}
