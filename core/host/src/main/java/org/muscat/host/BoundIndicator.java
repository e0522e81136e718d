package org.muscat.host;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Indicator;
import org.muscat.spi.Inputs;

/**
 * An indicator with its configuration. Two with the same id and configuration are equal, whatever
 * was left to defaults, so that a tick can evaluate each pair once. Immutable, safe for any thread.
 */
public final class BoundIndicator {

  private final HostedPlugin plugin;
  private final String id;
  private final String config;
  private final Inputs inputs;
  private final Indicator indicator;

  BoundIndicator(
      HostedPlugin plugin, String id, String config, Inputs inputs, Indicator indicator) {
    this.plugin = plugin;
    this.id = id;
    this.config = config;
    this.inputs = inputs;
    this.indicator = indicator;
  }

  /** The id of the kind of indicator, such as {@code oil-fear}. */
  public String id() {
    return id;
  }

  /** All options with their values, defaults included, such as <code>{window: 20}</code>. */
  public String config() {
    return config;
  }

  /** What its {@link org.muscat.spi.SeriesView} has to offer. */
  public Inputs inputs() {
    return inputs;
  }

  HostedPlugin plugin() {
    return plugin;
  }

  Indicator indicator() {
    return indicator;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BoundIndicator that && id.equals(that.id) && config.equals(that.config);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, config);
  }

  @Override
  public String toString() {
    return id + " " + config;
  }
}
