package org.muscat.host;

import java.util.Map;

/**
 * A number that a feed tells about its work.
 *
 * @param plugin the id of its plugin
 * @param feed the instance
 * @param name as the feed named it
 * @param labels as the feed gave them, by name
 * @param counter whether it is a count, which only grows
 * @param value finite
 */
public record MeterSample(
    String plugin,
    String feed,
    String name,
    Map<String, String> labels,
    boolean counter,
    double value) {

  public MeterSample {
    labels = Map.copyOf(labels);
  }
}
