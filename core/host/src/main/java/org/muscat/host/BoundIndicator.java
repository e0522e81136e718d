package org.muscat.host;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.spi.Indicator;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * An indicator with its configuration. Two with the same id and configuration are equal, whatever
 * was left to defaults, so that a tick can evaluate each pair once. Immutable, safe for any thread.
 */
public final class BoundIndicator {

  private final HostedPlugin plugin;
  private final String id;
  private final OfferedIndicator.Made made;
  private final int hash;

  BoundIndicator(HostedPlugin plugin, String id, OfferedIndicator.Made made) {
    this.plugin = plugin;
    this.id = id;
    this.made = made;
    // A tick looks up thousands of them, several times each.
    this.hash = Objects.hash(id, made.config());
  }

  /** The id of the kind of indicator, such as {@code oil-fear}. */
  public String id() {
    return id;
  }

  /** The id of the plugin that offers it, as {@link CallFailed#plugin} says. */
  public String pluginId() {
    return plugin.id();
  }

  /** All options with their values, defaults included, such as <code>{window: 20}</code>. */
  public String config() {
    return made.config();
  }

  /** What its {@link org.muscat.spi.SeriesView} has to offer. */
  public Inputs inputs() {
    return made.inputs();
  }

  /** How its readings become risk, unless a model gives another scale. */
  public Scale scale() {
    return made.scale();
  }

  /** How sure its readings are, and how fast that wears off. */
  public Uncertainty uncertainty() {
    return made.uncertainty();
  }

  /** How its readings become a level on an axis, if they do by themselves. */
  public Optional<LevelMap> level() {
    return made.level();
  }

  HostedPlugin plugin() {
    return plugin;
  }

  Indicator indicator() {
    return made.indicator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof BoundIndicator that
            && hash == that.hash
            && id.equals(that.id)
            && config().equals(that.config()));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return id + " " + config();
  }
}
