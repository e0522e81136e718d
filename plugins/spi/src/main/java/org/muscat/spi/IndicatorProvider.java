package org.muscat.spi;

import java.util.List;
import java.util.Optional;

/**
 * Makes indicators of one kind.
 *
 * @param <C> the configuration: a record whose components carry {@link Option}
 */
public interface IndicatorProvider<C extends Record> {

  /** What indicators of this kind measure. Cheap, no I/O. */
  IndicatorDescriptor descriptor();

  /** The class of the configuration record; the host fills it from the model. */
  Class<C> configType();

  /**
   * Checks that components of a configuration fit together; the host has already checked each one
   * by its {@link Option}.
   *
   * @return everything that is wrong, empty if nothing is
   */
  default List<ConfigProblem> validate(C config) {
    return List.of();
  }

  /** The series that an indicator with this configuration reads, and how far back. Pure. */
  Inputs inputs(C config);

  /**
   * How a reading of an indicator with this configuration becomes risk, unless the model gives
   * another scale: for kinds whose anchors depend on what is measured. Pure; called once for each
   * indicator.
   */
  default Scale scale(C config) {
    return descriptor().scale();
  }

  /** How sure a reading of an indicator with this configuration is. Pure; called once for each. */
  default Uncertainty uncertainty(C config) {
    return descriptor().uncertainty();
  }

  /**
   * How a reading of an indicator with this configuration becomes a level in [0,1] on an axis of
   * the regime, unless the model gives another map; empty for kinds that stand on no axis by
   * themselves. Pure; called once for each.
   */
  default Optional<LevelMap> level(C config) {
    return Optional.empty();
  }

  /** Makes an indicator. No I/O, no threads. */
  Indicator create(C config);
}
