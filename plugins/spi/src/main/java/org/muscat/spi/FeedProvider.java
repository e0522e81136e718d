package org.muscat.spi;

import java.util.List;

/**
 * Makes feeds of one kind.
 *
 * @param <C> the configuration: a record whose components carry {@link Option}
 */
public interface FeedProvider<C extends Record> {

  /** What feeds of this kind observe. Cheap, no I/O. */
  FeedDescriptor descriptor();

  /** The class of the configuration record; the host fills it from YAML. */
  Class<C> configType();

  /**
   * Checks that components of a configuration fit together; the host has already checked each one
   * by its {@link Option}. Runs on the thread that reads the configuration.
   *
   * @return everything that is wrong, empty if nothing is
   */
  default List<ConfigProblem> validate(C config) {
    return List.of();
  }

  /**
   * Makes a feed. Does no I/O: the first answer of the source is seen by {@link Feed#fetch}.
   *
   * @throws FeedException if a feed cannot be made of this configuration
   */
  Feed create(C config, FeedContext context) throws FeedException;
}
