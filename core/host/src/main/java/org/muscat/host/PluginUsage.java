package org.muscat.host;

import org.muscat.host.guard.Work;

/**
 * What a plugin has used since it was loaded.
 *
 * @param plugin its id
 * @param cost of its calls; of a plugin in a process of its own only what waiting for it cost
 * @param stuckThreads how many threads were abandoned and still run
 * @param droppedSeries how many calls of its meters could not be exported
 */
public record PluginUsage(String plugin, Work.Cost cost, int stuckThreads, long droppedSeries) {}
